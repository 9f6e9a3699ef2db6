import { useQueryClient } from '@tanstack/react-query'
import { Alert, Form, Input } from 'antd'
import { award, content } from '../api/client'
import { useI18n } from '../app/i18n'
import { useSession } from '../app/session'
import { FormDrawer } from '../ui/FormDrawer'
import styles from './Awards.module.css'
import { Findings } from './Findings'
import type { Nomination } from './types'
import { useConditionWords } from './words'

interface Values {
  declarations: { number: number; statement: string; declaredBy: string }[]
  departureReason: string | null
}

/** Before it is submitted, what cannot be known here is declared, and a departure from the candidates gets its reason. */
export function SubmitForm({ nomination, onClose }: { nomination: Nomination; onClose(): void }) {
  const { t } = useI18n()
  const words = useConditionWords()
  const queries = useQueryClient()
  const { me } = useSession()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  const eligibility = nomination.eligibility
  const open = eligibility?.findings.filter((finding) => finding.outcome === 'UNKNOWN') ?? []
  const unmet = eligibility?.findings.filter((finding) => finding.outcome === 'NOT_MET') ?? []
  const departs = eligibility?.candidate !== 'CANDIDATE'
  return (
    <FormDrawer<Values>
      title={t('nomination.submit')}
      lead={
        <>
          <p>{t('nomination.submit.text')}</p>
          {unmet.length > 0 && (
            <Alert type="warning" showIcon title={t('nomination.submit.unmet', { n: unmet.length })} />
          )}
          {eligibility && (
            <details>
              <summary>{t('eligibility.title')}</summary>
              <Findings eligibility={eligibility} />
            </details>
          )}
        </>
      }
      source={{
        values: {
          declarations: open.map((finding) => ({
            number: finding.number,
            statement: '',
            declaredBy: me.name ?? '',
          })),
          departureReason: null,
        },
        version: nomination.version,
      }}
      saveLabel={t('nomination.submit')}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          award.POST('/api/v1/nominations/{id}/submission', {
            params: { path: { id: nomination.id } },
            body: {
              declarations: typed.declarations,
              departureReason: typed.departureReason?.trim() || null,
            },
            headers,
          }),
        )
        queries.invalidateQueries({ queryKey: ['nominations'] })
      }}
    >
      {() => (
        <>
          {open.map((finding, index) => (
            <fieldset key={finding.number} className={styles.conditions}>
              <legend>{words(finding.condition)}</legend>
              <Form.Item
                name={['declarations', index, 'statement']}
                label={t('declaration.statement')}
                extra={t(`finding.why.${finding.why}`)}
                rules={required}
              >
                <Input.TextArea rows={2} maxLength={1000} data-testid={`declaration-${finding.number}`} />
              </Form.Item>
              <Form.Item
                name={['declarations', index, 'declaredBy']}
                label={t('declaration.by')}
                rules={required}
              >
                <Input maxLength={300} />
              </Form.Item>
            </fieldset>
          ))}
          {departs && (
            <Form.Item
              name="departureReason"
              label={t('eligibility.departure')}
              extra={t('eligibility.departure.help')}
              rules={required}
            >
              <Input.TextArea rows={3} maxLength={1000} data-testid="departure-reason" />
            </Form.Item>
          )}
        </>
      )}
    </FormDrawer>
  )
}
