import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { App, Button, Input, Tag } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Person } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { DataTable } from '../ui/DataTable'
import filters from '../ui/Filters.module.css'
import { PageHeader } from '../ui/PageHeader'
import { type Named, UnitPicker } from '../ui/Picker'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { rowsOf } from '../ui/rows'
import { UnitName } from '../ui/UnitName'
import { useDebounced } from '../ui/useDebounced'
import { PersonForm } from './PersonForm'
import { usePeople } from './queries'

export function People() {
  return (
    <Guarded ability="PEOPLE_READ">
      <Screen />
    </Guarded>
  )
}

function Screen() {
  const { t } = useI18n()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  const [unit, setUnit] = useState<Named | null>(null)
  const [creating, setCreating] = useState(false)
  const settled = useDebounced(words.trim())
  const query = usePeople({ q: settled || undefined, unitId: unit?.id })
  return (
    <>
      <PageHeader
        title={t('people.title')}
        lead={t('people.lead')}
        actions={
          <>
            <ReasonOfLock ability="PEOPLE_WRITE">
              {(locked) => (
                <Button
                  disabled={locked}
                  onClick={() => navigate('/people/table')}
                  data-testid="person-table-open"
                >
                  {t('personTable.open')}
                </Button>
              )}
            </ReasonOfLock>
            <ReasonOfLock ability="PEOPLE_WRITE">
              {(locked) => (
                <Button
                  type="primary"
                  icon={<PlusOutlined />}
                  disabled={locked}
                  onClick={() => setCreating(true)}
                  data-testid="person-create"
                >
                  {t('people.create')}
                </Button>
              )}
            </ReasonOfLock>
          </>
        }
      />
      <div className={filters.bar}>
        <Input
          className={filters.search}
          prefix={<SearchOutlined />}
          allowClear
          placeholder={t('people.search')}
          aria-label={t('people.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          data-testid="person-search"
        />
        <div className={filters.wide}>
          <UnitPicker
            value={unit}
            onChange={setUnit}
            placeholder={t('person.unit')}
            label={t('person.unit')}
            testId="person-unit-filter"
          />
        </div>
      </div>
      <DataTable<Person>
        label={t('people.title')}
        testId="people-table"
        list={rowsOf(query)}
        rowKey={(person) => person.id}
        rowTestId={(person) => `person-row-${person.id}`}
        onOpen={(person) => navigate(`/people/${person.id}`)}
        empty={{ title: t('people.empty'), text: t('people.empty.text') }}
        columns={[
          {
            key: 'name',
            title: t('person.name'),
            phone: 'heading',
            show: (person) => (
              <Link to={`/people/${person.id}`} className={filters.name}>
                {person.name ?? t('person.erased')}
              </Link>
            ),
          },
          {
            key: 'code',
            title: t('person.code'),
            phone: 'hidden',
            show: (person) => (person.code ? <code>{person.code}</code> : '—'),
          },
          {
            key: 'unit',
            title: t('person.unit'),
            wrap: true,
            show: (person) => <UnitName id={person.unitId} />,
          },
          { key: 'email', title: t('person.email'), show: (person) => person.email ?? '—' },
          { key: 'phone', title: t('person.phone'), phone: 'hidden', show: (person) => person.phone ?? '—' },
          {
            key: 'account',
            title: t('person.account'),
            show: (person) =>
              person.account ? (
                <Tag color="success">{t('person.account.linked')}</Tag>
              ) : (
                <Tag>{t('person.account.none')}</Tag>
              ),
          },
        ]}
      />
      {creating && (
        <PersonForm
          person={null}
          onClose={() => setCreating(false)}
          onSaved={(person) => {
            message.success(t('person.created', { name: person.name ?? '' }))
            navigate(`/people/${person.id}`)
          }}
        />
      )}
    </>
  )
}
