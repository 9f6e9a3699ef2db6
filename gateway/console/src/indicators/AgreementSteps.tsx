import { Drawer, Grid, Skeleton, Timeline } from 'antd'
import type { Role } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Failed } from '../ui/Failed'
import { useAgreementSteps } from './agreementQueries'
import { type StepShown, shownSteps, type TargetMoved } from './agreements'
import styles from './Targets.module.css'
import type { Agreement, AgreementStep, Season } from './types'
import { useWritten } from './useAnswers'

interface Props {
  season: Season
  agreement: Agreement
  onClose(): void
}

const colours = {
  PROPOSED: 'var(--ant-color-info)',
  CHANGED: 'orange',
  WITHDRAWN: 'gray',
  RETURNED: 'red',
  AGREED: 'var(--gold)',
  APPROVED: 'green',
  REOPENED: 'red',
} as const

/** Every step on the way, newest first: who, when, why, and which numbers were different on the table. */
export function AgreementSteps({ season, agreement, onClose }: Props) {
  const { t } = useI18n()
  const wide = Grid.useBreakpoint().md !== false
  const { data, error, refetch } = useAgreementSteps(season.id, agreement.unitId)
  return (
    <Drawer
      open
      title={t('agreements.history.of', { unit: agreement.unitName ?? '' })}
      size={wide ? 560 : '100%'}
      onClose={onClose}
      data-testid="agreement-steps"
    >
      {error && !data ? <Failed failure={error} retry={() => refetch()} /> : !data && <Skeleton active />}
      {data && (
        <Timeline
          items={shownSteps(data).map((one) => ({
            key: one.step.version,
            color: colours[one.step.kind],
            content: <Step shown={one} />,
          }))}
        />
      )}
    </Drawer>
  )
}

function Step({ shown: { step, times, moved } }: { shown: StepShown }) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <article data-testid={`agreement-step-${step.kind}`}>
      <strong>{t(`agreements.step.${step.kind}`)}</strong>
      {times > 1 && <span className={styles.quiet}> {t('agreements.times', { n: times })}</span>}
      <div className={styles.measure}>
        {step.own ? <>{t('cellHistory.me')} · </> : null}
        {step.role && <>{t(`role.${step.role as Role}`)}, </>}
        {step.roleUnitName && <>{step.roleUnitName} · </>}
        {formats.instant(step.at)}
      </div>
      {step.note && <p>{step.note}</p>}
      {moved.length > 0 && (
        <ul>
          {moved.map((one) => (
            <Moved key={one.target.indicatorId} moved={one} />
          ))}
        </ul>
      )}
      <Tabled targets={step.targets} />
    </article>
  )
}

/** All that was on the table, folded away. */
function Tabled({ targets }: { targets: AgreementStep['targets'] }) {
  const { t } = useI18n()
  const written = useWritten()
  return (
    <details className={styles.tabled}>
      <summary>{t('agreements.tabled', { n: targets.length })}</summary>
      <ul>
        {targets.map((one) => (
          <li key={one.indicatorId}>
            {one.name}
            <div className={styles.measure}>
              {t('targets.assigned')}: {written(one.assigned, one)} · {t('targets.registered')}:{' '}
              {written(one.registered, one)} · {t('targets.lastYear')}: {written(one.lastYear, one)} (
              {one.unitOfMeasure})
            </div>
            {(['H1', 'M9'] as const).map((part) => {
              const [assigned, registered] =
                part === 'H1' ? [one.h1Assigned, one.h1Registered] : [one.m9Assigned, one.m9Registered]
              return (
                (assigned !== null || registered !== null) && (
                  <div key={part} className={styles.measure}>
                    {t(`period.${part}`)}: {t('targets.assigned')} {written(assigned, one)} ·{' '}
                    {t('targets.registered')} {written(registered, one)}
                  </div>
                )
              )
            })}
            {one.items.length > 0 && <div className={styles.measure}>{one.items.join(', ')}</div>}
          </li>
        ))}
      </ul>
    </details>
  )
}

const words = {
  assigned: [null, 'targets.assigned'],
  registered: [null, 'targets.registered'],
  lastYear: [null, 'targets.lastYear'],
  h1Assigned: ['period.H1', 'targets.assigned'],
  h1Registered: ['period.H1', 'targets.registered'],
  m9Assigned: ['period.M9', 'targets.assigned'],
  m9Registered: ['period.M9', 'targets.registered'],
} as const

function Moved({ moved: { target, came, went, numbers, items, unit } }: { moved: TargetMoved }) {
  const { t } = useI18n()
  const written = useWritten()
  return (
    <li>
      {target.name}
      {came && <> ({t('agreements.came')})</>}
      {went && <> ({t('agreements.went')})</>}
      {!went &&
        numbers.map(({ field, before, after }) => {
          const [part, what] = words[field]
          return (
            <div key={field} className={styles.measure}>
              {part && `${t(part)}, `}
              {t(what)}: {written(before, target)} → <strong>{written(after, target)}</strong>
            </div>
          )
        })}
      {unit && (
        <div className={styles.measure}>
          {t('report.unitOfMeasure')}: {unit.before} → {unit.after}
        </div>
      )}
      {!went && items.off.length > 0 && (
        <div className={styles.measure}>{t('amendments.items.off', { names: items.off.join(', ') })}</div>
      )}
      {items.on.length > 0 && (
        <div className={styles.measure}>{t('amendments.items.on', { names: items.on.join(', ') })}</div>
      )}
    </li>
  )
}
