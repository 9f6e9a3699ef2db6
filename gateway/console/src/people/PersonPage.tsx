import { DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { App, Button, Skeleton, Tabs } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Person } from '../api/types'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { useSession } from '../app/session'
import { AuditTrail } from '../history/AuditTrail'
import { MandateTable } from '../mandates/MandateTable'
import { Facts, Panel } from '../ui/Facts'
import { Failed } from '../ui/Failed'
import { PageHeader } from '../ui/PageHeader'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { UnitName, useUnitName } from '../ui/UnitName'
import { ErasePerson } from './ErasePerson'
import { PersonAccount } from './PersonAccount'
import { PersonForm } from './PersonForm'
import { usePerson } from './queries'

export function PersonPage() {
  const { id = '' } = useParams()
  return (
    <Guarded ability="PEOPLE_READ">
      <Screen key={id} id={id} />
    </Guarded>
  )
}

function Screen({ id }: { id: string }) {
  const { t } = useI18n()
  const { may } = useSession()
  const { message } = App.useApp()
  const [editing, setEditing] = useState<Person | null>(null)
  const [erasing, setErasing] = useState<Person | null>(null)
  const { data: person, error, refetch } = usePerson(id)
  const unitName = useUnitName(person?.unitId)
  if (!person) {
    return error ? (
      <Panel>
        <Failed failure={error} retry={() => refetch()} />
      </Panel>
    ) : (
      <Skeleton active />
    )
  }
  const gone = person.erased ? t('person.erased') : undefined
  const name = person.name ?? t('person.erased')
  return (
    <>
      <PageHeader
        above={<Link to="/people">{t('nav.people')}</Link>}
        title={name}
        lead={<UnitName id={person.unitId} />}
        actions={
          <>
            <ReasonOfLock ability="PEOPLE_WRITE" because={gone}>
              {(locked) => (
                <Button
                  danger
                  icon={<DeleteOutlined />}
                  disabled={locked}
                  onClick={() => setErasing(person)}
                  data-testid="person-erase"
                >
                  {t('person.erase')}
                </Button>
              )}
            </ReasonOfLock>
            <ReasonOfLock ability="PEOPLE_WRITE" because={gone}>
              {(locked) => (
                <Button
                  type="primary"
                  icon={<EditOutlined />}
                  disabled={locked}
                  onClick={() => setEditing(person)}
                  data-testid="person-edit"
                >
                  {t('person.edit')}
                </Button>
              )}
            </ReasonOfLock>
          </>
        }
      />
      <Panel testId="person-info">
        <Facts
          items={[
            { label: t('person.name'), value: name, testId: 'person-name' },
            { label: t('person.code'), value: person.code, testId: 'person-code' },
            {
              label: t('person.unit'),
              value: <UnitName id={person.unitId} />,
            },
            { label: t('person.email'), value: person.email },
            { label: t('person.phone'), value: person.phone },
            {
              label: t('person.account'),
              value: <PersonAccount person={person} />,
            },
          ]}
        />
      </Panel>
      <Tabs
        tabBarGutter={18}
        items={[
          ...(may('MANDATES_READ')
            ? [
                {
                  key: 'mandates',
                  label: t('nav.mandates'),
                  children: <MandateTable filter={{ personId: id }} />,
                },
              ]
            : []),
          ...(may('AUDIT_READ')
            ? [
                {
                  key: 'audit',
                  label: <span data-testid="person-tab-audit">{t('unit.tab.audit')}</span>,
                  children: <AuditTrail service="cluster" aggregateId={id} />,
                },
              ]
            : []),
        ]}
      />
      {editing && (
        <PersonForm
          person={editing}
          unitName={unitName}
          newest={person.version}
          onClose={() => setEditing(null)}
          onSaved={(saved) => message.success(t('person.changed', { name: saved.name ?? '' }))}
        />
      )}
      {erasing && <ErasePerson person={erasing} onClose={() => setErasing(null)} />}
    </>
  )
}
