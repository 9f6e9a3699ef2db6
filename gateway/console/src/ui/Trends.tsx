import { Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import styles from './Trends.module.css'

export interface TrendRow {
  key: string
  name: string
  points: { at: string; value: number | null }[]
  /** Drawn in the strong colour. */
  strong: boolean
}

interface Props {
  rows: TrendRow[]
  label: string
  words(value: number): string
  /** A line across each chart with its words, such as a threshold. */
  line?: { value: number; words: string }
  testId?: string
}

/** One small chart for each row, all on the same scale, so that they can be held against each other; also read out as a list. */
export function Trends({ rows, label, words, line, testId }: Props) {
  const values = rows.flatMap((row) => row.points.map((point) => point.value ?? 0))
  const domain: [number, number] = [Math.min(0, ...values), Math.max(line?.value ?? 0, ...values) || 1]
  const said = (row: TrendRow) =>
    row.points.map(({ at, value }) => `${at} ${value === null ? '—' : words(value)}`).join(', ')
  return (
    <figure className={styles.figure} data-testid={testId}>
      <figcaption className="heard">
        {label}: {rows.map((row) => `${row.name}: ${said(row)}`).join('; ')}
      </figcaption>
      <div className={styles.grid} aria-hidden="true">
        {rows.map((row) => (
          <div key={row.key} className={styles.one}>
            <span className={styles.name}>{row.name}</span>
            <ResponsiveContainer width="100%" height={104}>
              <LineChart
                data={row.points}
                margin={{ top: 20, right: 26, bottom: 0, left: 26 }}
                accessibilityLayer={false}
              >
                <XAxis dataKey="at" interval={0} axisLine={false} tickLine={false} fontSize={12} />
                <YAxis hide domain={domain} />
                {line && (
                  <ReferenceLine
                    y={line.value}
                    stroke="var(--ant-color-text-tertiary)"
                    strokeDasharray="4 3"
                  />
                )}
                <Line
                  dataKey="value"
                  stroke={row.strong ? 'var(--lacquer)' : 'var(--gold)'}
                  strokeWidth={2}
                  dot={{ r: 3 }}
                  connectNulls
                  isAnimationActive={false}
                  label={{
                    position: 'top',
                    fontSize: 12,
                    fill: 'var(--ant-color-text)',
                    formatter: (value) => (typeof value === 'number' ? words(value) : ''),
                  }}
                />
              </LineChart>
            </ResponsiveContainer>
          </div>
        ))}
      </div>
      {line && <p className={styles.line}>{line.words}</p>}
    </figure>
  )
}
