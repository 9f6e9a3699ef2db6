import { Button } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import styles from './Designer.module.css'
import type { Draft, Group, Part } from './draft'
import { Labelled, NumberField } from './fields'
import { CodeAndName, InPart } from './heading'
import { exchanged, freePartCode, groupsIn, mayLieIn, neighbour, partSum } from './parts'
import type { Finding } from './queries'
import { RowList } from './rules/RowList'

interface Props {
  draft: Draft
  findings: Finding[]
  /** The parts after one was added, taken out or written anew. */
  onParts(parts: Part[], typed: boolean): void
  /** Parts and groups after a part changed places with another. */
  onMoved(moved: { parts: Part[]; groups: Group[] }): void
}

function findingsOf(findings: Finding[], at: number): Finding[] {
  return findings.filter(({ pointer }) => `${pointer}/`.startsWith(`/parts/${at}/`))
}

/** The headings above the groups: code, name, what its groups come to, and which other part each lies in. */
export function PartsPanel({ draft, findings, onParts, onMoved }: Props) {
  const { t } = useI18n()
  const parts = draft.parts ?? []
  const of = (at: number) => findingsOf(findings, at)
  return (
    <div className={styles.terms} data-testid="design-parts">
      <p className={styles.hint}>{t('design.parts.text')}</p>
      <RowList<Part>
        legend={t('design.tab.parts')}
        rows={parts}
        fresh={() => ({ code: freePartCode(parts), name: t('design.part.new'), maximum: 0, in: null })}
        onRows={(rows) => onParts(rows, rows.length === parts.length)}
        faulty={new Set(parts.flatMap((_, at) => (of(at).length > 0 ? [at] : [])))}
        addLabel={t('design.part.add')}
        testId="part"
        moving={{
          words: (part, by) => t(by === -1 ? 'design.part.up' : 'design.part.down', { code: part.code }),
          may: (part, by) => neighbour(parts, parts, part, by) !== undefined,
          move: (part, by) => {
            const other = neighbour(parts, parts, part, by)
            const moved = other && exchanged(draft, part, other, by)
            if (moved) onMoved(moved)
            return moved?.parts.indexOf(part) ?? -1
          },
        }}
      >
        {(part, change, at) => (
          <OnePart draft={draft} part={part} at={at} findings={of(at)} onPart={change} />
        )}
      </RowList>
    </div>
  )
}

interface PanelProps {
  draft: Draft
  part: Part
  findings: Finding[]
  onPart(part: Part): void
  /** Somebody wants to see all parts. */
  onAll(): void
}

/** All that is written of one part. */
export function PartPanel({ draft, part, findings, onPart, onAll }: PanelProps) {
  const { t } = useI18n()
  const at = draft.parts?.indexOf(part) ?? -1
  return (
    <div className={styles.panel} data-testid="part-panel">
      <OnePart draft={draft} part={part} at={at} findings={findingsOf(findings, at)} onPart={onPart} />
      <div>
        <Button size="small" onClick={onAll} data-testid="part-all">
          {t('design.part.all')}
        </Button>
      </div>
    </div>
  )
}

interface PartProps {
  draft: Draft
  part: Part
  at: number
  findings: Finding[]
  onPart(part: Part): void
}

function OnePart({ draft, part, at, findings, onPart }: PartProps) {
  const { t } = useI18n()
  const formats = useFormats()
  const parts = draft.parts ?? []
  const come = partSum(draft, part)
  const groups = groupsIn(draft, part)
  const pooled = draft.bonus !== 'ABOVE' && groups.some((one) => (one.bonusMaximum ?? 0) > 0)
  return (
    <div className={styles.term} data-testid={`part-${at}-fields`}>
      <div className={styles.fields}>
        <CodeAndName
          of={part}
          nameLabel={t('design.part.name')}
          taken={new Set(parts.flatMap((one) => (one === part ? [] : [one.code])))}
          longest={500}
          onChange={(change) => onPart({ ...part, ...change })}
          testId={`part-${at}`}
        />
      </div>
      <div className={styles.fields}>
        <Labelled
          label={t('design.part.maximum')}
          hint={
            groups.length === 0
              ? t('design.part.empty')
              : t(pooled ? 'design.part.sum.bonus' : 'design.part.sum', {
                  sum: formats.number(come),
                  groups: groups.map((one) => one.code).join(', '),
                })
          }
        >
          {(id) => (
            <NumberField
              id={id}
              value={part.maximum}
              onValue={(maximum) => onPart({ ...part, maximum })}
              suffix={t('design.unit.points')}
              faulty={come !== part.maximum}
              testId={`part-${at}-maximum`}
            />
          )}
        </Labelled>
        <div className={styles.grows}>
          <InPart
            value={part.in}
            parts={mayLieIn(parts, part)}
            onChange={(code) => onPart({ ...part, in: code })}
            testId={`part-${at}-in`}
          />
        </div>
      </div>
      {come !== part.maximum && groups.length > 0 && (
        <div>
          <Button
            size="small"
            onClick={() => onPart({ ...part, maximum: come })}
            data-testid={`part-${at}-take`}
          >
            {t('design.group.take', { base: formats.number(come) })}
          </Button>
        </div>
      )}
      {findings.map((one) => (
        <span
          key={one.pointer + one.code}
          className={styles.wrongPart}
          data-testid={`part-${at}-${one.code}`}
        >
          {one.detail}
        </span>
      ))}
    </div>
  )
}
