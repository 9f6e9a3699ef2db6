import { createBrowserRouter } from 'react-router'
import { Home } from '../home/Home'
import { Crash } from './Crash'
import { NotFound } from './NotFound'
import { Shell } from './Shell'

/** Every screen but the first is a chunk of its own, loaded when it is visited. */
export function newRouter() {
  return createBrowserRouter([
    {
      path: '/',
      element: <Shell />,
      errorElement: <Crash />,
      hydrateFallbackElement: <span />,
      children: [
        {
          errorElement: <Crash />,
          children: [
            { index: true, element: <Home /> },
            { path: 'units', lazy: async () => ({ Component: (await import('../units/Units')).Units }) },
            {
              path: 'units/:id',
              lazy: async () => ({ Component: (await import('../units/UnitPage')).UnitPage }),
            },
            { path: 'people', lazy: async () => ({ Component: (await import('../people/People')).People }) },
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
            { path: 'me', lazy: async () => ({ Component: (await import('../me/MyAccess')).MyAccess }) },
            { path: '*', element: <NotFound /> },
          ],
        },
      ],
    },
  ])
}
