import { LockOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Grid, Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { RoleLock } from '../ui/RoleLock'
import { SavedLine } from '../ui/sheet/Fate'
import { useAutosaves } from '../ui/sheet/useAutosaves'
import { AddIndicator } from './AddIndicator'
import { useLockWords } from './AgreementState'
import { Agreements } from './Agreements'
import { Amendments } from './Amendments'
import { useAgreements } from './agreementQueries'
import { lockedBy, openOnes, speaksFor } from './agreements'
import { FreezeTargets } from './FreezeTargets'
import { SeasonFrame } from './SeasonFrame'
import { useSeasonMembers, useSeasonRights } from './season'
import { TargetGrid } from './TargetGrid'
import { TargetMore } from './TargetMore'
import styles from './Targets.module.css'
import { TwoWays } from './TwoWays'
import { readTarget, useTargetSheet, useTargets, writeTarget } from './targetQueries'
import { cellKey, indicatorsOf, missing, type Promised, savedOf, type TargetIndicator } from './targets'
import type { Measured } from './targetWork'
import type { Member, Season } from './types'
import { useTargetWork } from './useTargetWork'

export function Targets() {
  return (
    <SeasonFrame section="targets">{(season) => <TargetsOf key={season.id} season={season} />}</SeasonFrame>
  )
}

type View = 'both' | 'assigned' | 'registered'

function TargetsOf({ season }: { season: Season }) {
  const { t } = useI18n()
  const formats = useFormats()
  const queries = useQueryClient()
  const wide = Grid.useBreakpoint().lg !== false
  const rights = useSeasonRights(season)
  const members = useSeasonMembers(season)
  const targets = useTargets(season.id)
  const sheet = useTargetSheet(season.id)
  const agreements = useAgreements(season.id)
  const lockWords = useLockWords()
  const [view, setView] = useState<View>('both')
  const [unit, setUnit] = useState<string | null>(null)
  const [added, setAdded] = useState<TargetIndicator[]>([])
  const [open, setOpen] = useState<'freeze' | 'add' | null>(null)
  const [more, setMore] = useState<{ member: Member; one: TargetIndicator } | null>(null)

  const known = targets.data
  const units = useMemo(
    () =>
      [...new Map(members.data?.map((member) => [member.unitId, member])).values()].sort((a, b) =>
        a.unitName.localeCompare(b.unitName, 'vi'),
      ),
    [members.data],
  )
  const indicators = useMemo(() => {
    const found = indicatorsOf(known ?? [])
    return [...found, ...added.filter((one) => !found.some((other) => other.id === one.id))]
  }, [known, added])
  const rows = useMemo(() => {
    if (!known) return undefined
    const byKey = new Map(known.map((target) => [cellKey(target.unitId, target.indicatorId), target]))
    return units.flatMap((member) =>
      indicators.map((one) => {
        const key = cellKey(member.unitId, one.id)
        return { key, saved: savedOf(byKey.get(key)) }
      }),
    )
  }, [known, units, indicators])
  const saves = useAutosaves<Promised>(rows, {
    send: async (key, values, version) => {
      const saved = await writeTarget(season.id, key, values, version)
      queries.invalidateQueries({ queryKey: ['targets', 'agreements', season.id] })
      return saved
    },
    reload: (key) => readTarget(season.id, key),
  })

  const frozen = sheet.data?.frozenAt ?? null
  const mine = units.find((member) => rights.own(member.unitId))?.unitId ?? units[0]?.unitId ?? null
  const shownUnit = wide ? unit : (unit ?? mine)
  const measured: Measured[] = shownUnit
    ? ['lastYear', 'assigned', 'registered']
    : view === 'both'
      ? ['assigned', 'registered']
      : [view]
  const locked = frozen
    ? t('targets.lock.frozen', { time: formats.instant(frozen) })
    : season.state === 'CLOSED' && season.mode === 'LIVE'
      ? t('targets.lock.closed')
      : null
  const shownUnits = shownUnit ? units.filter((member) => member.unitId === shownUnit) : units
  const agreementOf = useMemo(() => {
    const byUnit = new Map(agreements.data?.map((one) => [one.unitId, one]))
    return (unitId: string) => byUnit.get(unitId)
  }, [agreements.data])
  const lockOf = (unitId: string) => {
    const one = agreementOf(unitId)
    const by = lockedBy(one, speaksFor(rights, season.headships, unitId).above)
    return one && by && (rights.whole || rights.own(unitId)) ? lockWords(by, one) : null
  }
  const mayWrite = (unitId: string, field: Measured) =>
    locked === null &&
    lockOf(unitId) === null &&
    (rights.whole || (field === 'registered' && rights.own(unitId)))
  const work = useTargetWork({ units: shownUnits, indicators, measured, rowOf: saves.row, mayWrite })
  const unread = Object.values(work.unread)

  const failure = members.error ?? targets.error ?? sheet.error ?? agreements.error
  if (!known || !members.data || !sheet.data || !agreements.data) {
    return failure ? (
      <Failed
        failure={failure}
        retry={() => {
          members.refetch()
          targets.refetch()
          sheet.refetch()
          agreements.refetch()
        }}
      />
    ) : null
  }
  const moreSave = more && saves.row(cellKey(more.member.unitId, more.one.id))
  const gaps = missing(units, indicators, known)
  const unsaved = saves.counts.unsaved + unread.length
  const agreed = agreements.data
  const lockOfShown = shownUnit && locked === null ? lockOf(shownUnit) : null
  const steps = indicators.length > 0 && (frozen === null || agreed.some((one) => one.version > 0)) && (
    <div className={shownUnit ? styles.before : styles.after}>
      <Agreements
        season={season}
        shown={shownUnit ? agreed.filter((one) => one.unitId === shownUnit) : agreed}
        all={agreed}
        rights={rights}
        unsaved={unsaved}
        lock={locked}
      />
    </div>
  )

  return (
    <>
      <div className={styles.bar}>
        <Select
          className={styles.unit}
          value={shownUnit ?? 'all'}
          onChange={(value) => setUnit(value === 'all' ? null : value)}
          options={[
            ...(wide ? [{ value: 'all', label: t('targets.allUnits') }] : []),
            ...units.map((member) => ({ value: member.unitId, label: member.unitName })),
          ]}
          aria-label={t('targets.unit')}
          data-testid="target-unit"
        />
        {!shownUnit && (
          <Segmented<View>
            value={view}
            onChange={setView}
            options={(['both', 'assigned', 'registered'] as const).map((value) => ({
              value,
              label: t(`targets.view.${value}`),
            }))}
          />
        )}
        <span className={styles.grow} />
        {locked === null && <SavedLine counts={saves.counts} unread={unread.length} />}
        <RoleLock
          roles={['STANDING_OFFICER', 'ADMINISTRATOR', 'UNIT_OFFICER', 'UNIT_LEADER']}
          because={locked}
        >
          {(isLocked) => (
            <Button
              icon={<PlusOutlined />}
              disabled={isLocked}
              onClick={() => setOpen('add')}
              data-testid="target-add-indicator"
            >
              {t('targets.add')}
            </Button>
          )}
        </RoleLock>
        <RoleLock
          roles={['STANDING_OFFICER', 'ADMINISTRATOR', 'UNIT_OFFICER', 'UNIT_LEADER']}
          because={locked ?? (!rights.whole && t('targets.lock.whole'))}
        >
          {(isLocked) => (
            <Button
              type="primary"
              icon={<LockOutlined />}
              disabled={isLocked}
              onClick={() => setOpen('freeze')}
              data-testid="targets-freeze"
            >
              {t('targets.freeze')}
            </Button>
          )}
        </RoleLock>
      </div>
      {frozen && (
        <details className={styles.frozen} data-testid="targets-frozen">
          <summary>
            <LockOutlined aria-hidden />{' '}
            {t('targets.frozen', {
              time: formats.instant(frozen),
              hash: sheet.data.sha256?.slice(0, 12) ?? '',
            })}
          </summary>
          <p>{t('targets.frozen.text')}</p>
          <code data-testid="targets-hash">{sheet.data.sha256}</code>
          <pre>{sheet.data.text}</pre>
        </details>
      )}
      {unread.some(({ why }) => why === 'twoWays') && (
        <TwoWays waiting={unread.filter(({ why }) => why === 'twoWays')} onRead={work.read} />
      )}
      {shownUnit && steps}
      {lockOfShown && (
        <p className={styles.quiet} data-testid="targets-lock">
          <LockOutlined aria-hidden /> {lockOfShown}
        </p>
      )}
      {indicators.length === 0 || units.length === 0 ? (
        <Nothing title={t('targets.empty')} text={t('targets.empty.text')} />
      ) : (
        <TargetGrid
          units={shownUnits}
          indicators={indicators}
          measured={measured}
          rowOf={(unitId, indicatorId) => saves.row(cellKey(unitId, indicatorId))}
          mayWrite={mayWrite}
          lockOf={(unitId) => (locked === null ? lockOf(unitId) : null)}
          agreementOf={agreementOf}
          work={work}
          targetOf={(unitId, indicatorId) =>
            known.find((target) => target.unitId === unitId && target.indicatorId === indicatorId)
          }
          onMore={(member, one) => setMore({ member, one })}
        />
      )}
      {locked === null && wide && <p className={styles.quiet}>{t('targets.keys')}</p>}
      {!shownUnit && steps}
      {frozen && (
        <div className={styles.after}>
          <Amendments
            season={season}
            units={units}
            indicators={indicators}
            targets={known}
            rights={rights}
            lock={season.state === 'CLOSED' && season.mode === 'LIVE' ? t('targets.lock.closed') : null}
          />
        </div>
      )}
      {more && moreSave && (
        <TargetMore
          onChange={(values) => work.change(cellKey(more.member.unitId, more.one.id), values)}
          indicator={more.one}
          save={moreSave}
          unitName={more.member.unitName}
          mayAssign={mayWrite(more.member.unitId, 'assigned')}
          mayRegister={mayWrite(more.member.unitId, 'registered')}
          onClose={() => setMore(null)}
        />
      )}
      {open === 'freeze' && (
        <FreezeTargets
          season={season}
          units={units}
          indicators={indicators}
          gaps={gaps}
          open={openOnes(agreed)}
          unsaved={unsaved}
          onClose={() => setOpen(null)}
          onDone={() => queries.invalidateQueries({ queryKey: ['targets'] })}
        />
      )}
      {open === 'add' && (
        <AddIndicator
          season={season}
          known={indicators.map((one) => one.id)}
          onAdd={(more) => setAdded([...added, ...more])}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
