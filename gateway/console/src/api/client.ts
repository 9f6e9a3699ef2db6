import createClient, { type Middleware } from 'openapi-fetch'
import { ApiFailure, asProblem } from './failure'
import { patiently } from './patience'
import type { paths as AwardPaths } from './schema/award'
import type { paths as ClusterPaths } from './schema/cluster'

import type { paths as GatewayPaths } from './schema/gateway'
import type { paths as IndicatorPaths } from './schema/indicator'

/** What the client must know of the person at the screen; the app fills it in, the client reads it per request. */
export const caller = {
  language: 'vi',
  actingAs: null as string | null,
  /** Called when the session is gone. */
  onSignedOut: () => {},
}

/** A silent server must become a visible failure, not a spinner without end. */
const PATIENCE_MS = 20_000

function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`))
  return found && decodeURIComponent(found.slice(name.length + 1))
}

const carry: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', caller.language)
    if (caller.actingAs) request.headers.set('Acting-As', caller.actingAs)
    if (request.method !== 'GET') {
      const token = cookie('XSRF-TOKEN')
      if (token) request.headers.set('X-XSRF-TOKEN', token)
    }
    return request
  },
  onResponse({ response, schemaPath }) {
    // Asking who one is, is how the console finds out: that answer is not a lost session.
    if (response.status === 401 && schemaPath !== '/api/v1/me') caller.onSignedOut()
  },
  onError() {
    return new ApiFailure(0, null)
  },
}

function limitedFetch(request: Request): Promise<Response> {
  const limit = AbortSignal.timeout(PATIENCE_MS)
  return fetch(request, { signal: AbortSignal.any([request.signal, limit]) })
}

function client<Paths extends object>() {
  const made = createClient<Paths>({
    baseUrl: window.location.origin,
    fetch: (request) => patiently(limitedFetch, request),
  })
  made.use(carry)
  return made
}

export const cluster = client<ClusterPaths>()
export const indicator = client<IndicatorPaths>()
export const award = client<AwardPaths>()
export const gateway = client<GatewayPaths>()

/** The log-out is the gateway's own door, outside the API contract, so it has no generated type. */
export const session = client<{ '/logout': { post: { responses: { 202: { content?: never } } } } }>()

/** The content of an answer, or the failure thrown: queries and mutations then have one kind of error. */
export async function content<T>(
  answer: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  const { data, error, response } = await answer
  if (error !== undefined || !response.ok) throw new ApiFailure(response.status, asProblem(error))
  return data as NonNullable<T>
}

export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` }
}
