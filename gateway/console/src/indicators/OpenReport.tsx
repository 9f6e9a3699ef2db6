import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { ApiFailure } from '../api/failure'
import { Intention } from '../api/intention'
import { useI18n } from '../app/i18n'
import { ButtonLink } from '../ui/ButtonLink'
import { Lock } from '../ui/ReasonOfLock'
import { beginReport } from './reportQueries'
import type { ReportLine } from './reportTypes'

/** A report comes into being when its unit first opens it; for the others there is nothing to open before. */
export function OpenReport(props: {
  line: ReportLine
  own: boolean
  /** Why nothing can be begun in this period now. */
  locked: string | undefined
  codeOf(unitId: string): string
}) {
  const { line, own, locked, codeOf } = props
  const { t } = useI18n()
  const navigate = useNavigate()
  const { notification } = App.useApp()
  const [busy, setBusy] = useState(false)
  const intention = useRef(new Intention())
  const testId = `report-open-${codeOf(line.unitId)}`
  if (line.id) {
    return (
      <ButtonLink
        size="small"
        type={own ? 'primary' : 'default'}
        to={`/reports/${line.id}`}
        data-testid={testId}
      >
        {t('reports.open')}
      </ButtonLink>
    )
  }
  if (!own) return <span>{t('reports.notBegun')}</span>
  async function begin() {
    setBusy(true)
    try {
      const report = await beginReport(line.periodId, line.unitId, intention.current)
      navigate(`/reports/${report.id}`)
    } catch (error) {
      notification.error({
        title: t('failed.refused'),
        description:
          error instanceof ApiFailure ? (error.problem?.detail ?? error.problem?.title) : undefined,
      })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Lock reason={locked}>
      {(isLocked) => (
        <Button
          size="small"
          type="primary"
          disabled={isLocked}
          loading={busy}
          onClick={begin}
          data-testid={testId}
        >
          {t('reports.start')}
        </Button>
      )}
    </Lock>
  )
}
