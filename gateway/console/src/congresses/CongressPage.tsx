import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'react-router'
import { cluster, content, ifMatch } from '../api/client'
import type { CongressDetails, CongressResolution, Delegate } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { useSession } from '../app/session'
import styles from '../clusters/Clusters.module.css'
import { DataTable } from '../ui/DataTable'
import { Facts, Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { PageHeader } from '../ui/PageHeader'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { wholeList } from '../ui/rows'
import { TypedConfirmation } from '../ui/TypedConfirmation'
import { CongressState } from './Congresses'
import { CongressForm } from './CongressForm'
import { AllotForm, CompleteForm, DelegateForm, RemoveForm, ResolutionForm } from './Forms'
import { refresh, useCongress, useDelegates } from './queries'

export function CongressPage() {
  const { id = '' } = useParams()
  return (
    <Guarded ability="CLUSTERS_READ">
      <Screen key={id} id={id} />
    </Guarded>
  )
}

function Screen({ id }: { id: string }) {
  const { t } = useI18n()
  const formats = useFormats()
  const { data: details, error, refetch } = useCongress(id)
  if (!details) {
    return error ? (
      <Panel>
        <Failed failure={error} retry={() => refetch()} />
      </Panel>
    ) : (
      <Skeleton active />
    )
  }
  const { congress } = details
  return (
    <>
      <PageHeader
        above={<Link to="/congresses">{t('congresses.title')}</Link>}
        title={congress.theme}
        lead={
          <span className={styles.marks}>
            <Link to={`/units/${congress.unitId}`}>{congress.unitName}</Link>
            <CongressState state={congress.state} />
          </span>
        }
        actions={<Steps details={details} />}
      />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Resolutions details={details} />
          <Delegates details={details} />
        </div>
        <div className={styles.stack}>
          <Panel testId="congress-info">
            <Facts
              items={[
                {
                  label: t('congresses.term'),
                  value: t('congresses.term.of', {
                    from: String(congress.termFrom),
                    to: String(congress.termTo),
                  }),
                },
                { label: t('congresses.heldOn'), value: formats.date(congress.heldOn) },
                { label: t('congresses.place'), value: congress.place },
                { label: t('congresses.delegates'), value: formats.number(congress.delegates) },
              ]}
            />
          </Panel>
          <Allotments details={details} />
        </div>
      </div>
    </>
  )
}

interface Part {
  details: CongressDetails
}

/** Changed while it is prepared, held, then closed. */
function Steps({ details: { congress } }: Part) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [open, setOpen] = useState<'edit' | 'step' | null>(null)
  if (congress.state === 'CLOSED') return null
  const preparing = congress.state === 'PREPARING'
  const label = t(preparing ? 'congresses.hold' : 'congresses.close')
  return (
    <>
      {preparing && (
        <Write icon={<EditOutlined />} testId="congress-edit" onClick={() => setOpen('edit')}>
          {t('action.edit')}
        </Write>
      )}
      <Write testId={preparing ? 'congress-hold' : 'congress-close'} onClick={() => setOpen('step')}>
        {label}
      </Write>
      {open === 'edit' && (
        <CongressForm
          congress={congress}
          onClose={() => setOpen(null)}
          onSaved={() => message.success(t('congresses.changed'))}
        />
      )}
      {open === 'step' && (
        <TypedConfirmation
          title={label}
          okLabel={label}
          onClose={() => setOpen(null)}
          onConfirm={async (key) => {
            await content(
              cluster.POST(
                preparing ? '/api/v1/congresses/{id}/holding' : '/api/v1/congresses/{id}/closing',
                {
                  params: { path: { id: congress.id } },
                  headers: { ...key, ...ifMatch(congress.version) },
                },
              ),
            )
            refresh(queries)
            message.success(t('congresses.advanced'))
          }}
        >
          <p>{t(preparing ? 'congresses.hold.sure' : 'congresses.close.sure')}</p>
        </TypedConfirmation>
      )}
    </>
  )
}

interface WriteProps {
  testId: string
  icon?: ReactNode
  onClick(): void
  children: ReactNode
}

/** What only who holds the congress may press. */
function Write({ testId, icon, onClick, children }: WriteProps) {
  return (
    <ReasonOfLock ability="CONGRESSES_WRITE">
      {(locked) => (
        <Button icon={icon} disabled={locked} onClick={onClick} data-testid={testId}>
          {children}
        </Button>
      )}
    </ReasonOfLock>
  )
}

