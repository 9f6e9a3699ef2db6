import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Select } from 'antd'
import { content, ifMatch, indicator } from '../api/client'
import { useI18n } from '../app/i18n'
import { FormDrawer, type Source } from '../ui/FormDrawer'
import { InstantField } from '../ui/InstantField'
import type { Period, PeriodKind, Season } from './types'

interface Values {
  kind: PeriodKind
  name: string
  opensAt: string | null
  dueAt: string | null
  closesAt: string | null
  reason: string
}

function valuesOf(period: Period | null, name: string): Source<Values> {
  return period
    ? {
        values: {
          kind: period.kind,
          name: period.name,
          opensAt: period.opensAt,
          dueAt: period.dueAt,
          closesAt: period.closesAt,
          reason: '',
        },
        version: period.version,
      }
    : {
        values: { kind: 'H1', name, opensAt: null, dueAt: null, closesAt: null, reason: '' },
        version: null,
      }
}

/** A period's window. Moving it needs a reason: it is how a closed period is opened again. */
export function PeriodForm(props: { season: Season; period: Period | null; onClose(): void }) {
  const { season, period, onClose } = props
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, message: t('form.required') }]
  const name = `${t('period.H1')} ${season.name}`
  return (
    <FormDrawer<Values>
      title={period ? t('reports.period.move') : t('reports.period.create')}
      source={valuesOf(period, name)}
      onClose={onClose}
      labels={{
        name: t('reports.period.name'),
        opensAt: t('reports.period.opensAt'),
        dueAt: t('reports.period.dueAt'),
        closesAt: t('reports.period.closesAt'),
      }}
      reload={
        period
          ? async () =>
              valuesOf(
                await content(indicator.GET('/api/v1/periods/{id}', { params: { path: { id: period.id } } })),
                name,
              )
          : undefined
      }
      send={async (typed, version, headers) => {
        const times = {
          name: typed.name.trim(),
          opensAt: typed.opensAt ?? '',
          dueAt: typed.dueAt ?? '',
          closesAt: typed.closesAt ?? '',
        }
        await content(
          period
            ? indicator.PUT('/api/v1/periods/{id}', {
                params: { path: { id: period.id } },
                body: { ...times, reason: typed.reason.trim() },
                headers: ifMatch(version ?? period.version),
              })
            : indicator.POST('/api/v1/periods', {
                body: { ...times, seasonId: season.id, kind: typed.kind },
                headers,
              }),
        )
        queries.invalidateQueries({ queryKey: ['periods'] })
        queries.invalidateQueries({ queryKey: ['reports'] })
        message.success(t('reports.period.saved'))
      }}
    >
      {() => (
        <>
          {!period && (
            <Form.Item name="kind" label={t('reports.period.kind')} rules={required}>
              <Select
                options={(['H1', 'M9', 'YEAR'] as const).map((value) => ({
                  value,
                  label: t(`period.${value}`),
                }))}
                data-testid="period-kind"
              />
            </Form.Item>
          )}
          <Form.Item name="name" label={t('reports.period.name')} rules={required}>
            <Input maxLength={200} data-testid="period-name" />
          </Form.Item>
          <Form.Item name="opensAt" label={t('reports.period.opensAt')} rules={required}>
            <InstantField data-testid="period-opens" />
          </Form.Item>
          <Form.Item name="dueAt" label={t('reports.period.dueAt')} rules={required}>
            <InstantField data-testid="period-due" />
          </Form.Item>
          <Form.Item name="closesAt" label={t('reports.period.closesAt')} rules={required}>
            <InstantField data-testid="period-closes" />
          </Form.Item>
          {period && (
            <Form.Item
              name="reason"
              label={t('form.reason')}
              extra={t('form.reason.help')}
              rules={[{ required: true, whitespace: true, message: t('form.required') }]}
            >
              <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
            </Form.Item>
          )}
        </>
      )}
    </FormDrawer>
  )
}
