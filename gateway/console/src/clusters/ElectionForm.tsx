import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Select } from 'antd'
import { cluster, content } from '../api/client'
import type { Election, Minutes, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { FormDrawer } from '../ui/FormDrawer'
import { MembersSelect } from './Choices'
import { refresh } from './queries'
import { VoteRules } from './VoteRules'

interface Values {
  title: string
  seasonId: string | null
  candidates: string[]
  quorum: Election['quorum']
  threshold: Election['threshold']
  base: Election['base']
}

/** Draws up an election; before it is opened, nobody can vote. */
export function ElectionForm({
  conference,
  seasons,
  onClose,
}: {
  conference: Minutes
  seasons: Season[]
  onClose(): void
}) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  const meant = conference.purposes.find((one) => one.purpose === 'ELECTION')?.seasonId
  return (
    <FormDrawer<Values>
      title={t('elections.create')}
      lead={<p>{t('elections.create.text')}</p>}
      source={{
        version: null,
        values: {
          title: t('elections.titleFor', {
            season: (seasons.find((one) => one.id === meant) ?? seasons[0])?.name ?? '',
          }),
          seasonId: meant ?? seasons[0]?.id ?? null,
          candidates: [],
          quorum: { numerator: 2, denominator: 3 },
          threshold: { numerator: 1, denominator: 2 },
          base: 'PRESENT',
        },
      }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/elections', {
            body: {
              conferenceId: conference.id,
              seasonId: typed.seasonId ?? '',
              title: typed.title.trim(),
              candidates: typed.candidates,
              quorum: typed.quorum,
              threshold: typed.threshold,
              base: typed.base,
            },
            headers,
          }),
        )
        refresh(queries)
        message.success(t('elections.created'))
      }}
    >
      {() => (
        <>
          <Form.Item name="title" label={t('elections.name')} rules={required}>
            <Input maxLength={300} data-testid="election-title" />
          </Form.Item>
          <Form.Item name="seasonId" label={t('seasons.one')} rules={[{ required: true }]}>
            <Select
              options={seasons.map((season) => ({ value: season.id, label: season.name }))}
              data-testid="election-season"
            />
          </Form.Item>
          <Form.Item
            name="candidates"
            label={t('elections.candidates')}
            rules={[{ required: true, message: t('form.required') }]}
          >
            <MembersSelect clusterId={conference.clusterId} testId="election-candidates" />
          </Form.Item>
          <VoteRules kind="elections" />
        </>
      )}
    </FormDrawer>
  )
}
