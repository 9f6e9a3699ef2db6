/** How often what found no free place is sent again before the person is told. */
const TIMES = 4
const NO_PLACE = '/problems/overloaded'

/** Reading may be repeated, and so may what carries the key of its intention or the version it relies on. */
function isRepeatable(request: Request): boolean {
  return request.method === 'GET' || request.headers.has('Idempotency-Key') || request.headers.has('If-Match')
}

async function foundNoPlace(response: Response): Promise<boolean> {
  if (response.status !== 503) return false
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  return (problem as { type?: string } | null)?.type === NO_PLACE
}

/** A moment, each time about twice as long, and not the same for everybody who was sent away together. */
function moment(tried: number): number {
  return 250 * 2 ** tried * (0.5 + Math.random())
}

/** Sends a request again while the service is full for a moment, as on the evening when everybody signs. */
export async function patiently(
  send: (request: Request) => Promise<Response>,
  request: Request,
  pause: (ms: number) => Promise<unknown> = (ms) => new Promise((done) => setTimeout(done, ms)),
): Promise<Response> {
  if (!isRepeatable(request)) return send(request)
  for (let tried = 0; tried < TIMES; tried++) {
    const response = await send(request.clone())
    if (!(await foundNoPlace(response))) return response
    await pause(moment(tried))
  }
  return send(request)
}