function Allotments({ details }: Part) {
  const { t } = useI18n()
  const formats = useFormats()
  const [allotting, setAllotting] = useState(false)
  return (
    <Panel
      title={t('congresses.allotments')}
      testId="congress-allotments"
      aside={
        details.congress.state === 'PREPARING' && (
          <Write testId="congress-allot" onClick={() => setAllotting(true)}>
            {t('congresses.allot')}
          </Write>
        )
      }
    >
      {details.allotments.length === 0 ? (
        <Nothing title={t('congresses.allotments.empty')} />
      ) : (
        <ul className={styles.list}>
          {details.allotments.map((one) => (
            <li key={one.unitId} className={styles.between} data-testid={`allotment-${one.unitName}`}>
              <Link to={`/units/${one.unitId}`}>{one.unitName}</Link>
              <span>
                {t('congresses.allotments.sent', {
                  sent: formats.number(one.sent),
                  n: formats.number(one.delegates),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {allotting && <AllotForm details={details} onClose={() => setAllotting(false)} />}
    </Panel>
  )
}

function Delegates({ details }: Part) {
  const { t } = useI18n()
  const { may } = useSession()
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Delegate | null>(null)
  const list = wholeList(useDelegates(details.congress.id))
  return (
    <Panel
      title={t('congresses.delegates')}
      testId="congress-delegates"
      aside={
        details.congress.state === 'PREPARING' && (
          <Write icon={<PlusOutlined />} testId="delegate-add" onClick={() => setAdding(true)}>
            {t('congresses.delegate.add')}
          </Write>
        )
      }
    >
      <DataTable<Delegate>
        label={t('congresses.delegates')}
        testId="delegate-table"
        list={list}
        rowKey={(delegate) => delegate.id}
        rowTestId={(delegate) => `delegate-${delegate.name ?? delegate.id}`}
        empty={{ title: t('congresses.delegates.empty') }}
        columns={[
          {
            key: 'name',
            title: t('congresses.delegate.name'),
            phone: 'heading',
            wrap: true,
            show: (delegate) => delegate.name ?? t('congresses.delegate.gone'),
          },
          {
            key: 'unit',
            title: t('congresses.delegate.unit'),
            wrap: true,
            show: (delegate) => <Link to={`/units/${delegate.unitId}`}>{delegate.unitName}</Link>,
          },
          {
            key: 'as',
            title: t('congresses.delegate.exemplar'),
            wrap: true,
            show: (delegate) =>
              delegate.exemplarId ? (
                <Link to={`/exemplars/${delegate.exemplarId}`}>
                  {delegate.exemplarTitle ?? t('exemplars.gone')}
                </Link>
              ) : (
                delegate.capacity
              ),
          },
          ...(may('CONGRESSES_WRITE')
            ? [
                {
                  key: 'remove',
                  title: '',
                  show: (delegate: Delegate) => (
                    <Button
                      size="small"
                      type="text"
                      danger
                      onClick={() => setRemoving(delegate)}
                      data-testid="delegate-remove"
                    >
                      {t('congresses.delegate.remove')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {adding && <DelegateForm details={details} onClose={() => setAdding(false)} />}
      {removing && <RemoveForm details={details} delegate={removing} onClose={() => setRemoving(null)} />}
    </Panel>
  )
}

function Resolutions({ details }: Part) {
  const { t } = useI18n()
  const formats = useFormats()
  const { may } = useSession()
  const [adding, setAdding] = useState(false)
  const [completing, setCompleting] = useState<CongressResolution | null>(null)
  const mayComplete = may('CONGRESSES_WRITE') || may('EXEMPLARS_WRITE')
  if (details.congress.state === 'PREPARING') return null
  return (
    <Panel
      title={t('congresses.resolutions')}
      testId="congress-resolutions"
      aside={
        details.congress.state === 'HELD' && (
          <Write icon={<PlusOutlined />} testId="resolution-create" onClick={() => setAdding(true)}>
            {t('congresses.resolve')}
          </Write>
        )
      }
    >
      {details.resolutions.length === 0 ? (
        <Nothing title={t('congresses.resolutions.empty')} />
      ) : (
        <ul className={styles.list}>
          {details.resolutions.map((one) => (
            <li key={one.id} data-testid={`resolution-${one.id}`}>
              <div className={styles.between}>
                <span className={styles.text}>{one.text}</span>
                {!one.doneOn && mayComplete && (
                  <Button size="small" onClick={() => setCompleting(one)} data-testid="resolution-complete">
                    {t('congresses.complete')}
                  </Button>
                )}
              </div>
              <div className={styles.marks}>
                <Link to={`/units/${one.unitId}`}>{one.unitName}</Link>
                <span className={styles.quiet}>
                  {one.doneOn
                    ? t('congresses.resolution.done', {
                        day: formats.date(one.doneOn),
                        note: one.note ?? '',
                      })
                    : t('congresses.resolution.due', { day: formats.date(one.dueOn) })}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      {adding && <ResolutionForm details={details} onClose={() => setAdding(false)} />}
      {completing && (
        <CompleteForm details={details} resolution={completing} onClose={() => setCompleting(null)} />
      )}
    </Panel>
  )
}
