import { Alert } from 'antd'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import styles from './Assessing.module.css'
import type { Moved } from './rescored'

interface Props {
  moves: Moved[]
  scale: number
  nameOf(unitId: string): string
  /** The way to a unit's score with its trace; none where it is on the screen already. */
  whyOf?(unitId: string): string
}

/** What moved when something was entered, said aloud too. */
export function MovedPoints({ moves, scale, nameOf, whyOf }: Props) {
  const { t } = useI18n()
  const formats = useFormats()
  const points = (value: number | null) =>
    value === null ? t('assess.moved.nothing') : formats.points(value, scale)
  return (
    <div className={styles.moved} aria-live="polite" data-testid="moved">
      {moves.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('assess.moved')}
          description={
            <ul>
              {moves.map((move) => (
                <li key={move.unitId}>
                  <strong>
                    {t('assess.moved.total', {
                      unit: nameOf(move.unitId),
                      before: points(move.before),
                      after: points(move.after),
                    })}
                  </strong>{' '}
                  {move.criteria.map((one) => (
                    <span key={one.code}>
                      {t('assess.moved.criterion', {
                        code: one.code,
                        before: points(one.before),
                        after: points(one.after),
                      })}
                    </span>
                  ))}{' '}
                  {whyOf && <Link to={whyOf(move.unitId)}>{t('assess.moved.why')}</Link>}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </div>
  )
}
