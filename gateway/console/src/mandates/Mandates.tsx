import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Guarded } from '../app/Guarded'
import { useI18n } from '../app/i18n'
import { DateField } from '../ui/DateField'
import filters from '../ui/Filters.module.css'
import { PageHeader } from '../ui/PageHeader'
import { type Named, PersonPicker, UnitPicker } from '../ui/Picker'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import { GrantMandate } from './GrantMandate'
import { MandateTable } from './MandateTable'

export function Mandates() {
  return (
    <Guarded ability="MANDATES_READ">
      <Screen />
    </Guarded>
  )
}

function Screen() {
  const { t } = useI18n()
  const [unit, setUnit] = useState<Named | null>(null)
  const [person, setPerson] = useState<Named | null>(null)
  const [day, setDay] = useState<string | null>(null)
  const [granting, setGranting] = useState(false)
  return (
    <>
      <PageHeader
        title={t('mandates.title')}
        lead={t('mandates.lead')}
        actions={
          <ReasonOfLock ability="MANDATES_WRITE">
            {(locked) => (
              <Button
                type="primary"
                icon={<PlusOutlined />}
                disabled={locked}
                onClick={() => setGranting(true)}
                data-testid="mandate-grant"
              >
                {t('mandates.grant')}
              </Button>
            )}
          </ReasonOfLock>
        }
      />
      <div className={filters.bar}>
        <div className={filters.wide}>
          <UnitPicker
            value={unit}
            onChange={setUnit}
            placeholder={t('mandate.unit')}
            label={t('mandate.unit')}
            testId="mandate-unit-filter"
          />
        </div>
        <div className={filters.wide}>
          <PersonPicker
            value={person}
            onChange={setPerson}
            placeholder={t('mandate.holder')}
            label={t('mandate.holder')}
            testId="mandate-person-filter"
          />
        </div>
        <div className={filters.narrow}>
          <DateField
            value={day}
            onChange={setDay}
            placeholder={t('mandates.activeOn')}
            aria-label={t('mandates.activeOn')}
            data-testid="mandate-active-on"
          />
        </div>
      </div>
      <MandateTable filter={{ unitId: unit?.id, personId: person?.id, activeOn: day ?? undefined }} />
      {granting && <GrantMandate onClose={() => setGranting(false)} />}
    </>
  )
}
