// Compacts and elections as agreed with cluster-service; goes as soon as its contract has them.
type Ok<R> = { 200: { headers: { [name: string]: unknown }; content: { 'application/json': R } } }
type NoParams = { query?: never; header?: never; path?: never; cookie?: never }
type Get<R, Q = Record<never, never>> = { parameters: { query?: Q; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: Ok<R> }
type GetAt<R, P = { id: string }, Q = Record<never, never>> = { parameters: { query?: Q; header?: never; path: P; cookie?: never }; requestBody?: never; responses: Ok<R> }
type Post<B, R> = { parameters: NoParams; requestBody: { content: { 'application/json': B } }; responses: Ok<R> }
type PostAt<B, R, P = { id: string }> = { parameters: { query?: never; header?: never; path: P; cookie?: never }; requestBody: { content: { 'application/json': B } }; responses: Ok<R> }
type P<T> = { items: T[]; next: string | null }
type Prov = 'LIVE' | 'IN_DOCUMENT' | 'NOT_IN_DOCUMENT' | 'INVENTED'
type Paging = { after?: string; limit?: number }
type Origin = { provenance: Prov; source: string | null }
type CompactSummary = { id: string; seasonId: string; clusterId: string; mode: 'LIVE' | 'RECORDED'; title: string; status: 'SIGNING' | 'SIGNED' | 'WITHDRAWN'; textSha256: string | null; signedOn: string | null; conferenceId: string | null; members: number; signatures: number; version: number } & Origin
type Compact = { id: string; seasonId: string; clusterId: string; mode: 'LIVE' | 'RECORDED'; title: string; preamble: string | null; text: string | null; textSha256: string | null; targetsSha256: string | null; status: 'SIGNING' | 'SIGNED' | 'WITHDRAWN'; signedOn: string | null; conferenceId: string | null; board: { unitId: string; unitName: string; signedAt: string | null; signedBy: string | null }[]; withdrawReason: string | null; version: number } & Origin
type Fraction = { numerator: number; denominator: number }
type Election = { id: string; seasonId: string; conferenceId: string; clusterId: string; title: string; candidates: { unitId: string; isHead: boolean; votes: number | null }[]; headIsCandidate: boolean; quorum: Fraction; threshold: Fraction; base: 'PRESENT' | 'ALL_MEMBERS'; status: 'DRAFT' | 'OPEN' | 'COUNTED' | 'VOID'; voters: { unitId: string; voted: boolean }[]; eligible: number | null; cast: number | null; blank: number | null; result: { outcome: 'ELECTED' | 'BELOW_QUORUM' | 'BELOW_THRESHOLD' | 'TIE'; electedUnitId: string | null } | null; openedAt: string | null; closedAt: string | null; voidReason: string | null; keyDestroyedAt: string | null; version: number }
type Bare<R, Q = { id: string }> = { parameters: { query?: never; header?: never; path: Q; cookie?: never }; requestBody?: never; responses: Ok<R> }

export interface paths {
  '/api/v1/compacts': { parameters: NoParams; get: Get<P<CompactSummary>, { seasonId?: string } & Paging>; post: Post<{ seasonId: string; title: string; preamble?: string | null; signedOn?: string | null; conferenceId?: string | null; provenance?: Prov | null; source?: string | null }, Compact> }
  '/api/v1/compacts/{id}': { parameters: NoParams; get: GetAt<Compact> }
  '/api/v1/compacts/{id}/signatures': { parameters: NoParams; post: PostAt<{ unitId: string; textSha256: string }, Compact> }
  '/api/v1/compacts/{id}/withdrawal': { parameters: NoParams; post: PostAt<{ reason: string }, Compact> }
  '/api/v1/elections': { parameters: NoParams; get: Get<P<Election>, { seasonId?: string; conferenceId?: string } & Paging>; post: Post<{ conferenceId: string; seasonId: string; title: string; candidates: string[]; quorum: Fraction; threshold: Fraction; base: 'PRESENT' | 'ALL_MEMBERS' }, Election> }
  '/api/v1/elections/{id}': { parameters: NoParams; get: GetAt<Election> }
  '/api/v1/elections/{id}/opening': { parameters: NoParams; post: Bare<Election> }
  '/api/v1/elections/{id}/closing': { parameters: NoParams; post: Bare<Election> }
  '/api/v1/elections/{id}/voiding': { parameters: NoParams; post: PostAt<{ reason: string }, Election> }
  '/api/v1/elections/{id}/ballots': { parameters: NoParams; get: GetAt<P<{ number: number; choice: string | null }>>; post: PostAt<{ unitId: string; choice: string | null }, { receipt: string }> }
}
