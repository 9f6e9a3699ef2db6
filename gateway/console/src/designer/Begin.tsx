import { useQueryClient } from '@tanstack/react-query'
import { Button, Select, Skeleton } from 'antd'
import { useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { content, indicator } from '../api/client'
import { Intention } from '../api/intention'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useSeasons } from '../clusters/queries'
import { usePeriods } from '../indicators/reportQueries'
import { useScoresheets } from '../indicators/scoreQueries'
import type { Scoresheet } from '../indicators/scoreTypes'
import type { PeriodKind, Season } from '../indicators/types'
import { leftOutIn } from '../indicators/variants'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { ProblemAlert } from '../ui/ProblemAlert'
import { otherPeriod, WHOLE } from './begin'
import styles from './Designer.module.css'
import { type Draft, draftOf } from './draft'
import { Labelled } from './fields'
import { emptyTable, TABLES } from './tables'

/** From what a new sheet begins: a sheet of last season or of this one, an example, or nothing. */
export function Begin({ season }: { season: Season }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const periods = usePeriods(season.id)
  const seasons = useSeasons(season.clusterId)
  const present = useScoresheets(season.id)
  const [params] = useSearchParams()
  const from = present.data?.find((one) => one.id === params.get('from'))
  const [picked, setPeriod] = useState<string | null>(null)
  const period = picked ?? otherPeriod(from, periods.data ?? [], present.data ?? [])
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const intention = useRef(new Intention())
  const before = (seasons.data ?? [])
    .filter((one) => one.id !== season.id && one.from <= season.from)
    .sort((a, b) => b.from.localeCompare(a.from))
    .slice(0, 3)

  async function begin(draft: Draft) {
    const body = { ...draft, seasonId: season.id, periodId: period === WHOLE ? null : period }
    setBusy(true)
    setFailure(null)
    try {
      const made = await content(
        indicator.POST('/api/v1/scoresheets', { body, headers: intention.current.headersFor(body) as never }),
      )
      intention.current.fulfilled()
      queries.invalidateQueries({ queryKey: ['scoresheets', season.id] })
      navigate(`/seasons/${season.id}/scoresheet/design?sheet=${(made as Scoresheet).id}`)
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }

  const title = t('design.begin.title', { season: season.name })
  const kind: PeriodKind = periods.data?.find((one) => one.id === period)?.kind ?? 'YEAR'
  const copied = (sheet: Scoresheet): Draft => {
    const draft = draftOf(sheet)
    if (sheet.seasonId !== season.id) return { ...draft, title, provenance: 'LIVE', source: null }
    // For another period of its season it is the same text, adopted by the same; a new edition is new work.
    const another = (sheet.periodId ?? WHOLE) !== period
    return another ? draft : { ...draft, provenance: 'LIVE', source: null }
  }
  return (
    <Panel title={t('design.begin')} testId="design-begin">
      <p className={styles.hint}>{t('design.begin.text')}</p>
      <Labelled label={t('design.begin.period')} hint={t('design.begin.period.hint')}>
        {(id) => (
          <Select
            id={id}
            className={styles.half}
            value={period}
            onChange={setPeriod}
            options={[
              { value: WHOLE, label: t('design.begin.whole') },
              ...(periods.data ?? []).map((one) => ({ value: one.id, label: one.name })),
            ]}
            data-testid="begin-period"
          />
        )}
      </Labelled>
      <ProblemAlert failure={failure} />
      {present.error && !present.data && <Failed failure={present.error} retry={() => present.refetch()} />}
      <div className={styles.ways}>
        {from && (
          <SheetWay
            sheet={from}
            kind={kind}
            where={t('design.begin.here')}
            busy={busy}
            onPick={() => begin(copied(from))}
          />
        )}
        {before.map((one) => (
          <Sheets
            key={one.id}
            season={one}
            kind={kind}
            busy={busy}
            onPick={(sheet) => begin(copied(sheet))}
          />
        ))}
        <Way
          title={t('design.begin.empty')}
          text={t('design.begin.empty.text')}
          busy={busy}
          onPick={() => begin(emptyTable(title, t('design.group.new'), t('design.criterion.new')))}
          testId="begin-empty"
        />
        {TABLES.map((table) => (
          <Way
            key={table.key}
            title={t(table.title)}
            text={t(table.text)}
            busy={busy}
            onPick={() => begin(table.draft(title))}
            testId={`begin-${table.key}`}
          />
        ))}
        {present.data
          ?.filter((one) => one !== from)
          .map((sheet) => (
            <SheetWay
              key={sheet.id}
              sheet={sheet}
              kind={kind}
              where={t('design.begin.here')}
              busy={busy}
              onPick={() => begin(copied(sheet))}
            />
          ))}
      </div>
    </Panel>
  )
}

function Sheets({
  season,
  kind,
  busy,
  onPick,
}: {
  season: { id: string; name: string }
  kind: PeriodKind
  busy: boolean
  onPick(sheet: Scoresheet): void
}) {
  const { t } = useI18n()
  const sheets = useScoresheets(season.id)
  if (!sheets.data) {
    return sheets.error ? (
      <Failed failure={sheets.error} retry={() => sheets.refetch()} />
    ) : (
      <Skeleton active title={false} paragraph={{ rows: 2 }} />
    )
  }
  return sheets.data.map((sheet) => (
    <SheetWay
      key={sheet.id}
      sheet={sheet}
      kind={kind}
      where={t('season.name', { name: season.name })}
      busy={busy}
      onPick={() => onPick(sheet)}
    />
  ))
}

function SheetWay({
  sheet,
  kind,
  where,
  busy,
  onPick,
}: {
  sheet: Scoresheet
  /** Of the period that is begun. */
  kind: PeriodKind
  where: string
  busy: boolean
  onPick(): void
}) {
  const { t } = useI18n()
  const formats = useFormats()
  const criteria = sheet.groups.reduce((all, group) => all + group.criteria.length, 0)
  const left = leftOutIn(sheet, kind)
  return (
    <Way
      title={t('design.begin.copy', { title: sheet.title })}
      text={[
        t('design.begin.copy.text', {
          where,
          edition: t('sheet.edition', { n: sheet.edition }),
          status: t(`sheet.status.${sheet.status}`),
          groups: sheet.groups.length,
          criteria,
          maximum: formats.number(sheet.maximum),
        }),
        ...(left > 0 ? [t('design.begin.copy.left', { n: left, period: t(`period.${kind}`) })] : []),
      ].join(' ')}
      busy={busy}
      onPick={onPick}
      testId={`begin-copy-${sheet.id}`}
    />
  )
}

function Way(props: { title: string; text: string; busy: boolean; onPick(): void; testId: string }) {
  const { t } = useI18n()
  return (
    <section className={styles.way}>
      <h3>{props.title}</h3>
      <p>{props.text}</p>
      <Button disabled={props.busy} onClick={props.onPick} data-testid={props.testId}>
        {t('design.begin.this')}
        <span className="heard">: {props.title}</span>
      </Button>
    </section>
  )
}
