import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Skeleton, Steps } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { award, content, ifMatch } from '../api/client'
import { everyPage } from '../app/everyPage'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import { LIVE } from '../app/queries'
import { useSession } from '../app/session'
import { DataTable } from '../ui/DataTable'
import { DateField } from '../ui/DateField'
import { Facts, Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import filters from '../ui/Filters.module.css'
import { FormDrawer } from '../ui/FormDrawer'
import { PageHeader } from '../ui/PageHeader'
import { RoleLock } from '../ui/RoleLock'
import { wholeList } from '../ui/rows'
import { UnitName } from '../ui/UnitName'
import styles from './Awards.module.css'
import { DecisionForm } from './DecisionForm'
import { getNomination, useDecision } from './queries'
import { DecisionState } from './State'
import type { Decision } from './types'

const STATES = ['DRAFT', 'SIGNED', 'ISSUED'] as const

/** A decision from draft over signature to number: three offices, three steps. */
export function DecisionPage() {
  const { t } = useI18n()
  const formats = useFormats()
  const { id = '' } = useParams()
  const { data, error, refetch } = useDecision(id)
  const [open, setOpen] = useState<'edit' | 'sign' | 'number' | null>(null)
  const nominations = useQuery({
    queryKey: ['nominations', 'of', id, data?.nominationIds],
    queryFn: () => Promise.all((data?.nominationIds ?? []).map(getNomination)),
    enabled: data !== undefined,
  })
  const documents = useQuery({
    queryKey: ['award-documents', 'of', id],
    queryFn: () =>
      everyPage((after) =>
        content(
          award.GET('/api/v1/award-documents', { params: { query: { decisionId: id, after, limit: 200 } } }),
        ),
      ),
    enabled: data?.state === 'ISSUED',
    ...LIVE,
  })
  if (!data) return error ? <Failed failure={error} retry={() => refetch()} /> : <Skeleton active />
  const close = () => setOpen(null)
  return (
    <>
      <PageHeader
        title={data.title}
        above={<Link to="/awards?tab=decisions">{t('awards.tab.decisions')}</Link>}
        lead={<DecisionState state={data.state} />}
        actions={
          <>
            {data.state === 'DRAFT' && (
              <>
                <RoleLock roles={['STANDING_OFFICER']}>
                  {(locked) => (
                    <Button disabled={locked} onClick={() => setOpen('edit')} data-testid="decision-edit">
                      {t('action.edit')}
                    </Button>
                  )}
                </RoleLock>
                <RoleLock roles={['AWARDING_AUTHORITY']}>
                  {(locked) => (
                    <Button
                      type="primary"
                      disabled={locked}
                      onClick={() => setOpen('sign')}
                      data-testid="decision-sign"
                    >
                      {t('decision.sign')}
                    </Button>
                  )}
                </RoleLock>
              </>
            )}
            {data.state === 'SIGNED' && (
              <RoleLock roles={['CLERK']}>
                {(locked) => (
                  <Button
                    type="primary"
                    disabled={locked}
                    onClick={() => setOpen('number')}
                    data-testid="decision-number"
                  >
                    {t('decision.giveNumber')}
                  </Button>
                )}
              </RoleLock>
            )}
          </>
        }
      />
      <Steps
        className={styles.steps}
        size="small"
        current={STATES.indexOf(data.state)}
        status={data.state === 'ISSUED' ? 'finish' : 'process'}
        items={STATES.map((state) => ({
          title: t(`decision.state.${state}`),
          content: t(`decision.step.${state}`),
        }))}
      />
      <div className={styles.stack}>
        <Panel testId="decision-info">
          <Facts
            items={[
              {
                label: t('decision.number'),
                value: data.number ?? t('decision.notYet'),
                testId: 'decision-number-text',
              },
              {
                label: t('decision.decidedOn'),
                value: data.decidedOn ? formats.date(data.decidedOn) : t('decision.notYet'),
                testId: 'decision-date',
              },
              { label: t('decision.authority'), value: <UnitName id={data.authorityUnitId} /> },
              {
                label: t('decision.signer'),
                value: data.signerName ? `${data.signerName}, ${data.signerOffice}` : t('decision.notYet'),
                testId: 'decision-signer',
              },
              {
                label: t('decision.issuedOn'),
                value: data.issuedOn ? formats.date(data.issuedOn) : t('decision.notYet'),
              },
            ]}
          />
        </Panel>
        <Panel title={t('decision.grounds')}>
          <p className={styles.text}>{data.grounds}</p>
        </Panel>
        <DataTable
          list={wholeList(nominations)}
          label={t('decision.nominations')}
          testId="decision-nominations-table"
          rowKey={(row) => row.id}
          empty={{ title: t('decision.nominations.none') }}
          columns={[
            {
              key: 'unit',
              title: t('decision.recipients'),
              phone: 'heading',
              show: (row) => (
                <Link className={filters.name} to={`/nominations/${row.id}`}>
                  {row.unitName ?? '…'}
                </Link>
              ),
            },
            { key: 'award', title: t('nomination.award'), wrap: true, show: (row) => row.awardName },
            {
              key: 'citation',
              title: t('nomination.citation'),
              wrap: true,
              show: (row) => row.citation ?? '—',
            },
            {
              key: 'document',
              title: t('honours.document'),
              show: (row) => {
                const document = documents.data?.find((one) => one.nominationId === row.id)
                return document ? (
                  <Link to={`/award-documents/${document.id}`} data-testid={`document-of-${row.id}`}>
                    {t('honours.document.open')}
                  </Link>
                ) : (
                  '—'
                )
              },
            },
          ]}
        />
      </div>
      {open === 'edit' && <DecisionForm decision={data} onClose={close} />}
      {open === 'sign' && <SignForm decision={data} onClose={close} />}
      {open === 'number' && <NumberForm decision={data} onClose={close} />}
    </>
  )
}

function SignForm({ decision, onClose }: { decision: Decision; onClose(): void }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const { me } = useSession()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  const fresh = { signerName: me.name ?? '', signerOffice: '', signedOn: today() }
  return (
    <FormDrawer<typeof fresh>
      title={t('decision.sign')}
      lead={<p>{t('decision.sign.text', { n: decision.nominationIds.length })}</p>}
      source={{ values: fresh, version: decision.version }}
      saveLabel={t('decision.sign')}
      onClose={onClose}
      send={async (typed, version, headers) => {
        await content(
          award.POST('/api/v1/decisions/{id}/signature', {
            params: { path: { id: decision.id } },
            body: typed,
            headers: { ...headers, ...ifMatch(version ?? decision.version) },
          }),
        )
        queries.invalidateQueries({ queryKey: ['decisions'] })
      }}
    >
      {() => (
        <>
          <Form.Item name="signerName" label={t('decision.signerName')} rules={required}>
            <Input maxLength={200} data-testid="signer-name" />
          </Form.Item>
          <Form.Item name="signerOffice" label={t('decision.signerOffice')} rules={required}>
            <Input maxLength={200} data-testid="signer-office" />
          </Form.Item>
          <Form.Item name="signedOn" label={t('decision.decidedOn')} rules={required}>
            <DateField data-testid="signed-on" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

function NumberForm({ decision, onClose }: { decision: Decision; onClose(): void }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  return (
    <FormDrawer<{ number: string }>
      title={t('decision.giveNumber')}
      lead={<p>{t('decision.giveNumber.text', { n: decision.nominationIds.length })}</p>}
      source={{ values: { number: '' }, version: decision.version }}
      saveLabel={t('decision.issue')}
      onClose={onClose}
      send={async (typed, version, headers) => {
        await content(
          award.POST('/api/v1/decisions/{id}/number', {
            params: { path: { id: decision.id } },
            body: { number: typed.number.trim() },
            headers: { ...headers, ...ifMatch(version ?? decision.version) },
          }),
        )
        queries.invalidateQueries({ queryKey: ['decisions'] })
        queries.invalidateQueries({ queryKey: ['award-documents'] })
        queries.invalidateQueries({ queryKey: ['honours'] })
      }}
    >
      {() => (
        <Form.Item
          name="number"
          label={t('decision.number')}
          extra={t('decision.number.help')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input maxLength={60} placeholder="123/QĐ-UBND" data-testid="decision-number-input" />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
