import { Segmented, Tabs, Tag } from 'antd'
import { useSearchParams } from 'react-router'
import { SERVICES, type Service } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { PageHeader } from '../ui/PageHeader'
import { AuditTrail } from './AuditTrail'
import styles from './History.module.css'

export function History() {
  return (
    <Guarded ability="AUDIT_READ">
      <Trails />
    </Guarded>
  )
}

function Trails() {
  const { t } = useI18n()
  const [params, setParams] = useSearchParams()
  const service = SERVICES.find((name) => name === params.get('service')) ?? 'cluster'
  const reviews = params.get('list') === 'reviews'
  const aggregateId = params.get('id')
  const set = (name: string, value: string | null) =>
    setParams((old) => {
      if (value === null) old.delete(name)
      else old.set(name, value)
      return old
    })
  return (
    <>
      <PageHeader title={t('history.title')} lead={t('history.lead')} />
      <Tabs
        tabBarGutter={18}
        activeKey={service}
        onChange={(key) => set('service', key)}
        items={SERVICES.map((name: Service) => ({
          key: name,
          label: <span data-testid={`audit-tab-${name}`}>{t(`history.${name}`)}</span>,
        }))}
      />
      <div className={styles.bar}>
        <Segmented
          value={reviews ? 'reviews' : 'entries'}
          onChange={(value) => set('list', value === 'reviews' ? 'reviews' : null)}
          options={[
            { value: 'entries', label: t('history.entries') },
            { value: 'reviews', label: <span data-testid="audit-reviews-tab">{t('history.reviews')}</span> },
          ]}
        />
        {reviews && <span className={styles.note}>{t('history.reviews.text')}</span>}
        {aggregateId && !reviews && (
          <Tag closable onClose={() => set('id', null)}>
            {t('history.only')}
          </Tag>
        )}
      </div>
      <AuditTrail
        key={`${service}${reviews}`}
        service={service}
        reviews={reviews}
        aggregateId={aggregateId}
      />
    </>
  )
}
