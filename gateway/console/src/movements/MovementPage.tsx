import { EditOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { MovementCourse, MovementReview } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import styles from '../clusters/Clusters.module.css'
import { Facts, Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { PageHeader } from '../ui/PageHeader'
import { NotStated, ProvenanceMark } from '../ui/Provenance'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { CascadeTree } from './CascadeTree'
import { ClosingForm, ReopeningForm, ReviewForm, ReviewWithdrawalForm } from './CourseForms'
import { MovementForm } from './MovementForm'
import { MovementState } from './MovementState'
import { Participations } from './Participations'
import { useCourse } from './queries'

export function MovementPage() {
  const { id = '' } = useParams()
  return (
    <Guarded ability="CLUSTERS_READ">
      <Screen key={id} id={id} />
    </Guarded>
  )
}

function Screen({ id }: { id: string }) {
  const { t } = useI18n()
  const { data: course, error, refetch } = useCourse(id)
  if (!course) {
    return error ? (
      <Panel>
        <Failed failure={error} retry={() => refetch()} />
      </Panel>
    ) : (
      <Skeleton active />
    )
  }
  const { movement } = course
  return (
    <>
      <PageHeader
        above={<Link to="/movements">{t('movements.title')}</Link>}
        title={movement.name}
        lead={
          <span className={styles.marks}>
            <Link to={`/units/${movement.launchedByUnitId}`}>{movement.launchedByUnitName}</Link>
            <MovementState state={movement.state} />
            <ProvenanceMark provenance={movement.provenance} source={movement.source} />
          </span>
        }
        actions={<Steps course={course} />}
      />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Words course={course} />
          <Participations course={course} />
          <CascadeTree id={movement.id} />
        </div>
        <div className={styles.stack}>
          <Info course={course} />
          <Reviews course={course} />
        </div>
      </div>
    </>
  )
}

interface Part {
  course: MovementCourse
}

/** Corrected and answered while it is open, closed, and open again with a reason. */
function Steps({ course }: Part) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const [open, setOpen] = useState<'edit' | 'answer' | 'turn' | null>(null)
  const { movement } = course
  const closed = movement.state === 'CLOSED'
  const because = closed ? t('movements.lock.closed') : undefined
  const close = () => setOpen(null)
  return (
    <>
      <ReasonOfLock ability="MOVEMENTS_WRITE" because={because}>
        {(locked) => (
          <Button
            icon={<EditOutlined />}
            disabled={locked}
            onClick={() => setOpen('edit')}
            data-testid="movement-edit"
          >
            {t('action.edit')}
          </Button>
        )}
      </ReasonOfLock>
      <ReasonOfLock ability="MOVEMENTS_WRITE" because={because}>
        {(locked) => (
          <Button disabled={locked} onClick={() => setOpen('answer')} data-testid="movement-answer">
            {t('movements.answer')}
          </Button>
        )}
      </ReasonOfLock>
      <ReasonOfLock ability="MOVEMENTS_WRITE">
        {(locked) => (
          <Button
            disabled={locked}
            onClick={() => setOpen('turn')}
            data-testid={closed ? 'movement-reopen' : 'movement-close'}
          >
            {t(closed ? 'movements.reopen' : 'movements.close')}
          </Button>
        )}
      </ReasonOfLock>
      {open === 'edit' && <MovementForm course={course} onClose={close} />}
      {open === 'answer' && (
        <MovementForm parent={movement} onClose={close} onSaved={(id) => navigate(`/movements/${id}`)} />
      )}
      {open === 'turn' &&
        (closed ? (
          <ReopeningForm movement={movement} onClose={close} />
        ) : (
          <ClosingForm course={course} onClose={close} />
        ))}
    </>
  )
}

function Words({ course }: Part) {
  const { t } = useI18n()
  return (
    <Panel title={t('movements.text')} testId="movement-words">
      <p className={styles.text}>{course.text ?? <NotStated />}</p>
      <h3 className={styles.heading}>{t('movements.criteria')}</h3>
      <p className={styles.text}>{course.criteria ?? <NotStated />}</p>
    </Panel>
  )
}

function Info({ course }: Part) {
  const { t } = useI18n()
  const formats = useFormats()
  const { movement } = course
  const day = (value: string | null | undefined) => (value ? formats.date(value) : <NotStated />)
  const items: Parameters<typeof Facts>[0]['items'] = [
    { label: t('movements.level'), value: t(`movements.level.${movement.level}`) },
    { label: t('movements.kind'), value: t(`movements.kind.${movement.kind}`) },
    { label: t('movements.on'), value: day(movement.launchedOn) },
    { label: t('movements.plannedFrom'), value: day(movement.plannedFrom) },
    { label: t('movements.plannedTo'), value: day(movement.plannedTo) },
    {
      label: t('movements.length'),
      value: t(`movements.length.${movement.length}`),
      testId: 'movement-length',
    },
    {
      label: t('movements.days'),
      value: course.reportingDays.length > 0 ? course.reportingDays.map(formats.date).join(', ') : null,
      testId: 'movement-days',
    },
    {
      label: t('movements.parent'),
      value: movement.parentId ? (
        <Link to={`/movements/${movement.parentId}`}>{course.parentName ?? '…'}</Link>
      ) : null,
    },
    { label: t('movements.joined'), value: formats.number(movement.joined) },
    {
      label: t('exemplars.title'),
      value: <Link to={`/exemplars?movementId=${movement.id}`}>{t('exemplars.movement.link')}</Link>,
    },
  ]
  if (movement.seasonId) {
    items.push({
      label: t('movements.season'),
      value: <Link to={`/seasons/${movement.seasonId}?tab=movements`}>{t('movements.season.link')}</Link>,
    })
  }
  if (course.closedOn) items.push({ label: t('movements.closedOn'), value: formats.date(course.closedOn) })
  if (course.closedBecause) items.push({ label: t('movements.closedBecause'), value: course.closedBecause })
  if (course.reopenedBecause) {
    items.push({ label: t('movements.reopenedBecause'), value: course.reopenedBecause })
  }
  return (
    <Panel testId="movement-info">
      <Facts items={items} />
    </Panel>
  )
}

function Reviews({ course }: Part) {
  const { t } = useI18n()
  const formats = useFormats()
  const [adding, setAdding] = useState(false)
  const [withdrawing, setWithdrawing] = useState<MovementReview | null>(null)
  const closed = course.movement.state === 'CLOSED' ? t('movements.lock.closed') : undefined
  const all = course.reviews.length === course.reportingDays.length + 2 ? t('movements.lock.all') : undefined
  return (
    <Panel
      title={t('movements.reviews')}
      testId="movement-reviews"
      aside={
        <ReasonOfLock ability="MOVEMENTS_WRITE" because={closed ?? all}>
          {(locked) => (
            <Button disabled={locked} onClick={() => setAdding(true)} data-testid="movement-review">
              {t('movements.review')}
            </Button>
          )}
        </ReasonOfLock>
      }
    >
      {course.reviews.length === 0 ? (
        <Nothing title={t('movements.reviews.none')} />
      ) : (
        <ul className={styles.list}>
          {course.reviews.map((review) => (
            <li key={review.id} data-testid={`review-${review.kind}`}>
              <div className={styles.between}>
                <strong>
                  {t(`movements.review.${review.kind}`)}
                  {review.reportingDay && ` ${formats.date(review.reportingDay)}`},{' '}
                  {formats.date(review.reviewedOn)}
                </strong>
                <ReasonOfLock ability="MOVEMENTS_WRITE" because={closed}>
                  {(locked) => (
                    <Button
                      size="small"
                      type="text"
                      danger
                      disabled={locked}
                      onClick={() => setWithdrawing(review)}
                      data-testid="review-withdraw"
                    >
                      {t('movements.review.withdraw')}
                    </Button>
                  )}
                </ReasonOfLock>
              </div>
              <p className={styles.text}>{review.text}</p>
            </li>
          ))}
        </ul>
      )}
      {adding && <ReviewForm course={course} onClose={() => setAdding(false)} />}
      {withdrawing && (
        <ReviewWithdrawalForm
          movement={course.movement}
          review={withdrawing}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </Panel>
  )
}
