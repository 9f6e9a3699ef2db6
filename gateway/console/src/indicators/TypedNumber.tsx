import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { CellEntries } from './CellHistory'
import styles from './Scores.module.css'

/** The last of the way from a point: the cell in its report; who typed it, when, with which evidence, and who verified it. */
export function TypedNumber({ reportId, indicatorId }: { reportId: string; indicatorId: string | null }) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  return (
    <div>
      <p className={styles.sources}>
        <Link
          to={`/reports/${reportId}${indicatorId ? `?indicator=${indicatorId}` : ''}`}
          data-testid="trace-report"
        >
          {t(indicatorId ? 'trace.toCell' : 'trace.toReport')}
        </Link>
        {indicatorId && (
          <Button
            type="link"
            size="small"
            className={styles.why}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            data-testid="trace-history"
          >
            {t('trace.history')}
          </Button>
        )}
      </p>
      {open && indicatorId && (
        <div className={styles.entries} data-testid="trace-entries">
          <CellEntries reportId={reportId} indicatorId={indicatorId} />
        </div>
      )}
    </div>
  )
}
