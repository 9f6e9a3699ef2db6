import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons'
import { useQueries } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { ApiFailure } from '../api/failure'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { COPIES, replicaUnit } from '../home/replicas'
import { Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import styles from './WhereKnown.module.css'

/** Which services have received this unit, and whether they hold the newest version. Asked every two seconds. */
export function WhereKnown({ id, version }: { id: string; version: number }) {
  const { t } = useI18n()
  const formats = useFormats()
  const copies = useQueries({
    queries: COPIES.map((service) => ({
      queryKey: ['replicas', service, 'unit', id],
      queryFn: () => replicaUnit(service, id),
      refetchInterval: 2_000,
    })),
  })
  return (
    <>
      <p className={styles.lead}>{t('known.lead')}</p>
      <div className={styles.grid}>
        {COPIES.map((service, i) => {
          const copy = copies[i]
          const missing = copy?.error instanceof ApiFailure && copy.error.status === 404
          const held = copy?.isError ? undefined : copy?.data
          const current = held !== undefined && held.version >= version
          return (
            <Panel key={service} title={t(`platform.${service}`)} testId={`known-${service}`}>
              {held ? (
                <div
                  className={styles.fact}
                  data-testid={`known-${service}-${current ? 'current' : 'behind'}`}
                >
                  {current ? (
                    <CheckCircleFilled className={styles.check} aria-hidden />
                  ) : (
                    <ClockCircleOutlined className={styles.wait} aria-hidden />
                  )}
                  <div>
                    <div className={styles.version}>
                      {current
                        ? t('known.current', { version: formats.number(held.version) })
                        : t('known.behind', {
                            version: formats.number(held.version),
                            wanted: formats.number(version),
                          })}
                    </div>
                    <div className={styles.quiet}>{held.name}</div>
                    {held.asOf && (
                      <div className={styles.quiet}>
                        {t('known.at', { time: formats.precise(held.asOf) })}
                      </div>
                    )}
                  </div>
                </div>
              ) : missing ? (
                <div className={styles.fact} data-testid={`known-${service}-missing`}>
                  <ClockCircleOutlined className={styles.wait} aria-hidden />
                  {t('known.unknown')}
                </div>
              ) : copy?.error ? (
                <Failed failure={copy.error} retry={() => copy.refetch()} />
              ) : (
                <Skeleton active title={false} paragraph={{ rows: 2 }} />
              )}
            </Panel>
          )
        })}
      </div>
    </>
  )
}
