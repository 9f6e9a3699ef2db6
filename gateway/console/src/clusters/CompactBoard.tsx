import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { cluster, content, ifMatch } from '../api/client'
import type { Compact } from '../api/types'
import { useI18n } from '../app/i18n'
import { useFormats } from '../app/i18n/useFormats'
import { Panel } from '../ui/Facts'
import { FormDrawer } from '../ui/FormDrawer'
import { Capacities } from './Capacities'
import clusters from './Clusters.module.css'
import styles from './CompactPanel.module.css'
import { refresh } from './queries'

type Line = Compact['board'][number]

/** Who has signed and, first of all, who has not. */
export function CompactBoard({ compact, mayChange }: { compact: Compact; mayChange: boolean }) {
  const { t } = useI18n()
  const formats = useFormats()
  const [changing, setChanging] = useState<Line | null>(null)
  const signed = compact.board.filter((one) => one.signedAt)
  const missing = compact.board.filter((one) => !one.signedAt)
  return (
    <Panel
      title={t('compact.board')}
      aside={
        <span data-testid="compact-progress">
          {t('compact.progress', {
            signed: formats.number(signed.length),
            all: formats.number(compact.board.length),
          })}
        </span>
      }
      testId="compact-board"
    >
      <div
        className={styles.meter}
        role="progressbar"
        aria-label={t('compact.board')}
        aria-valuemin={0}
        aria-valuemax={compact.board.length}
        aria-valuenow={signed.length}
      >
        {compact.board.map((one, i) => (
          <span key={one.unitId} data-filled={i < signed.length || undefined} />
        ))}
      </div>
      <ul className={styles.board}>
        {[...missing, ...signed].map((one) => (
          <li key={one.unitId} data-signed={one.signedAt !== null} data-testid={`signature-${one.unitName}`}>
            {one.signedAt ? <CheckCircleFilled aria-hidden /> : <MinusCircleOutlined aria-hidden />}
            <div>
              <div className={clusters.strong}>{one.unitName}</div>
              <Signatures line={one} />
              {mayChange && compact.status === 'SIGNING' && one.signatories.every((s) => !s.signedAt) && (
                <Button
                  type="link"
                  size="small"
                  className={clusters.inline}
                  onClick={() => setChanging(one)}
                  data-testid={`signatories-${one.unitName}`}
                >
                  {t('compact.signatories')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {changing && <SignatoriesForm compact={compact} line={changing} onClose={() => setChanging(null)} />}
    </Panel>
  )
}

/** One leader's signature, or those of several, each in a capacity. */
function Signatures({ line }: { line: Line }) {
  const { t } = useI18n()
  const formats = useFormats()
  return line.signatories.map((one) => {
    const signed = one.signedAt && {
      name: one.signedBy ?? t('person.erased'),
      time: formats.instant(one.signedAt),
    }
    return (
      <div key={one.capacity} className={clusters.quiet} data-signed={one.signedAt !== null}>
        {one.capacity === null
          ? signed
            ? t('compact.signedBy', signed)
            : t('compact.missing')
          : signed
            ? t('compact.capacity.signed', { capacity: one.capacity, ...signed })
            : t('compact.capacity.missing', { capacity: one.capacity })}
      </div>
    )
  })
}

/** Which leaders sign for one member, as long as nobody has. */
function SignatoriesForm({ compact, line, onClose }: { compact: Compact; line: Line; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const of = (version: number, one: Line | undefined) => ({
    version,
    values: {
      capacities: (one?.signatories ?? []).flatMap((signatory) => signatory.capacity ?? []),
    },
  })
  return (
    <FormDrawer<{ capacities: string[] }>
      title={t('compact.signatories.for', { unit: line.unitName })}
      source={of(compact.version, line)}
      labels={{ capacities: t('compact.capacities') }}
      reload={async () => {
        const { id } = compact
        const newest = await content(cluster.GET('/api/v1/compacts/{id}', { params: { path: { id } } }))
        return of(
          newest.version,
          newest.board.find((one) => one.unitId === line.unitId),
        )
      }}
      onClose={onClose}
      send={async (typed, version, headers) => {
        await content(
          cluster.PUT('/api/v1/compacts/{id}/signatories/{unitId}', {
            params: { path: { id: compact.id, unitId: line.unitId } },
            body: { capacities: typed.capacities },
            headers: { ...headers, ...ifMatch(version ?? compact.version) },
          }),
        )
        refresh(queries)
        message.success(t('compact.signatories.set', { unit: line.unitName }))
      }}
    >
      {() => <Capacities />}
    </FormDrawer>
  )
}
