import { LeftOutlined, RightOutlined, WarningFilled } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useI18n } from '../app/i18n'
import { Sheet } from '../ui/sheet/Sheet'
import styles from './Report.module.css'
import { ReportCard } from './ReportCard'
import { adviceOf } from './report'
import type { RowProps } from './rowProps'
import { isEmpty } from './warnings'

/** A report on a phone: one indicator after the other, beginning at the first that is still empty. */
export function ReportCards({ rows, label }: { rows: RowProps[]; label: string }) {
  const { t } = useI18n()
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      rows.findIndex(({ save }) => isEmpty(save.draft)),
    ),
  )
  // Whoever goes on with the keyboard wants to type on at once; whoever presses a button wants to look first.
  const typing = useRef(false)
  const left = useRef(at)
  useEffect(() => {
    if (left.current === at) return
    left.current = at
    // The top of the new card, wherever in the last one the person was.
    box.current?.scrollIntoView({ block: 'start' })
    if (!typing.current) return
    typing.current = false
    box.current?.querySelector<HTMLInputElement>('input[data-cell-row]')?.focus({ preventScroll: true })
  }, [at])
  const row = rows[at]
  if (!row) return null
  const last = rows.length - 1
  const done = rows.filter(({ save }) => !isEmpty(save.draft)).length
  const firstEmpty = rows.findIndex(({ save }) => isEmpty(save.draft))
  const warned = rows.flatMap(({ cell, save }, index) =>
    adviceOf(save.draft, cell).length > 0 ? [index] : [],
  )
  const nextWarned = warned.find((index) => index > at) ?? warned[0]
  const back = at === last && firstEmpty >= 0
  const go = (to: number) => setAt(Math.max(0, Math.min(last, to)))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field inside goes on to the next indicator
    <div
      ref={box}
      className={styles.phone}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || at === last) return
        typing.current = true
        go(at + 1)
      }}
    >
      <div className={styles.phoneHead}>
        <label className={styles.jump}>
          <span className="heard">{t('report.card.jump')}</span>
          <select value={at} onChange={(event) => go(Number(event.target.value))} data-testid="card-jump">
            {rows.map(({ cell, save }, index) => (
              <option key={cell.indicatorId} value={index}>
                {`${index + 1}. ${isEmpty(save.draft) ? '' : '✓ '}${cell.name}`}
              </option>
            ))}
          </select>
        </label>
        <strong role="status" data-testid="card-progress">
          {t('report.card.progress', { n: at + 1, m: rows.length })}
        </strong>
        <Progress
          percent={Math.round((done / rows.length) * 100)}
          showInfo={false}
          size="small"
          aria-label={t('report.count', { n: done, m: rows.length })}
        />
        {nextWarned !== undefined && (
          <Button
            type="link"
            icon={<WarningFilled />}
            className={styles.cardWarned}
            disabled={warned.length === 1 && nextWarned === at}
            onClick={() => go(nextWarned)}
            data-testid="card-warned"
          >
            {t('report.warnings', { n: warned.length })}
          </Button>
        )}
      </div>
      <Sheet label={label} testId="report-cards" onUndo={row.work.undo} onRedo={row.work.redo}>
        <ReportCard key={row.cell.indicatorId} {...row} />
      </Sheet>
      <nav className={styles.steps} aria-label={t('report.card.steps')}>
        <Button
          size="large"
          icon={<LeftOutlined />}
          disabled={at === 0}
          onClick={() => go(at - 1)}
          data-testid="card-previous"
        >
          {t('report.card.previous')}
        </Button>
        <Button
          size="large"
          type="primary"
          icon={<RightOutlined />}
          iconPlacement="end"
          disabled={at === last && !back}
          onClick={() => go(back ? firstEmpty : at + 1)}
          data-testid="card-next"
        >
          {t(back ? 'report.card.empty' : 'report.card.next')}
        </Button>
      </nav>
    </div>
  )
}
