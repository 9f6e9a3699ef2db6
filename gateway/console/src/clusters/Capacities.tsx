import { Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { useI18n } from '../app/i18n'

/** How many leaders sign for a member, by the capacity of each; none for one leader. */
export function Capacities({ more }: { more?: ReactNode }) {
  const { t } = useI18n()
  return (
    <Form.Item
      name="capacities"
      label={t('compact.capacities')}
      extra={
        <>
          {t('compact.capacities.help')} {more}
        </>
      }
    >
      <Select mode="tags" open={false} suffixIcon={null} maxCount={5} data-testid="compact-capacities" />
    </Form.Item>
  )
}
