import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Radio } from 'antd'
import { cluster, content, ifMatch } from '../api/client'
import type { Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { DateField } from '../ui/DateField'
import { FormDrawer, type Source } from '../ui/FormDrawer'
import { type Origin, OriginFields, OWN, originOf } from './OriginFields'
import { getSeason, refresh } from './queries'

interface Values extends Origin {
  name: string
  from: string
  to: string
  mode: Season['mode']
}

function sourceOf(season: Season | null): Source<Values> {
  const year = today().slice(0, 4)
  return season
    ? { version: season.version, values: season }
    : {
        version: null,
        values: { name: year, from: `${year}-01-01`, to: `${year}-12-31`, mode: 'LIVE', ...OWN },
      }
}

interface Props {
  clusterId: string
  /** Null for a new one. */
  season: Season | null
  onClose(): void
  onSaved(season: Season): void
}

export function SeasonForm({ clusterId, season, onClose, onSaved }: Props) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <FormDrawer<Values>
      title={t(season ? 'seasons.edit' : 'seasons.create')}
      source={sourceOf(season)}
      labels={{
        name: t('seasons.name'),
        from: t('seasons.from'),
        to: t('seasons.to'),
        provenance: t('form.provenance'),
        source: t('provenance.source'),
      }}
      reload={season ? async () => sourceOf(await getSeason(season.id)) : undefined}
      onClose={onClose}
      send={async (typed, version, headers) => {
        const body = {
          clusterId,
          name: typed.name.trim(),
          from: typed.from,
          to: typed.to,
          mode: typed.mode,
          ...originOf(typed),
        }
        const saved = season
          ? await content<Season>(
              cluster.PUT('/api/v1/seasons/{id}', {
                params: { path: { id: season.id } },
                body,
                headers: { ...headers, ...ifMatch(version ?? season.version) },
              }),
            )
          : await content<Season>(cluster.POST('/api/v1/seasons', { body, headers }))
        refresh(queries)
        onSaved(saved)
      }}
    >
      {() => (
        <>
          <Form.Item name="name" label={t('seasons.name')} extra={t('seasons.name.help')} rules={required}>
            <Input maxLength={100} data-testid="season-name-input" />
          </Form.Item>
          <Form.Item name="from" label={t('seasons.from')} rules={required}>
            <DateField data-testid="season-from" />
          </Form.Item>
          <Form.Item name="to" label={t('seasons.to')} extra={t('seasons.to.help')} rules={required}>
            <DateField data-testid="season-to" />
          </Form.Item>
          {!season && (
            <Form.Item name="mode" label={t('seasons.mode')} extra={t('seasons.mode.help')} rules={required}>
              <Radio.Group
                options={(['LIVE', 'RECORDED'] as const).map((value) => ({
                  value,
                  label: t(`mode.${value}`),
                }))}
                data-testid="season-mode"
              />
            </Form.Item>
          )}
          <OriginFields />
        </>
      )}
    </FormDrawer>
  )
}
