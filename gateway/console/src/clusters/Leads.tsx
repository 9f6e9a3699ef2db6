import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Headship, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Panel } from '../ui/Facts'
import { NotStated, ProvenanceMark } from '../ui/Provenance'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import styles from './Clusters.module.css'
import { HeadshipForm } from './HeadshipForm'
import { leadersOf } from './overview'

/** Who leads the season. */
export function Leads({ season }: { season: Season }) {
  const { t } = useI18n()
  const [adding, setAdding] = useState(false)
  const { head, deputies, standing } = leadersOf(season)
  return (
    <Panel
      title={t('heads.title')}
      testId="season-heads"
      aside={
        <ReasonOfLock ability="CLUSTERS_WRITE">
          {(locked) => (
            <Button
              size="small"
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setAdding(true)}
              data-testid="headship-add"
            >
              {t('heads.add')}
            </Button>
          )}
        </ReasonOfLock>
      }
    >
      <ul className={styles.list}>
        {head ? (
          <Office office={head} />
        ) : (
          <li className={styles.between} data-testid="head-unknown">
            <span>{t('heads.HEAD')}</span>
            {season.mode === 'RECORDED' ? <NotStated /> : t('heads.none')}
          </li>
        )}
        {[...deputies, ...standing].map((office) => (
          <Office key={office.id} office={office} />
        ))}
      </ul>
      {adding && (
        <HeadshipForm season={season} role={head ? 'DEPUTY' : 'HEAD'} onClose={() => setAdding(false)} />
      )}
    </Panel>
  )
}

function Office({ office }: { office: Headship }) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <li data-testid={`head-${office.role}-${office.unitName}`}>
      <div className={styles.between}>
        <span>
          <span className={styles.quiet}>{t(`heads.${office.role}`)}</span>
          <br />
          <Link to={`/units/${office.unitId}`} className={styles.strong}>
            {office.unitName}
          </Link>
        </span>
        <ProvenanceMark provenance={office.provenance} source={office.source} />
      </div>
      <div className={styles.quiet}>
        {t(`heads.how.${office.how}`)}
        {office.handedOverOn && ` · ${t('heads.handedOver', { date: formats.date(office.handedOverOn) })}`}
        {office.representative && ` · ${office.representative}`}
        {office.conferenceId && (
          <>
            {' · '}
            <Link to={`/conferences/${office.conferenceId}`}>{t('conferences.at')}</Link>
          </>
        )}
      </div>
    </li>
  )
}
