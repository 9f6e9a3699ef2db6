import { Button, Select } from 'antd'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import styles from './Designer.module.css'
import { CODE, type Draft, type Part } from './draft'
import { Labelled, NumberField, TextField } from './fields'
import { freePartCode, groupsIn, mayLieIn, partSum } from './parts'
import type { Finding } from './queries'
import { RowList } from './rules/RowList'

interface Props {
  draft: Draft
  findings: Finding[]
  /** The parts after one was added, taken out or written anew. */
  onParts(parts: Part[], typed: boolean): void
}

/** The headings above the groups: code, name, what its groups come to, and which other part each lies in. */
export function PartsPanel({ draft, findings, onParts }: Props) {
  const { t } = useI18n()
  const parts = draft.parts ?? []
  const of = (at: number) => findings.filter(({ pointer }) => `${pointer}/`.startsWith(`/parts/${at}/`))
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
      >
        {(part, change, at) => (
          <OnePart draft={draft} part={part} at={at} findings={of(at)} onPart={change} />
        )}
      </RowList>
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
  const among = mayLieIn(parts, part)
  return (
    <div className={styles.term} data-testid={`part-${at}-fields`}>
      <div className={styles.fields}>
        <div className={styles.narrow}>
          <Labelled label={t('design.code')}>
            {(id) => (
              <TextField
                id={id}
                value={part.code}
                onValue={(code) => onPart({ ...part, code })}
                fits={(text) => CODE.test(text) && !parts.some((one) => one !== part && one.code === text)}
                maxLength={35}
                testId={`part-${at}-code`}
              />
            )}
          </Labelled>
        </div>
        <div className={styles.grows}>
          <Labelled label={t('design.part.name')}>
            {(id) => (
              <TextField
                id={id}
                value={part.name}
                onValue={(name) => onPart({ ...part, name })}
                maxLength={500}
                testId={`part-${at}-name`}
              />
            )}
          </Labelled>
        </div>
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
          <Labelled label={t('design.part.in')}>
            {(id) => (
              <Select
                id={id}
                value={part.in ?? ''}
                onChange={(code) => onPart({ ...part, in: code || null })}
                options={[
                  { value: '', label: t('design.part.none') },
                  ...among.map((one) => ({ value: one.code, label: `${one.code} ${one.name}` })),
                ]}
                status={part.in && !among.some((one) => one.code === part.in) ? 'error' : undefined}
                data-testid={`part-${at}-in`}
              />
            )}
          </Labelled>
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
