import { Alert, Select, Skeleton } from 'antd'
import { useSearchParams } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useSeasons } from '../clusters/queries'
import { SeasonFrame } from '../indicators/SeasonFrame'
import { useRankings, useScoresheets } from '../indicators/scoreQueries'
import { useSeasonMembers } from '../indicators/season'
import type { Season } from '../indicators/types'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { Closeness } from './Closeness'
import { useReplay } from './queries'
import { ReplayResult } from './ReplayResult'
import styles from './Scrutiny.module.css'

export function ReplayPage() {
  return (
    <SeasonFrame section="scoresheet">{(season) => <ReplayOf key={season.id} season={season} />}</SeasonFrame>
  )
}

/** A sheet of this season tried on one that is over. */
export function ReplayOf({ season }: { season: Season }) {
  const { t } = useI18n()
  const formats = useFormats()
  const [params, setParams] = useSearchParams()
  const sheets = useScoresheets(season.id)
  const seasons = useSeasons(season.clusterId)
  const earlier = (seasons.data ?? [])
    .filter((one) => one.from <= season.from)
    .sort((a, b) => b.from.localeCompare(a.from))
  const pastSeason =
    earlier.find((one) => one.id === params.get('season')) ??
    earlier.find((one) => one.id !== season.id) ??
    earlier[0]
  const pastSheets = useScoresheets(pastSeason?.id ?? season.id)
  const frozen = pastSheets.data?.filter((one) => one.status === 'FROZEN') ?? []
  const sheet = sheets.data?.find((one) => one.id === params.get('sheet')) ?? sheets.data?.at(-1)
  // Tried on itself a sheet changes nothing.
  const onto =
    frozen.find((one) => one.id === params.get('onto')) ??
    frozen.findLast((one) => one.id !== sheet?.id) ??
    frozen.at(-1)
  const replay = useReplay(sheet?.id, onto?.id)
  const choose = (name: string, value: string) => {
    params.set(name, value)
    if (name === 'season') params.delete('onto')
    setParams(params, { replace: true })
  }
  const failure = sheets.error ?? seasons.error ?? pastSheets.error
  if (!sheets.data || !seasons.data || !pastSheets.data) {
    return failure ? <Failed failure={failure} /> : <Skeleton active paragraph={{ rows: 8 }} />
  }
  if (!sheet) return <Nothing title={t('sheet.empty')} text={t('sheet.empty.text')} />
  return (
    <div className={styles.all}>
      <div className={styles.bar}>
        <Pick
          label={t('replay.tried')}
          value={sheet.id}
          onChange={(id) => choose('sheet', id)}
          options={sheets.data.map((one) => ({
            value: one.id,
            label: `${one.title} · ${t('sheet.edition', { n: one.edition })} · ${t(`sheet.status.${one.status}`)}`,
          }))}
          testId="replay-tried"
        />
        <Pick
          label={t('replay.season')}
          value={pastSeason?.id}
          onChange={(id) => choose('season', id)}
          options={earlier.map((one) => ({ value: one.id, label: one.name }))}
          testId="replay-season"
        />
        <Pick
          label={t('replay.past')}
          value={onto?.id}
          onChange={(id) => choose('onto', id)}
          options={frozen.map((one) => ({
            value: one.id,
            label: `${one.title} · ${t('sheet.edition', { n: one.edition })} · ${formats.number(one.maximum)}`,
          }))}
          testId="replay-past"
        />
      </div>
      <Alert type="info" showIcon title={t('replay.note')} />
      {!onto ? (
        <Nothing title={t('replay.none')} text={t('replay.none.text')} />
      ) : replay.data && pastSeason ? (
        <>
          <ReplayResult replay={replay.data} season={pastSeason as Season} />
          <PastCloseness season={pastSeason as Season} sheetId={onto.id} />
        </>
      ) : replay.error ? (
        <Failed failure={replay.error} retry={() => replay.refetch()} />
      ) : (
        <Skeleton active paragraph={{ rows: 8 }} />
      )}
    </div>
  )
}

/** How close the places of that season were by the sheet it was ranked by; nothing where it was not ranked. */
function PastCloseness({ season, sheetId }: { season: Season; sheetId: string }) {
  const members = useSeasonMembers(season)
  const rankings = useRankings(season.id)
  const ranking = rankings.data?.findLast((one) => one.scoresheetId === sheetId && one.status !== 'REOPENED')
  if (!ranking) return null
  return (
    <Closeness
      rankingId={ranking.id}
      name={(id) => members.data?.find((one) => one.unitId === id)?.unitName ?? '…'}
    />
  )
}

interface PickProps {
  label: string
  value: string | undefined
  onChange(value: string): void
  options: { value: string; label: string }[]
  testId: string
}

function Pick({ label, value, onChange, options, testId }: PickProps) {
  return (
    <label htmlFor={testId}>
      {label}
      <Select
        id={testId}
        className={styles.pick}
        value={value}
        onChange={onChange}
        options={options}
        data-testid={testId}
      />
    </label>
  )
}
