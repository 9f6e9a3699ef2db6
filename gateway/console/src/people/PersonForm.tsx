import { useQueryClient } from '@tanstack/react-query'
import { Alert, Form, Input } from 'antd'
import { cluster, content, ifMatch } from '../api/client'
import type { Person, PersonInput } from '../api/types'
import { useI18n } from '../app/i18n'
import { FormDrawer, type Source } from '../ui/FormDrawer'
import { type Named, UnitPicker } from '../ui/Picker'
import { getUnit } from '../units/queries'
import { getPerson } from './queries'

interface Values {
  name: string
  code: string | null
  email: string | null
  phone: string | null
  unitId: Named | null
  account: { subject: string | null }
}

const orNull = (text: string | null | undefined) => text?.trim() || null

function sourceOf(person: Person | null, unitName: string): Source<Values> {
  return {
    version: person?.version ?? null,
    values: {
      name: person?.name ?? '',
      code: person?.code ?? null,
      email: person?.email ?? null,
      phone: person?.phone ?? null,
      unitId: person ? { id: person.unitId, name: unitName } : null,
      account: { subject: person?.account?.subject ?? null },
    },
  }
}

function bodyOf(typed: Values): PersonInput {
  const subject = orNull(typed.account.subject)
  return {
    name: typed.name.trim(),
    code: orNull(typed.code)?.toUpperCase() ?? null,
    email: orNull(typed.email),
    phone: orNull(typed.phone),
    // The form does not let a person through without a unit.
    unitId: typed.unitId?.id ?? '',
    account: subject ? { subject } : null,
  }
}

async function fresh(id: string): Promise<Source<Values>> {
  const person = await getPerson(id)
  return sourceOf(person, (await getUnit(person.unitId)).name)
}

interface Props {
  /** None for someone new. */
  person: Person | null
  /** The name of the person's unit, which the record itself does not carry. */
  unitName?: string
  newest?: number
  onClose(): void
  onSaved(person: Person): void
}

export function PersonForm({ person, unitName = '…', newest = 0, onClose, onSaved }: Props) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const required = [{ required: true, message: t('form.required') }]
  return (
    <FormDrawer<Values>
      title={t(person ? 'person.edit' : 'people.create')}
      source={sourceOf(person, unitName)}
      notice={person && newest > person.version && <Alert type="info" showIcon title={t('person.newer')} />}
      labels={{
        name: t('person.name'),
        code: t('person.code'),
        email: t('person.email'),
        phone: t('person.phone'),
        unitId: t('person.unit'),
        account: t('person.account'),
      }}
      reload={person ? () => fresh(person.id) : undefined}
      onClose={onClose}
      send={async (typed, version, headers) => {
        const body = bodyOf(typed)
        const saved = person
          ? await content<Person>(
              cluster.PUT('/api/v1/people/{id}', {
                params: { path: { id: person.id } },
                body,
                headers: { ...headers, ...ifMatch(version ?? person.version) },
              }),
            )
          : await content<Person>(cluster.POST('/api/v1/people', { body, headers }))
        queries.setQueryData(['people', 'one', saved.id], saved)
        queries.invalidateQueries({ queryKey: ['people'] })
        onSaved(saved)
      }}
    >
      {() => (
        <>
          <Form.Item
            name="name"
            label={t('person.name')}
            rules={[{ required: true, whitespace: true, message: t('form.required') }]}
          >
            <Input maxLength={120} autoComplete="off" data-testid="person-name-input" />
          </Form.Item>
          <Form.Item
            name="code"
            label={t('person.code')}
            extra={t('person.code.help')}
            rules={[{ pattern: /^\s*[A-Za-z0-9][A-Za-z0-9.-]{0,34}\s*$/, message: t('person.code.format') }]}
          >
            <Input maxLength={40} autoComplete="off" spellCheck={false} data-testid="person-code-input" />
          </Form.Item>
          <Form.Item name="unitId" label={t('person.unit')} rules={required}>
            <UnitPicker testId="person-unit-picker" />
          </Form.Item>
          <Form.Item name="email" label={t('person.email')}>
            <Input type="email" maxLength={160} autoComplete="off" data-testid="person-email-input" />
          </Form.Item>
          <Form.Item name="phone" label={t('person.phone')}>
            <Input type="tel" maxLength={30} autoComplete="off" data-testid="person-phone-input" />
          </Form.Item>
          <Form.Item
            name={['account', 'subject']}
            label={t('person.account.subject')}
            extra={t('person.account.help')}
          >
            <Input
              maxLength={120}
              autoComplete="off"
              spellCheck={false}
              data-testid="person-account-subject"
            />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
