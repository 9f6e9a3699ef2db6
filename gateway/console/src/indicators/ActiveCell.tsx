import { MessageOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useContext, useSyncExternalStore } from 'react'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import type { Autosave } from '../ui/sheet/autosave'
import { Trouble } from '../ui/sheet/Fate'
import type { Place } from '../ui/sheet/range'
import { useAutosave } from '../ui/sheet/useAutosaves'
import { SelectionContext } from '../ui/sheet/useCell'
import styles from './Cluster.module.css'
import type { Figure } from './clusterWork'
import type { Talk } from './commentQueries'
import { qualified } from './figures'
import { limitWords } from './limits'
import type { ClusterCell, ClusterIndicator, ClusterUnit } from './reportTypes'
import { unreadWords } from './unreadWords'
import { useWritten } from './useAnswers'
import { type ClusterWork, figureKey } from './useClusterWork'

interface Found {
  unit: ClusterUnit
  indicator: ClusterIndicator
  cell: ClusterCell
}

interface Props {
  at(place: Place): Found | null
  work: ClusterWork
  talks: Map<string, Talk>
  onComments(unit: ClusterUnit, indicator: ClusterIndicator): void
}

/** Everything that is known of the cell with the keyboard, below the sheet: small cells have no room for it. */
export function ActiveCell({ at, work, talks, onComments }: Props) {
  const { t } = useI18n()
  const selection = useContext(SelectionContext)
  const range = useSyncExternalStore(selection.subscribe, () => selection.range)
  const found = range && at(range.anchor)
  if (!found) return <p className={styles.active}>{t('cluster.pick')}</p>
  const { unit, indicator } = found
  const key = figureKey(unit.report.id ?? '', indicator.id)
  const save = work.saves.row(key)
  const unread = work.unread[key]
  const talk = talks.get(key)
  return (
    <div className={styles.active} data-testid="cluster-active">
      <strong>{unit.report.unitName}</strong> · {indicator.code} {indicator.name}
      <Facts {...found} />
      {unread && <span className={styles.why}>{unreadWords(t, unread)}</span>}
      {save && <Fates save={save} />}
      {unit.report.id && (
        <Button
          type="link"
          size="small"
          icon={<MessageOutlined />}
          onClick={() => onComments(unit, indicator)}
          data-testid="cluster-comments"
        >
          {talk?.open ? t('comments.count.open', { n: talk.open }) : t('comments.open.door')}
        </Button>
      )}
    </div>
  )
}

function Facts({ indicator, cell }: Found) {
  const { t } = useI18n()
  const formats = useFormats()
  const written = useWritten()
  const number = (value: number | null) => written(value, indicator)
  const unit = cell.unitOfMeasure ?? indicator.unitOfMeasure
  const facts = [
    cell.qualifier !== null && qualified(t, cell.qualifier, number(cell.value)),
    unit,
    cell.typed && `${number(cell.typed.value)} ${cell.typed.unitOfMeasure} = ${number(cell.value)} ${unit}`,
    limitWords(t, formats.number, indicator),
    `${t('report.target')} ${number(cell.target)}`,
    cell.lastYear !== null && t('report.lastYear', { value: number(cell.lastYear) }),
    cell.percent !== null &&
      `${t('report.percent')} ${formats.percent(Math.round(cell.percent * 100) / 100)}`,
    cell.verified !== null && `${t('report.verified')} ${number(cell.verified)}`,
    cell.evidence > 0 && t('evidence.count', { n: cell.evidence }),
    indicator.evidenceRequired && cell.evidence === 0 && cell.value !== null && t('report.warn.evidence'),
  ]
  return <span className={styles.facts}>{facts.filter(Boolean).join(' · ')}</span>
}

function Fates({ save }: { save: Autosave<Figure> }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { fate } = useAutosave(save)
  return (
    <Trouble
      quiet
      row={save}
      fate={fate}
      labels={{
        value: t('report.value'),
        unitOfMeasure: t('report.unitOfMeasure'),
        qualifier: t('report.stated'),
        notApplicable: t('report.notApplicable'),
      }}
      show={(field, value) =>
        typeof value === 'number'
          ? formats.number(value)
          : field === 'notApplicable'
            ? t(value ? 'report.notApplicable' : 'report.notApplicable.clear')
            : field === 'qualifier'
              ? value === null
                ? t('report.stated.exact')
                : qualified(t, String(value), '…')
              : String(value ?? '—')
      }
      testId="cluster-active"
    />
  )
}
