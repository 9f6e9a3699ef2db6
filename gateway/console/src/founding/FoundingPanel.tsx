import { FileOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Facts, Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import styles from './Founding.module.css'
import { FoundingForm, WithdrawFounding } from './FoundingForm'
import { useFounding } from './queries'
import type { FoundingDecision } from './types'

/** By which decision the cluster was founded, with its scan. */
export function FoundingPanel({ clusterId }: { clusterId: string }) {
  const { t } = useI18n()
  const [form, setForm] = useState<'write' | 'withdraw' | null>(null)
  const { data, error, refetch } = useFounding(clusterId)
  if (!data) {
    return (
      <Panel title={t('founding.title')}>
        {error ? <Failed failure={error} retry={() => refetch()} /> : <Skeleton active />}
      </Panel>
    )
  }
  return (
    <Panel
      title={t('founding.title')}
      testId="founding"
      aside={
        <div className={styles.actions}>
          <ReasonOfLock ability="CLUSTERS_WRITE">
            {(locked) => (
              <Button
                size="small"
                disabled={locked}
                onClick={() => setForm('write')}
                data-testid="founding-write"
              >
                {t(data.decision ? 'founding.edit' : 'founding.record')}
              </Button>
            )}
          </ReasonOfLock>
          {data.decision && (
            <ReasonOfLock ability="CLUSTERS_WRITE">
              {(locked) => (
                <Button
                  size="small"
                  type="text"
                  danger
                  disabled={locked}
                  onClick={() => setForm('withdraw')}
                  data-testid="founding-withdraw"
                >
                  {t('founding.withdraw')}
                </Button>
              )}
            </ReasonOfLock>
          )}
        </div>
      }
    >
      {data.decision ? (
        <Decision decision={data.decision} />
      ) : (
        <p className={styles.quiet} data-testid="founding-none">
          {t('founding.none')}
        </p>
      )}
      {form === 'write' && (
        <FoundingForm clusterId={clusterId} founding={data} onClose={() => setForm(null)} />
      )}
      {form === 'withdraw' && (
        <WithdrawFounding clusterId={clusterId} founding={data} onClose={() => setForm(null)} />
      )}
    </Panel>
  )
}

function Decision({ decision }: { decision: FoundingDecision }) {
  const { t } = useI18n()
  const formats = useFormats()
  return (
    <Facts
      items={[
        { label: t('founding.number'), value: decision.number, testId: 'founding-number' },
        {
          label: t('founding.decidedOn'),
          value: formats.date(decision.decidedOn),
          testId: 'founding-day',
        },
        {
          label: t('founding.issuedBy'),
          value: decision.issuerUnitId ? (
            <Link to={`/units/${decision.issuerUnitId}`}>{decision.issuedBy}</Link>
          ) : (
            decision.issuedBy
          ),
          testId: 'founding-issuer',
        },
        {
          label: t('founding.scan'),
          value: decision.fileId ? (
            <>
              <FileOutlined aria-hidden />{' '}
              <a
                className={styles.file}
                href={`/api/v1/files/cluster/${decision.fileId}`}
                target="_blank"
                rel="noreferrer"
                data-testid="founding-scan"
              >
                {decision.fileName}
              </a>
              <div className={styles.hash}>
                SHA-256 <code>{decision.fileSha256}</code>
              </div>
            </>
          ) : (
            t('founding.scan.none')
          ),
        },
      ]}
    />
  )
}
