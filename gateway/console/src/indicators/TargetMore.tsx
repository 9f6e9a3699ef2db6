import { App, Button, Drawer, Grid, Input, InputNumber, Select } from 'antd'
import { type ComponentProps, useState } from 'react'
import { useI18n } from '../app/i18n'
import type { Autosave } from '../ui/sheet/autosave'
import { Trouble } from '../ui/sheet/Fate'
import { useAutosave } from '../ui/sheet/useAutosaves'
import { AnswerChoice } from './AnswerChoice'
import { isAnswered } from './answers'
import styles from './Targets.module.css'
import type { Promised, TargetIndicator } from './targets'
import { useWritten } from './useAnswers'

const PARTS = ['H1', 'M9'] as const

interface Props {
  indicator: TargetIndicator
  save: Autosave<Promised>
  onChange(values: Partial<Promised>): void
  unitName: string
  mayAssign: boolean
  mayRegister: boolean
  onClose(): void
}

/** A number, or the word that stands for it. */
function Amount({ of, ...props }: ComponentProps<typeof AnswerChoice>) {
  return isAnswered(of) ? <AnswerChoice of={of} {...props} /> : <InputNumber<number> {...props} />
}

/** What a target says beyond its numbers: the unit of measure, portions by period, and names where it is a list. */
export function TargetMore({ indicator, save, onChange, unitName, mayAssign, mayRegister, onClose }: Props) {
  const { t } = useI18n()
  const written = useWritten()
  const { message } = App.useApp()
  const wide = Grid.useBreakpoint().md !== false
  const { draft, fate } = useAutosave(save)
  const [typed, setTyped] = useState<Promised>(draft)
  const [names, setNames] = useState(draft.items.join('\n'))
  const portion = (kind: (typeof PARTS)[number]) =>
    typed.portions.find(({ periodKind }) => periodKind === kind) ?? {
      periodKind: kind,
      assigned: null,
      registered: null,
    }
  const change = (
    kind: (typeof PARTS)[number],
    values: { assigned?: number | null; registered?: number | null },
  ) =>
    setTyped({
      ...typed,
      portions: PARTS.map((one) => (one === kind ? { ...portion(one), ...values } : portion(one))).filter(
        ({ assigned, registered }) => assigned !== null || registered !== null,
      ),
    })
  const locked = !mayAssign && !mayRegister
  return (
    <Drawer
      open
      title={indicator.name}
      size={wide ? 480 : '100%'}
      onClose={onClose}
      data-testid="target-more"
      footer={
        !locked && (
          <Button
            type="primary"
            onClick={() => {
              const items = names
                .split('\n')
                .map((name) => name.trim())
                .filter(Boolean)
              onChange({
                unitOfMeasure: typed.unitOfMeasure,
                portions: typed.portions,
                items,
                ...(items.length > 0 ? { registered: items.length } : {}),
              })
              message.info(t('targets.more.sent'))
            }}
            data-testid="target-more-save"
          >
            {t('action.save')}
          </Button>
        )
      }
    >
      <p className={styles.measure}>{unitName}</p>
      <Trouble
        row={save}
        fate={fate}
        labels={{
          unitOfMeasure: t('report.unitOfMeasure'),
          portions: t('targets.more.portions'),
          items: t('targets.more.items'),
          registered: t('targets.registered'),
        }}
        show={(_, value) => (typeof value === 'number' ? written(value, indicator) : String(value ?? '—'))}
        testId="target-more"
      />
      {indicator.furtherUnits.length > 0 && (
        <div className={styles.field}>
          <span>{t('report.unitOfMeasure')}</span>
          <Select
            value={typed.unitOfMeasure ?? indicator.unitOfMeasure}
            disabled={locked}
            options={[indicator.unitOfMeasure, ...indicator.furtherUnits].map((value) => ({
              value,
              label: value,
            }))}
            onChange={(unitOfMeasure) => setTyped({ ...typed, unitOfMeasure })}
            aria-label={t('report.unitOfMeasure')}
            data-testid="target-more-unit"
          />
        </div>
      )}
      <h4>{t('targets.more.portions')}</h4>
      <p className={styles.measure}>{t('targets.more.portions.hint')}</p>
      {PARTS.map((kind) => (
        <div key={kind} className={styles.field}>
          <span>{t(`period.${kind}`)}</span>
          <Amount
            of={indicator}
            value={portion(kind).assigned}
            disabled={!mayAssign}
            onChange={(assigned) => change(kind, { assigned })}
            placeholder={t('targets.assigned')}
            aria-label={`${t(`period.${kind}`)}, ${t('targets.assigned')}`}
            data-testid={`target-more-${kind}-assigned`}
          />
          <Amount
            of={indicator}
            value={portion(kind).registered}
            disabled={locked}
            onChange={(registered) => change(kind, { registered })}
            placeholder={t('targets.registered')}
            aria-label={`${t(`period.${kind}`)}, ${t('targets.registered')}`}
            data-testid={`target-more-${kind}-registered`}
          />
        </div>
      ))}
      <h4>{t('targets.more.items')}</h4>
      <p className={styles.measure}>{t('targets.more.items.hint')}</p>
      <Input.TextArea
        value={names}
        disabled={locked}
        onChange={(event) => setNames(event.target.value)}
        rows={3}
        aria-label={t('targets.more.items')}
        data-testid="target-more-items"
      />
    </Drawer>
  )
}
