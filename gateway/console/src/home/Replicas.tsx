import { useQueries } from '@tanstack/react-query'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { LIVE } from '../app/queries'
import { Panel } from '../ui/Facts'
import styles from './Home.module.css'
import { COPIES, replicaState } from './replicas'

/** How far each service has followed; one that does not answer is said so beside the other. */
export function Replicas() {
  const { t } = useI18n()
  const formats = useFormats()
  const states = useQueries({
    queries: COPIES.map((service) => ({
      queryKey: ['replicas', service],
      queryFn: () => replicaState(service),
      ...LIVE,
    })),
  })
  return (
    <Panel title={t('home.replicas')} testId="home-replicas">
      <p className={styles.quiet}>{t('home.replicas.text')}</p>
      <table className={styles.replicas}>
        <thead>
          <tr>
            <th scope="col">{t('history.service')}</th>
            <th scope="col" className={styles.count}>
              {t('home.replicas.units')}
            </th>
            <th scope="col" className={styles.count}>
              {t('home.replicas.mandates')}
            </th>
            <th scope="col">{t('home.replicas.asOf')}</th>
          </tr>
        </thead>
        <tbody>
          {COPIES.map((service, i) => {
            const state = states[i]
            const source = state?.data?.sources[0]
            return (
              <tr key={service}>
                <th scope="row">{t(`platform.${service}`)}</th>
                {state?.isError ? (
                  <td colSpan={3} className={styles.quiet}>
                    {t('platform.down')}
                  </td>
                ) : (
                  <>
                    <td className={styles.count}>{state?.data ? formats.number(state.data.units) : '…'}</td>
                    <td className={styles.count}>
                      {state?.data ? formats.number(state.data.mandates) : '…'}
                    </td>
                    <td>{source?.asOf ? formats.precise(source.asOf) : '—'}</td>
                  </>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Panel>
  )
}
