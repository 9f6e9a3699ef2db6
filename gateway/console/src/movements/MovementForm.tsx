import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Select } from 'antd'
import { cluster, content, ifMatch } from '../api/client'
import type { Movement, MovementCourse, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { MOVEMENT_KINDS, MOVEMENT_LEVELS } from '../clusters/kinds'
import { type Origin, OriginFields, OWN, originOf } from '../clusters/OriginFields'
import { DateField } from '../ui/DateField'
import { FormDrawer, type Source } from '../ui/FormDrawer'
import { type Named, Picker, UnitPicker } from '../ui/Picker'
import { DaysField } from './DaysField'
import { getCourse, refresh } from './queries'

interface Values extends Origin {
  name: string
  launchedByUnitId: Named | null
  level: Movement['level']
  kind: Movement['kind']
  launchedOn: string | null
  plannedFrom: string | null
  plannedTo: string | null
  /** The days, or null for each year-end. */
  reportingDays: (string | null)[] | null
  text: string | null
  criteria: string | null
  parentId: Named | null
  reason: string
}

interface Props {
  /** In which it is launched; outside of any if left out. */
  season?: Season
  /** The one to be corrected; a new one is launched if left out. */
  course?: MovementCourse
  /** The higher one that a new one answers. */
  parent?: Movement
  onClose(): void
  onSaved?(id: string): void
}

export function MovementForm({ season, course, parent, onClose, onSaved }: Props) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <FormDrawer<Values>
      title={t(course ? 'movements.edit' : parent ? 'movements.answer' : 'movements.launch')}
      source={course ? sourceOf(course) : { version: null, values: fresh(season, parent) }}
      reload={course ? async () => sourceOf(await getCourse(course.movement.id)) : undefined}
      labels={{
        name: t('movements.name'),
        plannedFrom: t('movements.plannedFrom'),
        plannedTo: t('movements.plannedTo'),
        text: t('movements.text'),
        criteria: t('movements.criteria'),
      }}
      onClose={onClose}
      send={async (typed, version, headers) => {
        const body = {
          name: typed.name.trim(),
          level: typed.level,
          kind: typed.kind,
          launchedOn: typed.launchedOn ?? null,
          plannedFrom: typed.plannedFrom ?? null,
          plannedTo: typed.plannedTo ?? null,
          reportingDays: typed.reportingDays?.filter((day) => day !== null) ?? null,
          text: typed.text?.trim() || null,
          criteria: typed.criteria?.trim() || null,
          parentId: typed.parentId?.id ?? null,
          ...originOf(typed),
        }
        const saved = course
          ? await content(
              cluster.PUT('/api/v1/movements/{id}', {
                params: { path: { id: course.movement.id } },
                body: { ...body, reason: typed.reason.trim() },
                headers: ifMatch(version ?? 0),
              }),
            )
          : await content(
              cluster.POST('/api/v1/movements', {
                body: {
                  ...body,
                  seasonId: season?.id ?? null,
                  launchedByUnitId: typed.launchedByUnitId?.id ?? '',
                },
                headers,
              }),
            )
        refresh(queries)
        message.success(t(course ? 'movements.changed' : 'movements.created'))
        onSaved?.(saved.id)
      }}
    >
      {() => (
        <>
          <Form.Item name="name" label={t('movements.name')} rules={required}>
            <Input.TextArea rows={2} maxLength={500} data-testid="movement-name" />
          </Form.Item>
          <Form.Item
            name="launchedByUnitId"
            label={t('movements.by')}
            rules={[{ required: true, message: t('form.required') }]}
            hidden={course !== undefined}
          >
            <UnitPicker testId="movement-by" />
          </Form.Item>
          <Form.Item name="level" label={t('movements.level')} rules={[{ required: true }]}>
            <Select
              options={MOVEMENT_LEVELS.map((value) => ({ value, label: t(`movements.level.${value}`) }))}
              data-testid="movement-level"
            />
          </Form.Item>
          <Form.Item name="kind" label={t('movements.kind')} rules={[{ required: true }]}>
            <Select
              options={MOVEMENT_KINDS.map((value) => ({ value, label: t(`movements.kind.${value}`) }))}
              data-testid="movement-kind"
            />
          </Form.Item>
          <Form.Item name="launchedOn" label={t('movements.on')}>
            <DateField data-testid="movement-on" />
          </Form.Item>
          <Form.Item name="plannedFrom" label={t('movements.plannedFrom')}>
            <DateField data-testid="movement-from" />
          </Form.Item>
          <Form.Item name="plannedTo" label={t('movements.plannedTo')} extra={t('movements.plannedTo.help')}>
            <DateField data-testid="movement-to" />
          </Form.Item>
          <Form.Item name="reportingDays" label={t('movements.days')} extra={t('movements.days.help')}>
            <DaysField />
          </Form.Item>
          <Form.Item name="text" label={t('movements.text')}>
            <Input.TextArea rows={5} maxLength={20000} data-testid="movement-text" />
          </Form.Item>
          <Form.Item name="criteria" label={t('movements.criteria')}>
            <Input.TextArea rows={4} maxLength={10000} data-testid="movement-criteria" />
          </Form.Item>
          <Form.Item name="parentId" label={t('movements.parent')} extra={t('movements.parent.help')}>
            <ParentPicker />
          </Form.Item>
          <OriginFields />
          {course && (
            <Form.Item name="reason" label={t('form.reason')} extra={t('form.reason.help')} rules={required}>
              <Input.TextArea rows={2} maxLength={1000} data-testid="reason-input" />
            </Form.Item>
          )}
        </>
      )}
    </FormDrawer>
  )
}

function ParentPicker(props: { value?: Named | null; onChange?(value: Named | null): void; id?: string }) {
  const { t } = useI18n()
  return (
    <Picker
      {...props}
      testId="movement-parent"
      queryKey="movements"
      placeholder={t('movements.search')}
      nothing={t('movements.empty')}
      find={async (words) => {
        const page = await content(
          cluster.GET('/api/v1/movements', { params: { query: { q: words || undefined, limit: 20 } } }),
        )
        return page.items.map((one) => ({ id: one.id, name: one.name, note: one.launchedByUnitName }))
      }}
    />
  )
}

function fresh(season: Season | undefined, parent: Movement | undefined): Values {
  return {
    name: parent?.name ?? '',
    launchedByUnitId: null,
    level: season ? 'CLUSTER' : 'UNIT',
    kind: parent?.kind ?? 'REGULAR',
    launchedOn: null,
    plannedFrom: parent?.plannedFrom ?? null,
    plannedTo: parent?.plannedTo ?? null,
    reportingDays: null,
    text: null,
    criteria: null,
    parentId: parent ? { id: parent.id, name: parent.name } : null,
    reason: '',
    ...OWN,
  }
}

function sourceOf({ movement, text, criteria, parentName, reportingDays }: MovementCourse): Source<Values> {
  return {
    version: movement.version,
    values: {
      name: movement.name,
      launchedByUnitId: { id: movement.launchedByUnitId, name: movement.launchedByUnitName },
      level: movement.level,
      kind: movement.kind,
      launchedOn: movement.launchedOn ?? null,
      plannedFrom: movement.plannedFrom ?? null,
      plannedTo: movement.plannedTo ?? null,
      reportingDays,
      text: text ?? null,
      criteria: criteria ?? null,
      parentId: movement.parentId ? { id: movement.parentId, name: parentName ?? '…' } : null,
      reason: '',
      provenance: movement.provenance,
      source: movement.source ?? null,
    },
  }
}
