import { Form, Input } from 'antd'
import { useI18n } from '../app/i18n'

export interface Office {
  agencyCode: string | null
  budgetCode: string | null
  address: string | null
  phone: string | null
  email: string | null
}

export const NO_OFFICE: Office = {
  agencyCode: null,
  budgetCode: null,
  address: null,
  phone: null,
  email: null,
}

export const orNull = (text: string | null | undefined) => text?.trim() || null

export const officeOf = (typed: Office): Office => ({
  agencyCode: orNull(typed.agencyCode)?.toUpperCase() ?? null,
  budgetCode: orNull(typed.budgetCode),
  address: orNull(typed.address),
  phone: orNull(typed.phone),
  email: orNull(typed.email),
})

/** Codes by which others know the unit, and how its office is reached. */
export function OfficeFields({ note }: { note?: string }) {
  const { t } = useI18n()
  return (
    <>
      {note && <p>{note}</p>}
      <Form.Item name="agencyCode" label={t('unit.agencyCode')} extra={t('unit.agencyCode.help')}>
        <Input maxLength={35} autoComplete="off" spellCheck={false} data-testid="unit-agency-code-input" />
      </Form.Item>
      <Form.Item
        name="budgetCode"
        label={t('unit.budgetCode')}
        extra={t('unit.budgetCode.help')}
        rules={[{ pattern: /^\s*[0-9]{7}\s*$/, message: t('unit.budgetCode.help') }]}
      >
        <Input maxLength={7} inputMode="numeric" autoComplete="off" data-testid="unit-budget-code-input" />
      </Form.Item>
      <Form.Item name="address" label={t('unit.address')} extra={t('unit.office.help')}>
        <Input maxLength={300} data-testid="unit-address-input" />
      </Form.Item>
      <Form.Item name="phone" label={t('unit.phone')}>
        <Input maxLength={30} type="tel" data-testid="unit-phone-input" />
      </Form.Item>
      <Form.Item name="email" label={t('unit.email')}>
        <Input maxLength={200} type="email" data-testid="unit-email-input" />
      </Form.Item>
    </>
  )
}
