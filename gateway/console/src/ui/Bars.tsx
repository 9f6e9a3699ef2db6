import { Bar, BarChart, Cell, LabelList, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import styles from './Bars.module.css'

export interface BarRow {
  key: string
  name: string
  value: number
  /** The value as it is written beside the bar: with its qualifier and unit of measure. */
  words: string
  /** Drawn in the quieter colour: not stated by the source, not final, not among the first. */
  quiet?: boolean
}

interface Props {
  rows: BarRow[]
  label: string
  /** A line across the bars with its words, such as a threshold or 100% of plan. */
  line?: { value: number; words: string }
  testId?: string
}

const ROW = 40
const FRAME = 34

/** Values beside each other, the longest first as given. What it shows is also read out as a list. */
export function Bars({ rows, label, line, testId }: Props) {
  const most = Math.max(...rows.map((row) => row.value), line?.value ?? 0, 0)
  const least = Math.min(...rows.map((row) => row.value), 0)
  return (
    <figure className={styles.figure} data-testid={testId}>
      <figcaption className="heard">
        {label}: {rows.map((row) => `${row.name} ${row.words}`).join('; ')}
      </figcaption>
      <div aria-hidden="true">
        <ResponsiveContainer width="100%" height={rows.length * ROW + (line ? FRAME : 8)}>
          <BarChart
            data={rows}
            layout="vertical"
            margin={{ top: line ? 22 : 2, right: 12, bottom: 2, left: 0 }}
            accessibilityLayer={false}
          >
            <XAxis type="number" hide domain={[least < 0 ? least * 1.2 : 0, most * 1.65 || 1]} />
            <YAxis
              type="category"
              dataKey="name"
              width={132}
              axisLine={false}
              tickLine={false}
              tick={{ fill: 'var(--ant-color-text)', fontSize: 13 }}
            />
            <Bar dataKey="value" barSize={18} radius={3} isAnimationActive={false}>
              {rows.map((row) => (
                <Cell key={row.key} fill={row.quiet ? 'var(--gold)' : 'var(--lacquer)'} />
              ))}
              <LabelList
                dataKey="words"
                position="right"
                fill="var(--ant-color-text)"
                fontSize={13}
                fontWeight={600}
              />
            </Bar>
            {line && (
              <ReferenceLine
                x={line.value}
                stroke="var(--ant-color-text-tertiary)"
                strokeDasharray="4 3"
                label={{
                  value: line.words,
                  position: 'top',
                  fill: 'var(--ant-color-text-secondary)',
                  fontSize: 12,
                }}
              />
            )}
          </BarChart>
        </ResponsiveContainer>
      </div>
    </figure>
  )
}
