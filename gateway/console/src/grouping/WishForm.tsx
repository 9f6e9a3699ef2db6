import { Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import type { ComponentProps } from 'react'
import type { UnitKind, UnitLevel } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { DateField } from '../ui/DateField'
import { Panel } from '../ui/Facts'
import { type Named, UnitPicker } from '../ui/Picker'
import styles from './Grouping.module.css'
import { knownOf } from './known'
import type { Likeness, Wish } from './types'

interface Typed {
  organiser: Named | null
  asOf: string
  kind?: UnitKind
  level?: UnitLevel
  whom: Wish['whom']
  min: number
  max: number
  by: Likeness[]
  known: string
}

const KINDS: UnitKind[] = ['ADMINISTRATION', 'DEPARTMENT', 'SCHOOL', 'ENTERPRISE', 'ORGANISATION']
const LEVELS: UnitLevel[] = ['CENTRAL', 'PROVINCE', 'COMMUNE', 'NONE']
const LIKENESSES: Likeness[] = ['KIND', 'REGION', 'SIZE']

interface Props {
  busy: boolean
  onAsk(wish: Wish): void
}

/** Boxes to tick: a group of them is no field, and takes no word that it is required. */
function Likenesses({ 'aria-required': _, ...props }: ComponentProps<typeof Checkbox.Group>) {
  return <Checkbox.Group {...props} />
}

/** Whom to group, into how large groups, and in what their members are to be alike. */
export function WishForm({ busy, onAsk }: Props) {
  const { t, language } = useI18n()
  const [form] = Form.useForm<Typed>()
  const required = [{ required: true, message: t('form.required') }]
  const values: Typed = {
    organiser: null,
    asOf: today(),
    whom: 'FREE',
    min: 6,
    max: 9,
    by: ['KIND', 'REGION'],
    known: '',
  }
  return (
    <Panel title={t('grouping.wish')} testId="grouping-wish">
      <Form<Typed>
        form={form}
        layout="vertical"
        initialValues={values}
        scrollToFirstError={{ focus: true }}
        onFinish={(typed) =>
          onAsk({
            organiserId: typed.organiser?.id ?? '',
            asOf: typed.asOf,
            kind: typed.kind ?? null,
            level: typed.level ?? null,
            whom: typed.whom,
            min: typed.min,
            max: typed.max,
            by: typed.by,
            known: knownOf(typed.known, language).known,
          })
        }
      >
        <div className={styles.fields}>
          <Form.Item
            name="organiser"
            label={t('clusters.organiser')}
            extra={t('grouping.organiser.help')}
            rules={required}
          >
            <UnitPicker testId="grouping-organiser" />
          </Form.Item>
          <Form.Item name="asOf" label={t('grouping.asOf')} rules={required}>
            <DateField data-testid="grouping-as-of" />
          </Form.Item>
          <Form.Item name="kind" label={t('unit.kind')}>
            <Select
              allowClear
              placeholder={t('grouping.any')}
              options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
              data-testid="grouping-kind"
            />
          </Form.Item>
          <Form.Item name="level" label={t('unit.level')}>
            <Select
              allowClear
              placeholder={t('grouping.any')}
              options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
              data-testid="grouping-level"
            />
          </Form.Item>
          <Form.Item name="min" label={t('grouping.min')} rules={required}>
            <InputNumber min={2} max={200} precision={0} data-testid="grouping-min" />
          </Form.Item>
          <Form.Item
            name="max"
            label={t('grouping.max')}
            dependencies={['min']}
            rules={[
              ...required,
              {
                validator: (_, max: number | null) =>
                  max !== null && max < form.getFieldValue('min')
                    ? Promise.reject(new Error(t('grouping.max.small')))
                    : Promise.resolve(),
              },
            ]}
          >
            <InputNumber min={2} max={200} precision={0} data-testid="grouping-max" />
          </Form.Item>
        </div>
        <Form.Item name="whom" label={t('grouping.whom')}>
          <Radio.Group
            vertical
            options={(['FREE', 'ALL'] as const).map((value) => ({
              value,
              label: t(`grouping.whom.${value}`),
            }))}
            data-testid="grouping-whom"
          />
        </Form.Item>
        <Form.Item name="by" label={t('grouping.by')} rules={required}>
          <Likenesses
            options={LIKENESSES.map((value) => ({ value, label: t(`grouping.by.${value}`) }))}
            data-testid="grouping-by"
          />
        </Form.Item>
        <Form.Item
          name="known"
          label={t('grouping.known')}
          extra={t('grouping.known.help')}
          rules={[
            {
              validator: (_, text: string) => {
                const { unread } = knownOf(text ?? '', language)
                return unread.length > 0
                  ? Promise.reject(new Error(t('grouping.known.unread', { line: unread[0] ?? '' })))
                  : Promise.resolve()
              },
            },
          ]}
        >
          <Input.TextArea
            rows={4}
            spellCheck={false}
            className={styles.pasted}
            data-testid="grouping-known"
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy} data-testid="grouping-propose">
          {t('grouping.propose')}
        </Button>
      </Form>
    </Panel>
  )
}
