import { PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Minutes, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import styles from '../clusters/Clusters.module.css'
import { useConferenceLock } from '../clusters/rights'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Lock } from '../ui/ReasonOfLock'
import { DraftState } from './DraftState'
import { LayForm } from './Forms'
import { useDrafts } from './queries'

/** The papers laid before the units of a conference for their comments. */
export function Drafts({ conference, seasons }: { conference: Minutes; seasons: Season[] }) {
  const { t } = useI18n()
  const formats = useFormats()
  const may = useConferenceLock(seasons)
  const lock = may ?? (conference.heldOn < today() ? t('invitations.over') : undefined)
  const { data, error, refetch } = useDrafts(conference.id)
  const [laying, setLaying] = useState(false)
  return (
    <Panel
      title={t('drafts.title', { n: formats.number(data?.length ?? 0) })}
      testId="drafts"
      aside={
        <Lock reason={lock}>
          {(locked) => (
            <Button
              size="small"
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setLaying(true)}
              data-testid="draft-lay"
            >
              {t('drafts.lay')}
            </Button>
          )}
        </Lock>
      }
    >
      {!data &&
        (error ? <Failed failure={error} retry={() => refetch()} /> : <Skeleton active title={false} />)}
      {data?.length === 0 && <p className={styles.quiet}>{t('drafts.empty')}</p>}
      {data && data.length > 0 && (
        <ul className={styles.list}>
          {data.map((draft) => (
            <li key={draft.id} data-testid={`draft-line-${draft.title}`}>
              <Link to={`/drafts/${draft.id}`} className={styles.strong}>
                {draft.title}
              </Link>
              <DraftState draft={draft} />
            </li>
          ))}
        </ul>
      )}
      {laying && <LayForm conference={conference} onClose={() => setLaying(false)} />}
    </Panel>
  )
}
