import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { caller, cluster, content, session } from '../api/client'
import { ApiFailure } from '../api/failure'
import type { Ability, Me } from '../api/types'
import { cameIn, mayBeSent, noteSent } from './attempts'
import { tellBusinessTime } from './businessTime'
import { useI18n } from './i18n'

const ACTING = 'thidua.actingAs'

interface Session {
  me: Me
  /** Minutes by which the business clock is ahead of this machine's. */
  clockAhead: number
  /** Why something is allowed or not is the service's affair; the console only asks what is. */
  may(ability: Ability): boolean
  actAs(mandateId: string | null): void
  logOut(): Promise<void>
}

export type SessionState =
  | { kind: 'asking' }
  | { kind: 'out' }
  | { kind: 'failed'; failure: unknown; retry(): void }
  | { kind: 'in' }

const Context = createContext<Session | null>(null)

export function loginAddress(back: string): string {
  return `/oauth2/authorization/keycloak?return=${encodeURIComponent(back)}`
}

let leaving = false
// A page taken from the browser's memory is not on its way any more.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) leaving = false
})

/**
 * Sends the tab to log in and back to where it is. False, and nothing happens, when that has gone in a circle of late. However
 * many answers say that the session is gone, a page is sent once: log-ins begun side by side put each other out.
 */
export function goToLogin(): boolean {
  if (leaving) return true
  if (!mayBeSent(sessionStorage, Date.now())) return false
  noteSent(sessionStorage, Date.now())
  leaving = true
  const { pathname, search } = window.location
  window.location.assign(loginAddress(askedAgain() ? pathname : pathname + search))
  return true
}

/** The gateway no longer knew the log-in that has just ended (restarted meanwhile, or another tab was quicker). */
export function askedAgain(): boolean {
  return new URLSearchParams(window.location.search).get('login') === 'again'
}

interface Props {
  children: ReactNode
  /** What to show while nobody is logged in, or it is not known. */
  outside(state: Exclude<SessionState, { kind: 'in' }>): ReactNode
}

export function SessionProvider({ children, outside }: Props) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { t } = useI18n()
  const [actingAs, setActingAs] = useState(() => {
    caller.actingAs = sessionStorage.getItem(ACTING)
    return caller.actingAs
  })
  const query = useQuery({
    queryKey: ['me', actingAs],
    queryFn: async () => {
      const { now, ...me } = await content(cluster.GET('/api/v1/me'))
      return { me, clockAhead: tellBusinessTime(now) }
    },
    refetchInterval: 15_000,
    placeholderData: (previous) => previous,
  })

  const actAs = useCallback(
    (id: string | null) => {
      caller.actingAs = id
      if (id) sessionStorage.setItem(ACTING, id)
      else sessionStorage.removeItem(ACTING)
      setActingAs(id)
      queries.invalidateQueries()
    },
    [queries],
  )

  const status = query.error instanceof ApiFailure ? query.error.status : undefined
  const lost = actingAs !== null && (status === 403 || status === 404 || status === 422)
  useEffect(() => {
    if (!lost) return
    actAs(null)
    message.warning(t('acting.lost'))
  }, [lost, actAs, message, t])

  const known = query.data
  const within = known !== undefined
  useEffect(() => {
    if (within) cameIn(sessionStorage)
  }, [within])
  const value = useMemo<Session | null>(
    () =>
      known
        ? {
            ...known,
            may: (ability) => known.me.abilities.includes(ability),
            actAs,
            logOut: async () => {
              const { response } = await session.POST('/logout')
              window.location.assign(response.headers.get('Location') ?? '/')
            },
          }
        : null,
    [known, actAs],
  )

  if (value) return <Context value={value}>{children}</Context>
  if (query.isPending || lost) return outside({ kind: 'asking' })
  if (status === 401) return outside({ kind: 'out' })
  return outside({ kind: 'failed', failure: query.error, retry: () => query.refetch() })
}

export function useSession(): Session {
  const value = useContext(Context)
  if (!value) throw new Error('useSession needs a SessionProvider above it')
  return value
}
