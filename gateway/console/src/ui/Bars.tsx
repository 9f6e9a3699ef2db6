import {
  Bar,
  BarChart,
  Cell,
  LabelList,
  ReferenceLine,
  ResponsiveContainer,
  useChartWidth,
  XAxis,
  YAxis,
} from 'recharts'
import styles from './Bars.module.css'

export interface BarRow {
  key: string
  name: string
  value: number
  /** The value as it is written beside the name: with its qualifier and unit of measure. */
  words: string
  /** Drawn in the quieter colour. */
  quiet?: boolean
}

interface Props {
  rows: BarRow[]
  label: string
  /** A line across the bars with its words, such as a threshold. */
  line?: { value: number; words: string }
  testId?: string
}

const ROW = 46
const BAR = 10

/** Values beside each other in the order given, each with its words above its bar; also read out as a list. */
export function Bars({ rows, label, line, testId }: Props) {
  const most = Math.max(...rows.map((row) => row.value), line?.value ?? 0, 0)
  const least = Math.min(...rows.map((row) => row.value), 0)
  return (
    <figure className={styles.figure} data-testid={testId}>
      <figcaption className="heard">
        {label}: {rows.map((row) => `${row.name} ${row.words}`).join('; ')}
      </figcaption>
      <div aria-hidden="true">
        <ResponsiveContainer width="100%" height={rows.length * ROW + (line ? 26 : 6)}>
          <BarChart
            data={rows}
            layout="vertical"
            margin={{ top: line ? 20 : 0, right: 1, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <XAxis type="number" hide domain={[least, most || 1]} />
            <YAxis type="category" dataKey="key" hide />
            <Bar
              dataKey="value"
              barSize={BAR}
              // What has no length at all would lose its name with its bar.
              minPointSize={1}
              radius={2}
              isAnimationActive={false}
              background={{ fill: 'var(--ant-color-fill-quaternary)', radius: 2 }}
            >
              {rows.map((row) => (
                <Cell key={row.key} fill={row.quiet ? 'var(--gold)' : 'var(--lacquer)'} />
              ))}
              <LabelList content={(at) => <Caption rows={rows} index={at.index} y={Number(at.y)} />} />
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

function Caption({ rows, index, y }: { rows: BarRow[]; index: number | undefined; y: number }) {
  const width = useChartWidth() ?? 0
  const row = index === undefined ? undefined : rows[index]
  if (!row) return null
  return (
    <g fontSize={13} fill="var(--ant-color-text)">
      <text x={0} y={y - 7}>
        {row.name}
      </text>
      <text x={width} y={y - 7} textAnchor="end" fontWeight={600}>
        {row.words}
      </text>
    </g>
  )
}
