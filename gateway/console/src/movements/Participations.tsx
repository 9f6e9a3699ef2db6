import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { MovementCourse, MovementReport, Participation } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import styles from '../clusters/Clusters.module.css'
import { DataTable } from '../ui/DataTable'
import { Panel } from '../ui/Facts'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { wholeList } from '../ui/rows'
import { isOf, type Milestone, milestonesOf } from './kinds'
import { JoinForm, LeaveForm, ReportForm } from './ParticipationForms'
import { useParticipations } from './queries'

type Open =
  | { what: 'join' }
  | { what: 'leave'; of: Participation }
  | { what: 'report'; of: Participation; milestones: Milestone[]; report?: MovementReport }

/** Who takes part, and what they report: until the movement is reviewed at that stage. */
export function Participations({ course }: { course: MovementCourse }) {
  const { t } = useI18n()
  const formats = useFormats()
  const [open, setOpen] = useState<Open | null>(null)
  const { movement } = course
  const list = wholeList(useParticipations(movement.id))
  const closed = movement.state === 'CLOSED' ? t('movements.lock.closed') : undefined
  const takes = (one: Milestone) =>
    !course.reviews.some((review) => review.kind === 'FINAL' || isOf(review, one))
  const close = () => setOpen(null)
  return (
    <Panel
      title={t('movements.participations')}
      testId="movement-participations"
      aside={
        <ReasonOfLock ability="MOVEMENTS_JOIN" because={closed}>
          {(locked) => (
            <Button
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setOpen({ what: 'join' })}
              data-testid="movement-join"
            >
              {t('movements.join')}
            </Button>
          )}
        </ReasonOfLock>
      }
    >
      <DataTable<Participation>
        label={t('movements.participations')}
        testId="participation-table"
        list={list}
        rowKey={(one) => one.id}
        rowTestId={(one) => `participation-${one.unitName}`}
        empty={{ title: t('movements.participations.empty') }}
        columns={[
          {
            key: 'unit',
            title: t('movements.participation.unit'),
            phone: 'heading',
            wrap: true,
            show: (one) => <Link to={`/units/${one.unitId}`}>{one.unitName}</Link>,
          },
          { key: 'on', title: t('movements.joinedOn'), show: (one) => formats.date(one.joinedOn) },
          {
            key: 'reports',
            title: t('movements.reports'),
            wrap: true,
            show: (one) =>
              one.withdrawnBecause ? (
                <span className={styles.quiet}>
                  {t('movements.participation.left', { reason: one.withdrawnBecause })}
                </span>
              ) : (
                <Reports
                  of={one}
                  lockOf={(one) => closed ?? (takes(one) ? undefined : t('movements.lock.reviewed'))}
                  onCorrect={(report) => setOpen({ what: 'report', of: one, milestones: [], report })}
                />
              ),
          },
          {
            key: 'do',
            title: '',
            show: (one) => {
              if (one.withdrawnBecause) return null
              const milestones = milestonesOf(course.reportingDays).filter(
                (owed) => takes(owed) && !one.reports.some((report) => isOf(report, owed)),
              )
              return (
                <div className={styles.links}>
                  <ReasonOfLock
                    ability="MOVEMENTS_JOIN"
                    because={closed ?? (milestones.length === 0 ? t('movements.lock.reported') : undefined)}
                  >
                    {(locked) => (
                      <Button
                        size="small"
                        disabled={locked}
                        onClick={() => setOpen({ what: 'report', of: one, milestones })}
                        data-testid="movement-report"
                      >
                        {t('movements.report')}
                      </Button>
                    )}
                  </ReasonOfLock>
                  <ReasonOfLock
                    ability="MOVEMENTS_JOIN"
                    because={closed ?? (one.reports.length > 0 ? t('movements.lock.left') : undefined)}
                  >
                    {(locked) => (
                      <Button
                        size="small"
                        type="text"
                        danger
                        disabled={locked}
                        onClick={() => setOpen({ what: 'leave', of: one })}
                        data-testid="movement-leave"
                      >
                        {t('movements.leave')}
                      </Button>
                    )}
                  </ReasonOfLock>
                </div>
              )
            },
          },
        ]}
      />
      {open?.what === 'join' && <JoinForm movement={movement} onClose={close} />}
      {open?.what === 'leave' && <LeaveForm movement={movement} participation={open.of} onClose={close} />}
      {open?.what === 'report' && (
        <ReportForm
          movement={movement}
          participation={open.of}
          report={open.report}
          milestones={open.milestones}
          onClose={close}
        />
      )}
    </Panel>
  )
}

interface ReportsProps {
  of: Participation
  lockOf(one: Milestone): string | undefined
  onCorrect(report: MovementReport): void
}

function Reports({ of, lockOf, onCorrect }: ReportsProps) {
  const { t } = useI18n()
  const formats = useFormats()
  if (of.reports.length === 0) return <span className={styles.quiet}>{t('movements.reports.none')}</span>
  return (
    <ul className={styles.list}>
      {of.reports.map((report) => {
        const figures = [
          report.persons != null && t('movements.report.n.persons', { n: formats.number(report.persons) }),
          report.collectives != null &&
            t('movements.report.n.collectives', { n: formats.number(report.collectives) }),
          report.works != null && t('movements.report.n.works', { n: formats.number(report.works) }),
          report.amount != null && t('movements.report.n.amount', { n: formats.number(report.amount) }),
        ].filter(Boolean)
        return (
          <li key={report.id} data-testid={`report-${report.kind}`}>
            <div className={styles.between}>
              <strong>
                {t(`movements.report.${report.kind}`)}
                {report.reportingDay && ` ${formats.date(report.reportingDay)}`},{' '}
                {formats.date(report.reportedOn)}
              </strong>
              <ReasonOfLock
                ability="MOVEMENTS_JOIN"
                because={lockOf({ kind: report.kind, day: report.reportingDay ?? null })}
              >
                {(locked) => (
                  <Button
                    size="small"
                    type="text"
                    disabled={locked}
                    onClick={() => onCorrect(report)}
                    data-testid="report-correct"
                  >
                    {t('action.edit')}
                  </Button>
                )}
              </ReasonOfLock>
            </div>
            <p className={styles.text}>{report.text}</p>
            {figures.length > 0 && <div className={styles.quiet}>{figures.join(' · ')}</div>}
          </li>
        )
      })}
    </ul>
  )
}
