import { EditOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { AgendaItem, Minutes, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import styles from '../clusters/Clusters.module.css'
import { useConferenceLock } from '../clusters/rights'
import { Panel } from '../ui/Facts'
import { Lock } from '../ui/ReasonOfLock'
import { AgendaForm } from './AgendaForm'
import { Steps } from './AgendaSteps'
import { stateOf } from './items'

/** What the meeting goes through, in order. */
export function Agenda({ conference, seasons }: { conference: Minutes; seasons: Season[] }) {
  const { t } = useI18n()
  const lock = useConferenceLock(seasons)
  const [editing, setEditing] = useState(false)
  return (
    <Panel
      title={t('agenda.title')}
      testId="agenda"
      aside={
        <Lock reason={lock}>
          {(locked) => (
            <Button
              size="small"
              icon={<EditOutlined />}
              disabled={locked}
              onClick={() => setEditing(true)}
              data-testid="agenda-edit"
            >
              {t('agenda.edit')}
            </Button>
          )}
        </Lock>
      }
    >
      {conference.agenda.length === 0 ? (
        <p className={styles.quiet}>{t('agenda.empty')}</p>
      ) : (
        <ol className={styles.list}>
          {conference.agenda.map((item) => (
            <Item key={item.position} item={item} conference={conference} lock={lock} />
          ))}
        </ol>
      )}
      {editing && <AgendaForm conference={conference} onClose={() => setEditing(false)} />}
    </Panel>
  )
}

interface ItemProps {
  item: AgendaItem
  conference: Minutes
  /** Why the person does not lead the meeting, or undefined. */
  lock: string | undefined
}

function Item({ item, conference, lock }: ItemProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const state = stateOf(item)
  const hour = (iso: string) => formats.instant(iso).slice(0, 5)
  return (
    <li data-state={state} data-testid={`agenda-item-${item.position}`}>
      <div className={styles.marks}>
        {item.startsAt && <span className={styles.hour}>{item.startsAt}</span>}
        <span className={styles.strong}>{item.title}</span>
        {item.minutes && (
          <span className={styles.quiet}>{t('agenda.minutes', { n: formats.number(item.minutes) })}</span>
        )}
        {item.purpose && <Tag>{t(`conferences.purpose.${item.purpose}`)}</Tag>}
        {state === 'UNDER_WAY' && <Tag color="processing">{t('agenda.underWay')}</Tag>}
        {item.begunAt && (
          <span className={styles.quiet} data-testid={`agenda-hours-${item.position}`}>
            {item.endedAt
              ? t('agenda.hours', { from: hour(item.begunAt), to: hour(item.endedAt) })
              : t('agenda.since', { from: hour(item.begunAt) })}
          </span>
        )}
      </div>
      <div className={styles.marks}>
        {item.presenter && <span>{item.presenter}</span>}
        {item.unitId && <Link to={`/units/${item.unitId}`}>{item.unitName}</Link>}
      </div>
      {!lock && (conference.heldOn === today() || state === 'UNDER_WAY') && (
        <Steps item={item} conference={conference} />
      )}
    </li>
  )
}
