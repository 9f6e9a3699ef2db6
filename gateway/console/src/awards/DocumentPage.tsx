import { FilePdfOutlined, SafetyOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { award, content } from '../api/client'
import { ApiFailure } from '../api/failure'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Facts, Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { PageHeader } from '../ui/PageHeader'
import { RoleLock } from '../ui/RoleLock'
import { UnitName } from '../ui/UnitName'
import styles from './Awards.module.css'
import { RevokeForm } from './RevokeForm'
import { Trail } from './Trail'

/** A document that was given, what it says, and the whole way back to the numbers it rests on. */
export function DocumentPage() {
  const { t } = useI18n()
  const formats = useFormats()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery({
    queryKey: ['award-documents', 'one', id],
    queryFn: () => content(award.GET('/api/v1/award-documents/{id}', { params: { path: { id } } })),
  })
  const [revoking, setRevoking] = useState(false)
  const revocation = useQuery({
    queryKey: ['award-documents', 'revocation', id],
    queryFn: () =>
      content(award.GET('/api/v1/award-documents/{id}/revocation', { params: { path: { id } } })).catch(
        (failure: unknown) => {
          // Not taken back: the usual answer, and no failure.
          if (failure instanceof ApiFailure && failure.status === 404) return null
          throw failure
        },
      ),
  })
  if (!data) return error ? <Failed failure={error} retry={() => refetch()} /> : <Skeleton active />
  return (
    <>
      <PageHeader
        title={data.awardName}
        above={<Link to="/awards?tab=honours">{t('awards.tab.honours')}</Link>}
        lead={data.recipient}
        actions={
          <>
            {revocation.data === null && (
              <RoleLock roles={['AWARDING_AUTHORITY']}>
                {(locked) => (
                  <Button
                    type="text"
                    danger
                    disabled={locked}
                    onClick={() => setRevoking(true)}
                    data-testid="document-revoke"
                  >
                    {t('document.revoke')}
                  </Button>
                )}
              </RoleLock>
            )}
            <Button
              icon={<SafetyOutlined />}
              href={`/check/${data.code}`}
              target="_blank"
              data-testid="document-check"
            >
              {t('document.check')}
            </Button>
            <Button
              type="primary"
              icon={<FilePdfOutlined />}
              href={`/api/v1/award-documents/${data.id}/pdf`}
              target="_blank"
              data-testid="document-pdf"
            >
              {t('document.pdf')}
            </Button>
          </>
        }
      />
      <div className={styles.stack}>
        {data.invented && <Alert type="warning" showIcon title={t('document.invented')} />}
        {revocation.data && (
          <Alert
            type="error"
            showIcon
            data-testid="document-revoked"
            title={`${t('document.revoked')}: ${t(`document.ground.${revocation.data.ground}`)}`}
            description={`${revocation.data.decisionNumber}, ${formats.date(revocation.data.decidedOn)}: ${revocation.data.reason}`}
          />
        )}
        <Panel testId="document-info">
          <Facts
            items={[
              {
                label: t('document.recipient'),
                value: <UnitName id={data.recipientUnitId} />,
                testId: 'document-recipient',
              },
              { label: t('nomination.citation'), value: data.citation },
              {
                label: t('decision.number'),
                value: (
                  <Link to={`/decisions/${data.decisionId}`} data-testid="document-decision">
                    {data.decisionNumber}
                  </Link>
                ),
              },
              { label: t('decision.decidedOn'), value: formats.date(data.decidedOn) },
              { label: t('decision.signer'), value: `${data.signerName}, ${data.signerOffice}` },
              { label: t('rules.decidedBy'), value: data.decidedBy },
              { label: t('document.code'), value: <code>{data.code}</code>, testId: 'document-code' },
              { label: t('document.hash'), value: <code className={styles.hash}>{data.sha256}</code> },
            ]}
          />
        </Panel>
        <Trail document={data} />
      </div>
      {revoking && <RevokeForm id={data.id} recipient={data.recipient} onClose={() => setRevoking(false)} />}
    </>
  )
}
