/** How often what passes by itself is sent again before the person is told. */
const TIMES = 4
/** No free place for a moment; or the same intention, sent before a line broke, is still being carried out. */
const PASSING: Readonly<Record<string, number>> = {
  '/problems/overloaded': 503,
  '/problems/idempotency-in-flight': 409,
}

/** Reading may be repeated, and so may what carries the key of its intention or the version it relies on. */
function isRepeatable(request: Request): boolean {
  return request.method === 'GET' || request.headers.has('Idempotency-Key') || request.headers.has('If-Match')
}

async function passes(response: Response): Promise<boolean> {
  if (!Object.values(PASSING).includes(response.status)) return false
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  return PASSING[(problem as { type?: string } | null)?.type ?? ''] === response.status
}

/** A moment, each time about twice as long, and not the same for everybody who was sent away together. */
function moment(tried: number): number {
  return 250 * 2 ** tried * (0.5 + Math.random())
}

/** Sends a request again while what stands in its way passes by itself, as on the evening when everybody signs. */
export async function patiently(
  send: (request: Request) => Promise<Response>,
  request: Request,
  pause: (ms: number) => Promise<unknown> = (ms) => new Promise((done) => setTimeout(done, ms)),
): Promise<Response> {
  if (!isRepeatable(request)) return send(request)
  for (let tried = 0; tried < TIMES; tried++) {
    const response = await send(request.clone())
    if (!(await passes(response))) return response
    await pause(moment(tried))
  }
  return send(request)
}
