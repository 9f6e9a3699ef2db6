import { useMemo } from 'react'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import styles from './CompactText.module.css'
import { readWording } from './wording'

interface Props {
  text: string
  /** The member whose promise is opened first. */
  first?: string
  testId: string
}

/** What is signed: the words, every member's numbers as people write them, and beneath them the very text that is hashed. */
export function CompactText({ text, first, testId }: Props) {
  const { t } = useI18n()
  const read = useMemo(() => readWording(text), [text])
  const exact = (
    <pre className={styles.exact} data-testid={testId}>
      {text}
    </pre>
  )
  if (!read) return <div className={styles.paper}>{exact}</div>
  return (
    <div className={styles.paper}>
      <div className={styles.words}>{read.words}</div>
      {read.members.map((member) => (
        <details
          key={member.code}
          open={member.name === first || undefined}
          data-testid={`promise-${member.code}`}
        >
          <summary>{member.name}</summary>
          <table className={styles.promises}>
            <thead>
              <tr>
                <th scope="col">{t('compact.indicator')}</th>
                <th scope="col">{t('compact.assigned')}</th>
                <th scope="col">{t('compact.registered')}</th>
                <th scope="col" className={styles.wide}>
                  {t('compact.lastYear')}
                </th>
              </tr>
            </thead>
            <tbody>
              {member.promised.map((one) => (
                <tr key={one.indicatorCode}>
                  <th scope="row">
                    {one.indicatorName} <span className={styles.unit}>{one.unitOfMeasure}</span>
                    {one.more.map((words) => (
                      <div key={words} className={styles.unit}>
                        {words.replace(/^(H1|M9)(?=: )/, (part) => t(`period.${part as 'H1' | 'M9'}`))}
                      </div>
                    ))}
                  </th>
                  <Amount digits={one.assigned} />
                  <Amount digits={one.registered} />
                  <Amount digits={one.lastYear} className={styles.wide} />
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ))}
      <details className={styles.source}>
        <summary>{t('compact.exact')}</summary>
        {exact}
      </details>
    </div>
  )
}

function Amount({ digits, className }: { digits: string | null; className?: string }) {
  const formats = useFormats()
  return <td className={className}>{digits === null ? '—' : formats.number(Number(digits))}</td>
}
