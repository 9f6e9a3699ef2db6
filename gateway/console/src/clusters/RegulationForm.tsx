import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Radio } from 'antd'
import { cluster, content, ifMatch } from '../api/client'
import type { Regulation, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import { ConferenceSelect } from './Choices'
import { type Origin, OriginFields, OWN, originOf } from './OriginFields'
import { refresh } from './queries'

interface Values extends Origin {
  title: string
  text: string | null
  status: Regulation['status']
  adoptedOn: string | null
  conferenceId: string | null
  candidateRule: Regulation['candidateRule']
  tieRule: Regulation['tieRule']
  figuresRule: Regulation['figuresRule']
  resultsRule: Regulation['resultsRule']
}

/** A new version of the rules; the versions before stay. */
export function RegulationForm({
  season,
  regulation,
  onClose,
}: {
  season: Season
  regulation: Regulation | null
  onClose(): void
}) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  const values: Values = regulation ?? {
    title: t('regulation.titleFor', { season: season.name }),
    text: null,
    status: 'DRAFT',
    adoptedOn: null,
    conferenceId: null,
    candidateRule: 'ELECTED',
    tieRule: 'SHARED',
    figuresRule: 'OWN',
    resultsRule: 'CLUSTER',
    ...OWN,
  }
  return (
    <FormDrawer<Values>
      title={t(regulation ? 'regulation.newVersion' : 'regulation.add')}
      source={{ version: season.version, values }}
      onClose={onClose}
      send={async (typed, version, headers) => {
        await content(
          cluster.PUT('/api/v1/seasons/{id}/regulation', {
            params: { path: { id: season.id } },
            body: {
              title: typed.title.trim(),
              text: typed.text?.trim() || null,
              status: typed.status,
              adoptedOn: typed.status === 'ADOPTED' ? (typed.adoptedOn ?? null) : null,
              conferenceId: typed.conferenceId ?? null,
              candidateRule: typed.candidateRule,
              tieRule: typed.tieRule,
              figuresRule: typed.figuresRule,
              resultsRule: typed.resultsRule,
              ...originOf(typed),
            },
            headers: { ...headers, ...ifMatch(version ?? season.version) },
          }),
        )
        refresh(queries)
        message.success(t('regulation.saved'))
      }}
    >
      {(form) => (
        <>
          <Form.Item name="title" label={t('regulation.name')} rules={required}>
            <Input maxLength={500} data-testid="regulation-title" />
          </Form.Item>
          <Form.Item name="status" label={t('mandate.state')} rules={[{ required: true }]}>
            <Radio.Group
              options={(['DRAFT', 'ADOPTED'] as const).map((value) => ({
                value,
                label: <span data-testid={`regulation-status-${value}`}>{t(`regulation.${value}`)}</span>,
              }))}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={['status']}>
            {() =>
              form.getFieldValue('status') === 'ADOPTED' && (
                <Form.Item name="adoptedOn" label={t('regulation.adoptedOn')}>
                  <DateField data-testid="regulation-adopted-on" />
                </Form.Item>
              )
            }
          </Form.Item>
          <Form.Item name="conferenceId" label={t('conferences.at')}>
            <ConferenceSelect clusterId={season.clusterId} testId="regulation-conference" />
          </Form.Item>
          <Form.Item name="candidateRule" label={t('regulation.candidateRule')} rules={[{ required: true }]}>
            <Radio.Group
              vertical
              options={(['ELECTED', 'RANK_1'] as const).map((value) => ({
                value,
                label: t(`regulation.candidateRule.${value}`),
              }))}
              data-testid="regulation-candidate-rule"
            />
          </Form.Item>
          <Form.Item name="tieRule" label={t('regulation.tieRule')} rules={[{ required: true }]}>
            <Radio.Group
              vertical
              options={(['SHARED', 'BALLOT'] as const).map((value) => ({
                value,
                label: t(`regulation.tieRule.${value}`),
              }))}
              data-testid="regulation-tie-rule"
            />
          </Form.Item>
          <Form.Item
            name="figuresRule"
            label={t('regulation.figuresRule')}
            extra={t('regulation.figuresRule.hint')}
          >
            <Radio.Group
              vertical
              options={(['OWN', 'HANDED_IN'] as const).map((value) => ({
                value,
                label: t(`regulation.figuresRule.${value}`),
              }))}
              data-testid="regulation-figures-rule"
            />
          </Form.Item>
          <Form.Item
            name="resultsRule"
            label={t('regulation.resultsRule')}
            extra={t('regulation.resultsRule.hint')}
          >
            <Radio.Group
              vertical
              options={(['OWN', 'CLUSTER', 'PUBLIC'] as const).map((value) => ({
                value,
                label: t(`regulation.resultsRule.${value}`),
              }))}
              data-testid="regulation-results-rule"
            />
          </Form.Item>
          <Form.Item name="text" label={t('regulation.text')}>
            <Input.TextArea rows={8} maxLength={100000} data-testid="regulation-text" />
          </Form.Item>
          <OriginFields />
        </>
      )}
    </FormDrawer>
  )
}
