import { Skeleton } from 'antd'
import { useSearchParams } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { SeasonFrame } from '../indicators/SeasonFrame'
import { useScoresheets } from '../indicators/scoreQueries'
import type { Scoresheet } from '../indicators/scoreTypes'
import { useSeasonRights } from '../indicators/season'
import type { Season } from '../indicators/types'
import { ButtonLink } from '../ui/ButtonLink'
import { Facts, Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { Begin } from './Begin'
import styles from './Designer.module.css'
import { Studio } from './Studio'

export function DesignerPage() {
  return (
    <SeasonFrame section="scoresheet">{(season) => <Designer key={season.id} season={season} />}</SeasonFrame>
  )
}

/** A sheet being written, or the choice of what to begin from. */
function Designer({ season }: { season: Season }) {
  const { t } = useI18n()
  const rights = useSeasonRights(season)
  const [params] = useSearchParams()
  const id = params.get('sheet')
  const sheets = useScoresheets(season.id)
  if (!rights.whole) return <Nothing title={t('design.forbidden')} text={t('design.forbidden.text')} />
  if (!id) return <Begin season={season} />
  if (!sheets.data) {
    return sheets.error ? (
      <Failed failure={sheets.error} retry={() => sheets.refetch()} />
    ) : (
      <Skeleton active paragraph={{ rows: 10 }} />
    )
  }
  const sheet = sheets.data.find((one) => one.id === id)
  if (!sheet) return <Nothing title={t('design.gone')} />
  return sheet.status === 'FROZEN' ? (
    <Frozen sheet={sheet} season={season} />
  ) : (
    <Studio key={sheet.id} sheet={sheet} season={season} />
  )
}

/** What was frozen, with the hash by which anybody can check that it is still the same. */
function Frozen({ sheet, season }: { sheet: Scoresheet; season: Season }) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <Panel title={sheet.title} testId="design-frozen">
      <div className={styles.panel}>
        <p>{t('design.frozen')}</p>
        <Facts
          items={[
            { label: t('design.frozen.edition'), value: t('sheet.edition', { n: sheet.edition }) },
            { label: t('design.frozen.at'), value: sheet.frozenAt ? formats.instant(sheet.frozenAt) : '—' },
            {
              label: 'SHA-256',
              value: <code className={styles.hash}>{sheet.sha256}</code>,
              testId: 'frozen-hash',
            },
          ]}
        />
        <div className={styles.inline}>
          <ButtonLink to={`/seasons/${season.id}/scoresheet?sheet=${sheet.id}`} type="primary">
            {t('design.frozen.show')}
          </ButtonLink>
          <ButtonLink to={`/seasons/${season.id}/scoresheet/design`}>{t('design.new')}</ButtonLink>
        </div>
      </div>
    </Panel>
  )
}
