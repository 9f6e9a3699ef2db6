import { Form, Input, InputNumber, Select } from 'antd'
import { cluster, content, ifMatch } from '../api/client'
import type { Movement, MovementReport, Participation } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { useFormats } from '../app/i18n/useFormats'
import { useSession } from '../app/session'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import { type Named, UnitPicker } from '../ui/Picker'
import { ReasonField, useDone, useRequired } from './CourseForms'
import { keyOf, type Milestone, milestoneOf } from './kinds'
import { onlyUnit } from './own'

interface Of {
  movement: Movement
  onClose(): void
}

export function JoinForm({ movement, onClose }: Of) {
  const { t } = useI18n()
  const done = useDone()
  const required = useRequired()
  const { me } = useSession()
  return (
    <FormDrawer<{ unitId: Named | null; joinedOn: string | null }>
      title={t('movements.join')}
      lead={<p>{t(movement.seasonId ? 'movements.join.season' : 'movements.join.under')}</p>}
      source={{ version: null, values: { unitId: onlyUnit(me.mandates), joinedOn: today() } }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/movements/{id}/participations', {
            params: { path: { id: movement.id } },
            body: { unitId: typed.unitId?.id ?? '', joinedOn: typed.joinedOn ?? '' },
            headers,
          }),
        )
        done(t('movements.join.done'))
      }}
    >
      {() => (
        <>
          <Form.Item
            name="unitId"
            label={t('movements.participation.unit')}
            rules={[{ required: true, message: t('form.required') }]}
          >
            <UnitPicker testId="participation-unit" />
          </Form.Item>
          <Form.Item name="joinedOn" label={t('movements.joinedOn')} rules={required}>
            <DateField data-testid="participation-on" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

export function LeaveForm({ movement, participation, onClose }: Of & { participation: Participation }) {
  const { t } = useI18n()
  const done = useDone()
  return (
    <FormDrawer<{ reason: string }>
      title={t('movements.leave')}
      lead={<p>{t('movements.leave.text', { unit: participation.unitName })}</p>}
      source={{ version: null, values: { reason: '' } }}
      danger
      saveLabel={t('movements.leave')}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/movements/{id}/participations/{participationId}/withdrawal', {
            params: { path: { id: movement.id, participationId: participation.id } },
            body: { reason: typed.reason.trim() },
            headers,
          }),
        )
        done(t('movements.leave.done'))
      }}
    >
      {() => <ReasonField />}
    </FormDrawer>
  )
}

interface ReportValues {
  of: string
  reportedOn: string | null
  text: string
  persons: number | null
  collectives: number | null
  works: number | null
  amount: string
}

interface Reporting extends Of {
  participation: Participation
  /** The one to be corrected; a new one if left out. */
  report?: MovementReport
  /** Of what there is something to report yet. */
  milestones: Milestone[]
}

export function ReportForm({ movement, participation, report, milestones, onClose }: Reporting) {
  const { t } = useI18n()
  const formats = useFormats()
  const done = useDone()
  const required = useRequired()
  const offered = report ? [{ kind: report.kind, day: report.reportingDay ?? null }] : milestones
  const path = { id: movement.id, participationId: participation.id }
  return (
    <FormDrawer<ReportValues>
      title={t(report ? 'movements.report.correct' : 'movements.report')}
      lead={<p>{participation.unitName}</p>}
      source={{
        version: report?.version ?? null,
        values: {
          of: offered[0] ? keyOf(offered[0]) : 'FINAL',
          reportedOn: report?.reportedOn ?? today(),
          text: report?.text ?? '',
          persons: report?.persons ?? null,
          collectives: report?.collectives ?? null,
          works: report?.works ?? null,
          amount: report?.amount == null ? '' : formats.number(report.amount),
        },
      }}
      onClose={onClose}
      send={async (typed, version, headers) => {
        const body = {
          kind: milestoneOf(typed.of).kind,
          reportingDay: milestoneOf(typed.of).day,
          reportedOn: typed.reportedOn ?? '',
          text: typed.text.trim(),
          persons: typed.persons ?? null,
          collectives: typed.collectives ?? null,
          works: typed.works ?? null,
          amount: typed.amount?.trim() ? formats.parse(typed.amount) : null,
        }
        await content(
          report
            ? cluster.PUT('/api/v1/movements/{id}/participations/{participationId}/reports/{reportId}', {
                params: { path: { ...path, reportId: report.id } },
                body,
                headers: ifMatch(version ?? 0),
              })
            : cluster.POST('/api/v1/movements/{id}/participations/{participationId}/reports', {
                params: { path },
                body,
                headers,
              }),
        )
        done(t('movements.report.done'))
      }}
    >
      {() => (
        <>
          <Form.Item name="of" label={t('movements.report.kind')} rules={[{ required: true }]}>
            <Select
              disabled={report !== undefined}
              options={offered.map((one) => ({
                value: keyOf(one),
                label: one.day
                  ? `${t(`movements.report.${one.kind}`)} ${formats.date(one.day)}`
                  : t(`movements.report.${one.kind}`),
              }))}
              data-testid="report-kind"
            />
          </Form.Item>
          <Form.Item name="reportedOn" label={t('movements.report.on')} rules={required}>
            <DateField data-testid="report-on" />
          </Form.Item>
          <Form.Item name="text" label={t('movements.report.text')} rules={required}>
            <Input.TextArea rows={6} maxLength={10000} data-testid="report-text" />
          </Form.Item>
          <Form.Item name="persons" label={t('movements.report.persons')}>
            <InputNumber min={0} max={100_000_000} precision={0} data-testid="report-persons" />
          </Form.Item>
          <Form.Item name="collectives" label={t('movements.report.collectives')}>
            <InputNumber min={0} max={100_000_000} precision={0} data-testid="report-collectives" />
          </Form.Item>
          <Form.Item name="works" label={t('movements.report.works')}>
            <InputNumber min={0} max={100_000_000} precision={0} data-testid="report-works" />
          </Form.Item>
          <Form.Item
            name="amount"
            label={t('movements.report.amount')}
            rules={[
              {
                validator: (_, typed: string | undefined) =>
                  !typed?.trim() || (formats.parse(typed) ?? -1) >= 0
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('movements.report.amount.wrong'))),
              },
            ]}
          >
            <Input inputMode="decimal" maxLength={30} data-testid="report-amount" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
