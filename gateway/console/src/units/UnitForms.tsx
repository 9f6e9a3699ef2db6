import { useQueryClient } from '@tanstack/react-query'
import { Alert, Form, Input, Select } from 'antd'
import { cluster, content, ifMatch } from '../api/client'
import type { Unit, UnitKind, UnitLevel } from '../api/types'
import { useI18n } from '../app/i18n'
import { today } from '../app/i18n/dates'
import { DateField } from '../ui/DateField'
import { FormDrawer, type Source } from '../ui/FormDrawer'
import { type Named, UnitPicker } from '../ui/Picker'
import { KINDS, LEVELS } from './kinds'
import { NO_OFFICE, type Office, OfficeFields, officeOf, orNull } from './OfficeFields'
import { getUnit } from './queries'

interface Names extends Office {
  name: string
  shortName: string | null
  nameEn: string | null
  formalName: string | null
  parentId: Named | null
}

interface Creation extends Names {
  code: string
  kind: UnitKind
  level: UnitLevel
  validFrom: string
}

interface Change extends Names {
  effectiveFrom: string
  /** Last day of the unit itself; empty leaves its end as it is. */
  validTo: string | null
  reason: string
}

function NameFields({ parentNeeded = false }: { parentNeeded?: boolean }) {
  const { t } = useI18n()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <>
      <Form.Item name="name" label={t('unit.name')} rules={required}>
        <Input maxLength={200} data-testid="unit-name-input" />
      </Form.Item>
      <Form.Item name="shortName" label={t('unit.shortName')}>
        <Input maxLength={80} data-testid="unit-short-name-input" />
      </Form.Item>
      <Form.Item name="nameEn" label={t('unit.nameEn')}>
        <Input maxLength={200} lang="en" data-testid="unit-name-en-input" />
      </Form.Item>
      <Form.Item name="formalName" label={t('unit.formalName')} extra={t('unit.formalName.help')}>
        <Input maxLength={300} data-testid="unit-formal-name-input" />
      </Form.Item>
      <Form.Item
        name="parentId"
        label={t('unit.parent')}
        rules={parentNeeded ? [{ required: true, message: t('form.required') }] : []}
      >
        <UnitPicker testId="unit-parent-picker" />
      </Form.Item>
    </>
  )
}

interface CreateProps {
  /** The unit that is looked at, proposed as the parent. */
  parent: Unit | null
  onClose(): void
  onCreated(unit: Unit): void
}

export function CreateUnit({ parent, onClose, onCreated }: CreateProps) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const required = [{ required: true, message: t('form.required') }]
  const values: Creation = {
    code: '',
    name: '',
    shortName: null,
    nameEn: null,
    formalName: null,
    ...NO_OFFICE,
    kind: 'ADMINISTRATION',
    level: 'COMMUNE',
    parentId: parent && { id: parent.id, name: parent.name },
    validFrom: today(),
  }
  return (
    <FormDrawer<Creation>
      title={t('units.create')}
      source={{ values, version: null }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        const body = {
          ...typed,
          code: typed.code.trim().toUpperCase(),
          name: typed.name.trim(),
          shortName: orNull(typed.shortName),
          nameEn: orNull(typed.nameEn),
          formalName: orNull(typed.formalName),
          ...officeOf(typed),
          // The form does not submit without a parent; the empty id is refused by the service like any other.
          parentId: typed.parentId?.id ?? '',
        }
        const unit = await content<Unit>(cluster.POST('/api/v1/units', { body, headers }))
        queries.invalidateQueries({ queryKey: ['units'] })
        onCreated(unit)
      }}
    >
      {() => (
        <>
          <Form.Item name="code" label={t('unit.code')} extra={t('unit.code.help')} rules={required}>
            <Input maxLength={40} autoComplete="off" spellCheck={false} data-testid="unit-code-input" />
          </Form.Item>
          <NameFields parentNeeded />
          <Form.Item name="kind" label={t('unit.kind')} rules={required}>
            <Select
              options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
              data-testid="unit-kind"
            />
          </Form.Item>
          <Form.Item name="level" label={t('unit.level')} rules={required}>
            <Select
              options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
              data-testid="unit-level"
            />
          </Form.Item>
          <Form.Item name="validFrom" label={t('unit.validFrom')} rules={required}>
            <DateField data-testid="unit-valid-from" />
          </Form.Item>
          <OfficeFields />
        </>
      )}
    </FormDrawer>
  )
}

function sourceOf(unit: Unit): Source<Change> {
  return {
    version: unit.version,
    values: {
      name: unit.name,
      shortName: unit.shortName,
      nameEn: unit.nameEn,
      formalName: unit.formalName,
      agencyCode: unit.agencyCode,
      budgetCode: unit.budgetCode,
      address: unit.address,
      phone: unit.phone,
      email: unit.email,
      parentId: unit.parentId ? { id: unit.parentId, name: unit.parentName ?? unit.parentId } : null,
      effectiveFrom: today(),
      validTo: null,
      reason: '',
    },
  }
}

interface ChangeProps {
  /** The unit as it was when the form was opened. */
  unit: Unit
  /** The newest version the page knows, which may be ahead of the form. */
  newest: number
  onClose(): void
  onChanged(unit: Unit): void
}

export function ChangeUnit({ unit, newest, onClose, onChanged }: ChangeProps) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <FormDrawer<Change>
      title={t('unit.edit')}
      source={sourceOf(unit)}
      notice={newest > unit.version && <Alert type="info" showIcon title={t('unit.newer')} />}
      labels={{
        name: t('unit.name'),
        shortName: t('unit.shortName'),
        nameEn: t('unit.nameEn'),
        formalName: t('unit.formalName'),
        agencyCode: t('unit.agencyCode'),
        budgetCode: t('unit.budgetCode'),
        address: t('unit.address'),
        phone: t('unit.phone'),
        email: t('unit.email'),
        parentId: t('unit.parent'),
      }}
      reload={async () => sourceOf(await getUnit(unit.id))}
      onClose={onClose}
      send={async (typed, version, headers) => {
        const body = {
          name: typed.name.trim(),
          shortName: orNull(typed.shortName),
          nameEn: orNull(typed.nameEn),
          formalName: orNull(typed.formalName),
          ...officeOf(typed),
          parentId: typed.parentId?.id ?? null,
          effectiveFrom: typed.effectiveFrom,
          validTo: typed.validTo ?? null,
          reason: typed.reason.trim(),
        }
        const changed = await content<Unit>(
          cluster.PUT('/api/v1/units/{id}', {
            params: { path: { id: unit.id } },
            body,
            headers: { ...headers, ...ifMatch(version ?? unit.version) },
          }),
        )
        queries.setQueryData(['units', 'one', unit.id, undefined], changed)
        queries.invalidateQueries({ queryKey: ['units'] })
        queries.invalidateQueries({ queryKey: ['audit'] })
        onChanged(changed)
      }}
    >
      {() => (
        <>
          <NameFields />
          <Form.Item
            name="effectiveFrom"
            label={t('unit.effectiveFrom')}
            extra={t('unit.effectiveFrom.help')}
            rules={required}
          >
            <DateField data-testid="unit-effective-from" />
          </Form.Item>
          <Form.Item name="validTo" label={t('unit.lastDay')} extra={t('unit.lastDay.help')}>
            <DateField data-testid="unit-last-day" />
          </Form.Item>
          <OfficeFields note={t('unit.office.atOnce')} />
          <Form.Item name="reason" label={t('form.reason')} extra={t('form.reason.help')} rules={required}>
            <Input.TextArea rows={3} maxLength={1000} data-testid="reason-input" />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
