import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { content, indicator } from '../api/client'
import { useI18n } from '../app/i18n'
import { TypedConfirmation } from '../ui/TypedConfirmation'
import type { Agreement, Season } from './types'

interface Props {
  season: Season
  agreed: Agreement[]
  onClose(): void
}

/** Approves what was agreed as it stood when this was opened; where anything of it has moved since, nothing is approved. */
export function ApproveAgreements({ season, agreed, onClose }: Props) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const [seen] = useState(agreed)
  return (
    <TypedConfirmation
      title={t('agreements.approve.title', { n: seen.length })}
      okLabel={t('agreements.act.approval')}
      onClose={onClose}
      onConfirm={async (headers) => {
        await content(
          indicator.POST('/api/v1/targets/{seasonId}/agreements/approvals', {
            params: { path: { seasonId: season.id } },
            body: { units: seen.map(({ unitId, version }) => ({ unitId, version })) },
            headers,
          }),
        )
        queries.invalidateQueries({ queryKey: ['targets'] })
      }}
      testId="approve-confirmation"
    >
      <p>{t('agreements.approve.text')}</p>
      <ul>
        {seen.map((one) => (
          <li key={one.unitId}>• {one.unitName ?? '…'}</li>
        ))}
      </ul>
    </TypedConfirmation>
  )
}
