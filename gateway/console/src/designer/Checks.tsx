import { CheckCircleFilled, LockOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { content, ifMatch, indicator } from '../api/client'
import { useI18n } from '../app/i18n'
import { Failed } from '../ui/Failed'
import { TypedConfirmation } from '../ui/TypedConfirmation'
import styles from './Designer.module.css'
import type { Draft } from './draft'
import type { Finding } from './queries'
import type { Place } from './tree'
import { variantAt } from './variants'

/** The node of the tree that a finding is about; null for what concerns the whole sheet. */
export function placeOf(pointer: string): Place | null {
  const found = /^\/groups\/(\d+)(?:\/criteria\/(\d+))?/.exec(pointer)
  if (!found) return null
  return { group: Number(found[1]), criterion: found[2] === undefined ? null : Number(found[2]) }
}

/** The part that a finding is about, by its place among the parts; null for what is not about one. */
export function partOf(pointer: string): number | null {
  const found = /^\/parts\/(\d+)/.exec(pointer)
  return found ? Number(found[1]) : null
}

interface Props {
  draft: Draft
  checks: { data?: { version: number; findings: Finding[] }; error: unknown; refetch(): unknown }
  /** The version on the server; what is typed and not saved yet is no part of it. */
  version: number
  unsaved: boolean
  season: { id: string; name: string }
  sheetId: string
  onGo(place: Place | null, pointer: string): void
  settle(): Promise<void>
}

function named(one: { code: string; name: string } | null | undefined): string {
  return one ? `${one.code} ${one.name}` : '…'
}

/** What stands against freezing, each with the way to it; and the freezing itself. */
export function Checks(props: Props) {
  const { draft, checks, onGo } = props
  const { t } = useI18n()
  const [freezing, setFreezing] = useState(false)
  if (!checks.data) {
    return checks.error ? (
      <Failed failure={checks.error} retry={() => checks.refetch()} />
    ) : (
      <Skeleton active title={false} />
    )
  }
  const { findings } = checks.data
  const name = (place: Place | null, pointer: string) => {
    const part = partOf(pointer)
    if (part !== null) return named(draft.parts?.[part])
    if (!place) return t('design.whole')
    const group = draft.groups[place.group]
    const criterion = place.criterion === null ? undefined : group?.criteria[place.criterion]
    const variant = variantAt(criterion, pointer)
    return variant === null ? named(criterion ?? group) : `${named(criterion)} · ${variant}`
  }
  return (
    <div className={styles.checks} data-testid="design-checks">
      <div className={styles.freeze}>
        {findings.length === 0 ? (
          <p className={styles.clear} data-testid="checks-clear">
            <CheckCircleFilled aria-hidden="true" /> {t('design.checks.clear')}
          </p>
        ) : (
          <p>{t('design.checks.left', { n: findings.length })}</p>
        )}
        <Button
          type="primary"
          icon={<LockOutlined />}
          disabled={findings.length > 0}
          onClick={async () => {
            await props.settle()
            setFreezing(true)
          }}
          data-testid="design-freeze"
        >
          {t('sheet.freeze')}
        </Button>
      </div>
      <ul>
        {findings.map((one) => {
          const place = placeOf(one.pointer)
          return (
            <li key={one.pointer + one.code + one.detail}>
              <button
                type="button"
                className={styles.finding}
                onClick={() => onGo(place, one.pointer)}
                data-testid={`finding-${one.code}`}
              >
                <span>{name(place, one.pointer)}</span>
                {one.detail}
              </button>
            </li>
          )
        })}
      </ul>
      {freezing && <Freeze {...props} onClose={() => setFreezing(false)} />}
    </div>
  )
}

function Freeze({ season, sheetId, version, unsaved, onClose }: Props & { onClose(): void }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  return (
    <TypedConfirmation
      title={t('sheet.freeze.title')}
      okLabel={t('sheet.freeze')}
      words={season.name}
      blocked={unsaved}
      onClose={onClose}
      onConfirm={async (headers) => {
        await content(
          indicator.POST('/api/v1/scoresheets/{id}/freeze', {
            params: { path: { id: sheetId } },
            headers: { ...headers, ...ifMatch(version) },
          }),
        )
        await queries.invalidateQueries({ queryKey: ['scoresheets'] })
      }}
    >
      <p>{t('sheet.freeze.text')}</p>
    </TypedConfirmation>
  )
}
