import { CheckCircleFilled, CloseCircleFilled, QuestionCircleFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Skeleton } from 'antd'
import { type FormEvent, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { award, content } from '../../api/client'
import { ApiFailure } from '../../api/failure'
import { useI18n } from '../../app/i18n'
import { useFormats } from '../../app/i18n/useFormats'
import { Failed } from '../../ui/Failed'
import { PublicPage } from '../../ui/PublicPage'
import styles from './Check.module.css'

/** For whoever holds the paper: is it real, and does it say what was decided? No log-in, made for a phone first. */
export function Check() {
  const { t } = useI18n()
  const { code = '' } = useParams()
  return (
    <PublicPage
      title={t('check.title')}
      lead={code ? undefined : t('check.lead')}
      foot={t('check.foot')}
      narrow
    >
      {code && <Answer key={code} code={code} />}
      <AnotherCode key={`form${code}`} first={!code} />
    </PublicPage>
  )
}

function Answer({ code }: { code: string }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { data, error, refetch } = useQuery({
    queryKey: ['check', code],
    queryFn: () =>
      content(award.GET('/api/v1/public/award-documents/{code}', { params: { path: { code } } })),
  })
  if (!data) {
    if (!error) return <Skeleton active paragraph={{ rows: 6 }} />
    // A code that was never given out, or mistyped, is an answer; everything else is a failure of ours.
    if (error instanceof ApiFailure && [400, 404, 422].includes(error.status)) {
      return (
        <section className={styles.card} data-kind="unknown" data-testid="check-unknown" role="alert">
          <QuestionCircleFilled className={styles.sign} aria-hidden />
          <h2>{t('check.unknown')}</h2>
          <p>{t('check.unknown.text')}</p>
          <code className={styles.code}>{code}</code>
        </section>
      )
    }
    return <Failed failure={error} retry={() => refetch()} />
  }
  const lines: [string, string, string][] = [
    ['recipient', t('check.recipient'), data.recipient],
    ['award', t('check.award'), data.awardName],
    ['decided-by', t('check.decidedBy'), data.decidedBy],
    ['decision', t('check.decision'), data.decisionNumber],
    ['decided-on', t('check.decidedOn'), formats.date(data.decidedOn)],
    ['issued-on', t('check.issuedOn'), formats.date(data.issuedOn)],
  ]
  return (
    <section
      className={styles.card}
      data-kind={data.revoked ? 'revoked' : 'valid'}
      data-testid={data.revoked ? 'check-revoked' : 'check-valid'}
    >
      {data.revoked ? (
        <CloseCircleFilled className={styles.sign} aria-hidden />
      ) : (
        <CheckCircleFilled className={styles.sign} aria-hidden />
      )}
      <h2>{data.revoked ? t('check.revoked') : t('check.valid')}</h2>
      <p>{data.revoked ? t('check.revoked.text') : t('check.valid.text')}</p>
      {data.invented && (
        <p className={styles.invented} data-testid="check-invented">
          {t('check.invented')}
        </p>
      )}
      <dl className={styles.lines}>
        {lines.map(([key, label, value]) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd data-testid={`check-${key}`}>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.small}>
        {t('check.code')} <code data-testid="check-code">{data.code}</code>
      </p>
      <details className={styles.small}>
        <summary>{t('check.hash')}</summary>
        <code>{data.sha256}</code>
      </details>
    </section>
  )
}

function AnotherCode({ first }: { first: boolean }) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  function go(event: FormEvent) {
    event.preventDefault()
    if (typed.trim()) navigate(`/check/${encodeURIComponent(typed.trim())}`)
  }
  return (
    <form className={styles.again} onSubmit={go}>
      <label htmlFor="check-input">{first ? t('check.type') : t('check.another')}</label>
      <div className={styles.row}>
        <Input
          id="check-input"
          value={typed}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          data-testid="check-input"
        />
        <Button type={first ? 'primary' : 'default'} htmlType="submit" data-testid="check-button">
          {t('check.button')}
        </Button>
      </div>
    </form>
  )
}
