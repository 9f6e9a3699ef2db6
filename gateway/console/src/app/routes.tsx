import { createBrowserRouter, Outlet } from 'react-router'
import { Home } from '../home/Home'
import { Console } from './Console'
import { Crash } from './Crash'
import { NotFound } from './NotFound'
import { Shell } from './Shell'

/** Every screen but the first is a chunk of its own, loaded when it is visited. */
export function newRouter() {
  return createBrowserRouter([
    {
      // Scanned by anybody with a phone: nobody is asked who they are.
      path: '/check/:code?',
      errorElement: <Crash />,
      hydrateFallbackElement: <span />,
      lazy: async () => ({ Component: (await import('../awards/check/Check')).Check }),
    },
    {
      // What regulations make public: for anybody too.
      path: '/open-data/:id?',
      errorElement: <Crash />,
      hydrateFallbackElement: <span />,
      lazy: async () => ({ Component: (await import('../opendata/OpenData')).OpenData }),
    },
    {
      // Projected in the hall: no menu, nothing to press.
      path: '/conferences/:id/hall',
      element: (
        <Console>
          <Outlet />
        </Console>
      ),
      errorElement: <Crash />,
      hydrateFallbackElement: <span />,
      children: [{ index: true, lazy: async () => ({ Component: (await import('../hall/Hall')).Hall }) }],
    },
    {
      path: '/',
      element: (
        <Console>
          <Shell />
        </Console>
      ),
      errorElement: <Crash />,
      hydrateFallbackElement: <span />,
      children: [
        {
          errorElement: <Crash />,
          children: [
            { index: true, element: <Home /> },
            { path: 'units', lazy: async () => ({ Component: (await import('../units/Units')).Units }) },
            {
              path: 'units/table',
              lazy: async () => ({ Component: (await import('../units/UnitTables')).UnitTables }),
            },
            {
              path: 'units/codes/table',
              lazy: async () => ({ Component: (await import('../units/CodeTables')).CodeTables }),
            },
            {
              path: 'units/:id',
              lazy: async () => ({ Component: (await import('../units/UnitPage')).UnitPage }),
            },
            {
              path: 'clusters',
              lazy: async () => ({ Component: (await import('../clusters/Clusters')).Clusters }),
            },
            {
              path: 'clusters/grouping',
              lazy: async () => ({ Component: (await import('../grouping/Grouping')).Grouping }),
            },
            {
              path: 'clusters/:id',
              lazy: async () => ({ Component: (await import('../clusters/ClusterPage')).ClusterPage }),
            },
            {
              path: 'seasons/:id',
              lazy: async () => ({ Component: (await import('../clusters/SeasonPage')).SeasonPage }),
            },
            {
              path: 'conferences/:id',
              lazy: async () => ({ Component: (await import('../clusters/ConferencePage')).ConferencePage }),
            },
            {
              path: 'drafts/:id',
              lazy: async () => ({ Component: (await import('../drafts/DraftPage')).DraftPage }),
            },
            {
              path: 'exemplars',
              lazy: async () => ({ Component: (await import('../exemplars/Exemplars')).Exemplars }),
            },
            {
              path: 'exemplars/:id',
              lazy: async () => ({ Component: (await import('../exemplars/ExemplarPage')).ExemplarPage }),
            },
            {
              path: 'councils',
              lazy: async () => ({ Component: (await import('../councils/Councils')).Councils }),
            },
            {
              path: 'movements',
              lazy: async () => ({ Component: (await import('../movements/MovementList')).MovementList }),
            },
            {
              path: 'movements/:id',
              lazy: async () => ({ Component: (await import('../movements/MovementPage')).MovementPage }),
            },
            {
              path: 'congresses',
              lazy: async () => ({ Component: (await import('../congresses/Congresses')).Congresses }),
            },
            {
              path: 'congresses/:id',
              lazy: async () => ({ Component: (await import('../congresses/CongressPage')).CongressPage }),
            },
            { path: 'people', lazy: async () => ({ Component: (await import('../people/People')).People }) },
            {
              path: 'people/table',
              lazy: async () => ({ Component: (await import('../people/PersonTables')).PersonTables }),
            },
            {
              path: 'people/:id',
              lazy: async () => ({ Component: (await import('../people/PersonPage')).PersonPage }),
            },
            {
              path: 'mandates',
              lazy: async () => ({ Component: (await import('../mandates/Mandates')).Mandates }),
            },
            {
              path: 'history',
              lazy: async () => ({ Component: (await import('../history/History')).History }),
            },
            {
              path: 'messages',
              lazy: async () => ({ Component: (await import('../messages/Messages')).Messages }),
            },
            { path: 'me', lazy: async () => ({ Component: (await import('../me/MyAccess')).MyAccess }) },
            {
              path: 'indicators',
              lazy: async () => ({ Component: (await import('../indicators/Catalogue')).Catalogue }),
            },
            {
              path: 'seasons/:id/targets',
              lazy: async () => ({ Component: (await import('../indicators/Targets')).Targets }),
            },
            {
              path: 'seasons/:id/reports',
              lazy: async () => ({ Component: (await import('../indicators/Reports')).Reports }),
            },
            {
              path: 'seasons/:id/scoresheet',
              lazy: async () => ({ Component: (await import('../indicators/Scoresheet')).Scoresheet }),
            },
            {
              path: 'seasons/:id/scoresheet/assessment',
              lazy: async () => ({
                Component: (await import('../assessing/AssessmentPage')).AssessmentPage,
              }),
            },
            {
              path: 'seasons/:id/scoresheet/design',
              lazy: async () => ({ Component: (await import('../designer/DesignerPage')).DesignerPage }),
            },
            {
              path: 'seasons/:id/scoresheet/replay',
              lazy: async () => ({ Component: (await import('../scrutiny/ReplayPage')).ReplayPage }),
            },
            {
              path: 'seasons/:id/radar',
              lazy: async () => ({ Component: (await import('../scrutiny/Radar')).Radar }),
            },
            {
              path: 'seasons/:id/ranking',
              lazy: async () => ({ Component: (await import('../indicators/Ranking')).Ranking }),
            },
            {
              path: 'seasons/:id/digest',
              lazy: async () => ({ Component: (await import('../indicators/Digest')).Digest }),
            },
            {
              path: 'periods/:id/own/:unitId',
              lazy: async () => ({ Component: (await import('../indicators/OwnReport')).OwnReport }),
            },
            {
              path: 'periods/:id/grid',
              lazy: async () => ({ Component: (await import('../indicators/ClusterPage')).ClusterPage }),
            },
            {
              path: 'periods/:id/consolidation',
              lazy: async () => ({
                Component: (await import('../indicators/ConsolidationPage')).ConsolidationPage,
              }),
            },
            {
              path: 'periods/:id/imports',
              lazy: async () => ({ Component: (await import('../indicators/ValueImports')).ValueImports }),
            },
            {
              path: 'reports/:id',
              lazy: async () => ({ Component: (await import('../indicators/ReportPage')).ReportPage }),
            },
            { path: 'awards', lazy: async () => ({ Component: (await import('../awards/Awards')).Awards }) },
            {
              path: 'nominations/:id',
              lazy: async () => ({ Component: (await import('../awards/NominationPage')).NominationPage }),
            },
            {
              path: 'decisions/:id',
              lazy: async () => ({ Component: (await import('../awards/DecisionPage')).DecisionPage }),
            },
            {
              path: 'award-documents/:id',
              lazy: async () => ({ Component: (await import('../awards/DocumentPage')).DocumentPage }),
            },
            { path: '*', element: <NotFound /> },
          ],
        },
      ],
    },
  ])
}
