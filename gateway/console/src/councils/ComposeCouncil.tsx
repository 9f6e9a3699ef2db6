import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Select } from 'antd'
import { cluster, content } from '../api/client'
import type { Council } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import styles from '../ui/FormRows.module.css'
import { type Named, PersonPicker, UnitPicker } from '../ui/Picker'

type Office = Council['seats'][number]['office']

const OFFICES: Office[] = ['CHAIR', 'STANDING_VICE_CHAIR', 'VICE_CHAIR', 'MEMBER']

interface Values {
  unitId: Named | null
  decisionNumber: string
  decidedOn: string | null
  from: string | null
  seats: { personId: Named | null; office: Office; position: string }[]
}

/** A decision names everybody anew; whoever sat before sits until the day before. */
export function ComposeCouncil({ onClose }: { onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const words = [{ required: true, whitespace: true, message: t('form.required') }]
  const chosen = [{ required: true, message: t('form.required') }]
  return (
    <FormDrawer<Values>
      title={t('councils.compose')}
      lead={t('councils.compose.lead')}
      source={{
        version: null,
        values: {
          unitId: null,
          decisionNumber: '',
          decidedOn: today(),
          from: today(),
          seats: [{ personId: null, office: 'CHAIR', position: '' }],
        },
      }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/councils', {
            body: {
              unitId: typed.unitId?.id ?? '',
              decisionNumber: typed.decisionNumber.trim(),
              decidedOn: typed.decidedOn ?? '',
              from: typed.from ?? '',
              seats: typed.seats.map((seat) => ({
                personId: seat.personId?.id ?? '',
                office: seat.office,
                position: seat.position?.trim() || null,
              })),
            },
            headers,
          }),
        )
        for (const changed of ['councils', 'mandates', 'me']) {
          queries.invalidateQueries({ queryKey: [changed] })
        }
        message.success(t('councils.composed'))
      }}
    >
      {() => (
        <>
          <Form.Item name="unitId" label={t('councils.unit')} rules={chosen}>
            <UnitPicker testId="council-unit" />
          </Form.Item>
          <Form.Item name="decisionNumber" label={t('councils.decisionNumber')} rules={words}>
            <Input maxLength={100} placeholder="1250/QĐ-UBND" data-testid="council-decision-number" />
          </Form.Item>
          <Form.Item name="decidedOn" label={t('councils.decidedOn')} rules={words}>
            <DateField data-testid="council-decided-on" />
          </Form.Item>
          <Form.Item name="from" label={t('councils.from')} rules={words} extra={t('councils.from.hint')}>
            <DateField data-testid="council-from" />
          </Form.Item>
          <fieldset className={styles.rows}>
            <legend>{t('councils.seats')}</legend>
            <Form.List name="seats">
              {(fields, { add, remove }) => (
                <>
                  {fields.map((field) => (
                    <div key={field.key} className={styles.row}>
                      <div className={`${styles.grows} ${styles.tight}`}>
                        <Form.Item name={[field.name, 'personId']} rules={chosen}>
                          <PersonPicker
                            label={t('councils.person')}
                            testId={`council-person-${field.name}`}
                          />
                        </Form.Item>
                        <Form.Item name={[field.name, 'office']} noStyle>
                          <Select
                            aria-label={t('councils.office')}
                            options={OFFICES.map((value) => ({
                              value,
                              label: t(`councils.office.${value}`),
                            }))}
                            data-testid={`council-office-${field.name}`}
                          />
                        </Form.Item>
                        <Form.Item name={[field.name, 'position']} noStyle>
                          <Input
                            maxLength={300}
                            placeholder={t('councils.position')}
                            aria-label={t('councils.position')}
                            data-testid={`council-position-${field.name}`}
                          />
                        </Form.Item>
                      </div>
                      {fields.length > 1 && (
                        <Button
                          type="text"
                          icon={<DeleteOutlined />}
                          aria-label={t('councils.seat.remove')}
                          onClick={() => remove(field.name)}
                        />
                      )}
                    </div>
                  ))}
                  <Button
                    type="dashed"
                    block
                    icon={<PlusOutlined />}
                    onClick={() => add({ personId: null, office: 'MEMBER', position: '' })}
                    data-testid="council-seat-add"
                  >
                    {t('councils.seat.add')}
                  </Button>
                </>
              )}
            </Form.List>
          </fieldset>
        </>
      )}
    </FormDrawer>
  )
}
