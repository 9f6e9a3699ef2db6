/** RFC 9457 problem as the services and the gateway send it. */
export interface Problem {
  type: string
  title: string
  status: number
  detail?: string
  errors?: FieldError[]
  errorId?: string
}

export interface FieldError {
  /** JSON pointer into the body that was sent, such as `/account/subject`. */
  pointer: string
  code: string
  detail: string
}

/** Everything that can go wrong with a request, as one type: the answer was a refusal, or there was no answer. */
export class ApiFailure extends Error {
  readonly status: number
  readonly problem: Problem | null

  /** @param status 0 when no answer came at all */
  constructor(status: number, problem: Problem | null) {
    super(problem?.title ?? `HTTP ${status}`)
    this.name = 'ApiFailure'
    this.status = status
    this.problem = problem
  }

  /** No answer, or one that says "not now": asking again later may succeed. */
  get passing(): boolean {
    return this.status === 0 || [429, 502, 503, 504].includes(this.status)
  }
}

export function asProblem(body: unknown): Problem | null {
  if (typeof body !== 'object' || body === null) return null
  const { title, status } = body as Record<string, unknown>
  return typeof title === 'string' && typeof status === 'number' ? (body as Problem) : null
}

/** `/account/subject` → `['account', 'subject']`, the way forms name their fields; indexes become numbers. */
export function pointerToPath(pointer: string): (string | number)[] {
  if (pointer === '' || pointer === '/') return []
  return pointer
    .replace(/^#?\//, '')
    .split('/')
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((part) => (/^(0|[1-9]\d*)$/.test(part) ? Number(part) : part))
}
