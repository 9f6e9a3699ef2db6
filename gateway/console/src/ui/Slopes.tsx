import { Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import styles from './Bars.module.css'

export interface Slope {
  key: string
  name: string
  from: number
  to: number
}

interface Props {
  rows: Slope[]
  label: string
  from: string
  to: string
  testId?: string
}

const STEP = 34

/** Places before and after, each with a line between them; who rose in the strong colour. Also read out as a list. */
export function Slopes({ rows, label, from, to, testId }: Props) {
  const most = Math.max(...rows.flatMap((row) => [row.from, row.to]), 2)
  const sides = [from, to].map((at, side) => ({
    at,
    ...Object.fromEntries(rows.map((row) => [row.key, side === 0 ? row.from : row.to])),
  }))
  const axis = {
    type: 'number' as const,
    reversed: true,
    domain: [1, most] as [number, number],
    ticks: [...new Set(rows.flatMap((row) => [row.from, row.to]))].sort((a, b) => a - b),
    interval: 0,
    axisLine: false,
    tickLine: false,
    width: 210,
    // The lowest rank keeps clear of the words under the chart.
    padding: { bottom: 16 },
    fontSize: 13,
  }
  return (
    <figure className={styles.figure} data-testid={testId}>
      <figcaption className="heard">
        {label}: {rows.map((row) => `${row.name} ${row.from} → ${row.to}`).join('; ')}
      </figcaption>
      <div aria-hidden="true">
        <ResponsiveContainer width="100%" height={most * STEP + 50}>
          <LineChart
            data={sides}
            margin={{ top: 12, right: 0, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <XAxis
              dataKey="at"
              axisLine={false}
              tickLine={false}
              padding={{ left: 12, right: 12 }}
              fontSize={13}
            />
            <YAxis {...axis} yAxisId="from" tickFormatter={(rank: number) => named(rows, 'from', rank)} />
            <YAxis
              {...axis}
              yAxisId="to"
              orientation="right"
              tickFormatter={(rank: number) => named(rows, 'to', rank)}
            />
            {rows.map((row) => (
              <Line
                key={row.key}
                yAxisId="from"
                dataKey={row.key}
                stroke={
                  row.to < row.from
                    ? 'var(--lacquer)'
                    : row.to > row.from
                      ? 'var(--gold)'
                      : 'var(--ant-color-text-tertiary)'
                }
                strokeWidth={row.to === row.from ? 1.5 : 2.5}
                dot={{ r: 4 }}
                isAnimationActive={false}
              />
            ))}
            {/* An axis without a line has no ticks. */}
            <Line
              yAxisId="to"
              dataKey={rows[0]?.key}
              stroke="none"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          </LineChart>
        </ResponsiveContainer>
      </div>
    </figure>
  )
}

/** The rank with who stands on it on that side; units on one rank share its line, beyond two by their number. */
export function named(rows: Slope[], side: 'from' | 'to', rank: number): string {
  const here = rows.filter((row) => row[side] === rank).map((row) => row.name)
  const further = here.length > 2 ? ` +${here.length - 2}` : ''
  return here.length === 0 ? '' : `${rank}. ${here.slice(0, 2).join(', ')}${further}`
}
