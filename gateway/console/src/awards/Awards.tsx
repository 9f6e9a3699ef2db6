import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { useI18n } from '../app/i18n'
import { PageHeader } from '../ui/PageHeader'
import { CandidatesOfSeason } from './CandidatesOfSeason'
import { Decisions } from './Decisions'
import { Honours } from './Honours'
import { Nominations } from './Nominations'
import { Rules } from './Rules'

const TABS = ['rules', 'candidates', 'nominations', 'decisions', 'honours'] as const
type Tab = (typeof TABS)[number]

const panels: Record<Tab, () => React.ReactNode> = {
  rules: () => <Rules />,
  candidates: () => <CandidatesOfSeason />,
  nominations: () => <Nominations />,
  decisions: () => <Decisions />,
  honours: () => <Honours />,
}

/** Commendation from its rules to the register; the tab is part of the address. */
export function Awards() {
  const { t } = useI18n()
  const [params, setParams] = useSearchParams()
  const asked = params.get('tab') as Tab
  const tab = TABS.includes(asked) ? asked : 'rules'
  return (
    <>
      <PageHeader title={t('awards.title')} lead={t('awards.lead')} />
      <Tabs
        activeKey={tab}
        onChange={(next) => {
          params.set('tab', next)
          setParams(params, { replace: true })
        }}
        items={TABS.map((key) => ({
          key,
          label: <span data-testid={`awards-tab-${key}`}>{t(`awards.tab.${key}`)}</span>,
        }))}
      />
      {panels[tab]()}
    </>
  )
}
