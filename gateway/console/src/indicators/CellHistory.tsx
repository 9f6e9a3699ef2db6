import { useQuery } from '@tanstack/react-query'
import { Drawer, Grid, Skeleton, Tag, Timeline } from 'antd'
import { content, indicator } from '../api/client'
import type { Role } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useSession } from '../app/session'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import type { Answered } from './answers'
import { qualified } from './figures'
import styles from './Report.module.css'
import type { HistoryEntry, ReportCell } from './reportTypes'
import { useWritten } from './useAnswers'

export function useCellHistory(reportId: string, indicatorId: string) {
  return useQuery({
    queryKey: ['reports', 'history', reportId, indicatorId],
    queryFn: () =>
      content(
        indicator.GET('/api/v1/reports/{id}/cells/{indicatorId}/history', {
          params: { path: { id: reportId, indicatorId } },
        }),
      ),
  })
}

/** Everyone who touched a cell, newest first. */
export function CellHistory(props: { reportId: string; cell: ReportCell; onClose(): void }) {
  const { t } = useI18n()
  const wide = Grid.useBreakpoint().md !== false
  return (
    <Drawer
      open
      title={t('cellHistory.title', { name: props.cell.name })}
      size={wide ? 480 : '100%'}
      onClose={props.onClose}
      data-testid="cell-history"
    >
      <CellEntries reportId={props.reportId} indicatorId={props.cell.indicatorId} of={props.cell} />
    </Drawer>
  )
}

/** From what a computed number has come: the formula, and each input as it stood. */
function Computed({ of }: { of: NonNullable<HistoryEntry['computation']> }) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <div data-testid="history-computation">
      {of.formula}
      {of.none && <div>{t(`report.notComputed.${of.none}`, { code: of.noneBecause ?? '' })}</div>}
      <div className={styles.measure}>
        {of.inputs
          .map(({ code, value, notApplicable }) => {
            const shown = value === null ? '—' : formats.number(value)
            return `${code} = ${notApplicable ? t('report.notApplicable') : shown}`
          })
          .join(' · ')}
      </div>
    </div>
  )
}

/** @param of the indicator, so that a word is shown where one stands for the number */
export function CellEntries({
  reportId,
  indicatorId,
  of,
}: {
  reportId: string
  indicatorId: string
  of?: Answered
}) {
  const { t } = useI18n()
  const formats = useFormats()
  const written = useWritten()
  const { me } = useSession()
  const { data, error, refetch } = useCellHistory(reportId, indicatorId)
  if (!data) return error ? <Failed failure={error} retry={() => refetch()} /> : <Skeleton active />
  if (data.length === 0) return <Nothing title={t('cellHistory.empty')} />
  return (
    <Timeline
      items={[...data].reverse().map((entry) => ({
        key: entry.id,
        color: entry.kind === 'VERIFICATION' ? 'green' : 'gray',
        content: (
          <div data-testid={`history-${entry.kind}`}>
            <strong>
              {entry.notApplicable
                ? t('report.notApplicable')
                : entry.value === null
                  ? t('report.placeholder')
                  : qualified(t, entry.qualifier, written(entry.value, of))}
            </strong>{' '}
            {entry.typed && (
              <span>
                ({formats.number(entry.typed.value)} {entry.typed.unitOfMeasure}){' '}
              </span>
            )}
            <Tag>{t(`cellHistory.${entry.kind}`)}</Tag>
            {entry.computation && <Computed of={entry.computation} />}
            {entry.reached && entry.reached.length > 0 && <div>{entry.reached.join(', ')}</div>}
            {entry.text && <div>{entry.text}</div>}
            {entry.evidence.length > 0 && (
              <div>
                {entry.evidence.map((file, index) => (
                  <a key={file} href={`/api/v1/files/indicator/${file}`}>
                    {t('evidence.nth', { n: index + 1 })}{' '}
                  </a>
                ))}
              </div>
            )}
            <div className={styles.measure}>
              {entry.actor === me.subject && <>{t('cellHistory.me')} · </>}
              {entry.role && <>{t(`role.${entry.role as Role}`)}, </>}
              {entry.roleUnitName && <>{entry.roleUnitName} · </>}
              {formats.precise(entry.at)}
            </div>
          </div>
        ),
      }))}
    />
  )
}
