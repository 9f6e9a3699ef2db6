import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { content, indicator } from '../api/client'
import { everyPage } from '../app/everyPage'
import { useI18n } from '../app/i18n'
import { Failed } from '../ui/Failed'
import { Nothing } from '../ui/Nothing'
import { useDebounced } from '../ui/useDebounced'
import styles from './AddIndicator.module.css'
import type { TargetIndicator } from './targets'
import type { Season } from './types'

interface Props {
  season: Season
  known: string[]
  onAdd(indicators: TargetIndicator[]): void
  onClose(): void
}

/** Brings indicators of the catalogue into the sheet; they belong to the season once somebody has a target for them. */
export function AddIndicator({ known, onAdd, onClose }: Props) {
  const { t } = useI18n()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const asked = useDebounced(words.trim())
  const found = useQuery({
    queryKey: ['indicators', 'all', asked],
    queryFn: () =>
      everyPage((after) =>
        content(
          indicator.GET('/api/v1/indicators', {
            params: { query: { q: asked || undefined, after, limit: 200 } },
          }),
        ),
      ),
    placeholderData: (previous) => previous,
  })
  const choices = found.data?.filter((one) => !known.includes(one.id)) ?? []
  return (
    <Modal
      open
      title={t('targets.add')}
      onCancel={onClose}
      okText={t('targets.add.ok', { n: chosen.length })}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: chosen.length === 0 }}
      onOk={() => {
        onAdd(
          choices
            .filter((one) => chosen.includes(one.id))
            .map((one) => ({
              id: one.id,
              code: one.code,
              name: one.name,
              unitOfMeasure: one.unitOfMeasure,
              furtherUnits: one.units.map(({ name }) => name),
              formula: one.formula,
              valueKind: one.valueKind,
              levels: one.levels,
              direction: one.direction,
            })),
        )
        onClose()
      }}
    >
      <Input
        allowClear
        value={words}
        onChange={(event) => setWords(event.target.value)}
        placeholder={t('targets.add.search')}
        aria-label={t('targets.add.search')}
      />
      {found.error && !found.data ? (
        <Failed failure={found.error} retry={() => found.refetch()} />
      ) : choices.length === 0 ? (
        <Nothing title={t('targets.add.empty')} />
      ) : (
        <ul className={styles.list}>
          {choices.map((one) => (
            <li key={one.id}>
              <Checkbox
                checked={chosen.includes(one.id)}
                onChange={({ target }) =>
                  setChosen(target.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))
                }
                data-testid={`option-${one.code}`}
              >
                {one.name} <span className={styles.note}>{`${one.code} · ${one.unitOfMeasure}`}</span>
              </Checkbox>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  )
}
