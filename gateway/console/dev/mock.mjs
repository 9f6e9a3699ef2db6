// Development only: the HTTP contract in memory, so that the console can be worked on without the platform.
// Also serves the built console under the very Content-Security-Policy the gateway sends.
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addClusters, clusterRoutes } from './clusters.mjs'
import { consolidatedRoutes } from './consolidated.mjs'
import { fold, meOf, newWorld, record, stateOf } from './data.mjs'
import { addLarge, largeRoutes } from './large.mjs'
import { addMeasured, measuredRoutes, publicAnswer } from './measured.mjs'

const dist = fileURLToPath(new URL('../dist', import.meta.url))
export const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
  "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'"
const kinds = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}
const create = () => {
  const made = newWorld()
  addClusters(made)
  addMeasured(made)
  addLarge(made)
  return made
}
let world = create()
const answers = new Map()

class Refusal extends Error {
  constructor(status, slug, title, more = {}) {
    super(title)
    this.status = status
    this.body = { type: `/problems/${slug}`, title, status, ...more }
  }
}
const notFound = () => new Refusal(404, 'not-found', 'Không tìm thấy')
const forbidden = () => new Refusal(403, 'forbidden', 'Bạn chưa được phép làm việc này')
const invalid = (...errors) =>
  new Refusal(422, 'invalid', 'Nội dung chưa hợp lệ', {
    errors: errors.map(([pointer, detail]) => ({ pointer, code: 'invalid', detail })),
  })

const find = (list, id) => {
  const found = list.find((x) => x.id === id)
  if (!found) throw notFound()
  return found
}
function page(items, q) {
  const from = Number(q.get('after') ?? 0)
  const limit = Number(q.get('limit') ?? 50)
  return {
    items: items.slice(from, from + limit),
    next: from + limit < items.length ? String(from + limit) : null,
  }
}
function checkVersion(req, thing) {
  const wanted = req.headers['if-match']
  if (!wanted) throw new Refusal(428, 'precondition-required', 'Thiếu If-Match')
  if (wanted !== `"${thing.version}"`) throw new Refusal(412, 'stale', 'Người khác đã sửa trước bạn')
}
function change(list, thing, next, who, type, what, reason) {
  const after = { ...thing, ...next, version: thing.version + 1 }
  list[list.indexOf(thing)] = after
  record(world, who, type, what, thing, after, reason)
  return after
}

const routes = [
  [
    'GET',
    /^units$/,
    'UNITS_READ',
    ({ q }) => {
      const words = fold(q.get('q') ?? '')
        .split(/\s+/)
        .filter(Boolean)
      const asOf = q.get('asOf')
      return page(
        world.units.filter(
          (u) =>
            words.every((w) => fold(`${u.name} ${u.code}`).includes(w)) &&
            ['parentId', 'kind', 'level'].every((f) => !q.get(f) || q.get(f) === u[f]) &&
            (!asOf || u.validFrom <= asOf),
        ),
        q,
      )
    },
  ],
  [
    'POST',
    /^units$/,
    'UNITS_WRITE',
    ({ body, who }) => {
      if (world.units.some((u) => u.code === body.code))
        throw invalid(['/code', 'Mã này đã có đơn vị khác dùng'])
      const parent = body.parentId ? find(world.units, body.parentId) : null
      const made = { id: randomUUID(), ...body, parentName: parent?.name ?? null, validTo: null, version: 1 }
      world.units.push(made)
      world.states.set(made.id, [stateOf(made)])
      record(world, who, 'UNIT', 'CREATED', null, made)
      return made
    },
  ],
  ['GET', /^units\/([^/]+)$/, 'UNITS_READ', ({ m }) => find(world.units, m[1])],
  [
    'PUT',
    /^units\/([^/]+)$/,
    'UNITS_WRITE',
    ({ m, body, req, who }) => {
      const unit = find(world.units, m[1])
      checkVersion(req, unit)
      if (body.effectiveFrom < unit.validFrom)
        throw invalid(['/effectiveFrom', 'Sớm hơn ngày hiệu lực hiện tại'])
      const { effectiveFrom, reason, ...values } = body
      const parent = body.parentId ? find(world.units, body.parentId) : null
      const after = change(
        world.units,
        unit,
        { ...values, parentName: parent?.name ?? null, validFrom: effectiveFrom, validTo: null },
        who,
        'UNIT',
        'CHANGED',
        reason,
      )
      const states = world.states.get(unit.id)
      states[states.length - 1].to = effectiveFrom
      states.push(stateOf(after))
      return after
    },
  ],
  ['GET', /^units\/([^/]+)\/states$/, 'UNITS_READ', ({ m }) => world.states.get(m[1]) ?? []],
  [
    'GET',
    /^people$/,
    'PEOPLE_READ',
    ({ q }) =>
      page(
        world.people.filter(
          (p) =>
            fold(p.name ?? '').includes(fold(q.get('q') ?? '')) &&
            (!q.get('unitId') || p.unitId === q.get('unitId')),
        ),
        q,
      ),
  ],
  [
    'POST',
    /^people$/,
    'PEOPLE_WRITE',
    ({ body, who }) => {
      const made = {
        id: randomUUID(),
        ...body,
        erased: false,
        version: 1,
      }
      if (body.account && !/^[0-9a-f-]{36}$/.test(body.account.subject))
        throw invalid(['/account/subject', 'Mã tài khoản không đúng dạng'])
      world.people.push(made)
      record(world, who, 'PERSON', 'CREATED', null, made)
      return made
    },
  ],
  ['GET', /^people\/([^/]+)$/, 'PEOPLE_READ', ({ m }) => find(world.people, m[1])],
  [
    'PUT',
    /^people\/([^/]+)$/,
    'PEOPLE_WRITE',
    ({ m, body, req, who }) => {
      const person = find(world.people, m[1])
      checkVersion(req, person)
      return change(world.people, person, body, who, 'PERSON', 'CHANGED')
    },
  ],
  [
    'POST',
    /^people\/([^/]+)\/erasure$/,
    'PEOPLE_WRITE',
    ({ m, body, who }) =>
      change(
        world.people,
        find(world.people, m[1]),
        { name: null, email: null, phone: null, erased: true },
        who,
        'PERSON',
        'ERASED',
        body.reason,
      ),
  ],
  [
    'GET',
    /^mandates$/,
    'MANDATES_READ',
    ({ q }) => {
      const on = q.get('activeOn')
      return page(
        world.mandates.filter(
          (x) =>
            (!q.get('unitId') || x.unitId === q.get('unitId')) &&
            (!q.get('personId') || x.personId === q.get('personId')) &&
            (!on || (!x.withdrawnAt && x.validFrom <= on && (!x.validTo || on <= x.validTo))),
        ),
        q,
      )
    },
  ],
  [
    'POST',
    /^mandates$/,
    'MANDATES_WRITE',
    ({ body, who }) => {
      if (body.validTo && body.validTo < body.validFrom) throw invalid(['/validTo', 'Sớm hơn ngày bắt đầu'])
      const person = body.personId && find(world.people, body.personId)
      const made = {
        id: randomUUID(),
        ...body,
        personName: person?.name ?? null,
        unitName: find(world.units, body.unitId).name,
        withdrawnAt: null,
        reason: null,
        version: 1,
      }
      world.mandates.push(made)
      record(world, who, 'MANDATE', 'GRANTED', null, made)
      return made
    },
  ],
  [
    'POST',
    /^mandates\/([^/]+)\/withdrawal$/,
    'MANDATES_WRITE',
    ({ m, body, req, who }) => {
      const mandate = find(world.mandates, m[1])
      checkVersion(req, mandate)
      return change(
        world.mandates,
        mandate,
        { withdrawnAt: new Date().toISOString(), reason: body.reason },
        who,
        'MANDATE',
        'WITHDRAWN',
        body.reason,
      )
    },
  ],
  [
    'GET',
    /^audit\/(\w+)$/,
    'AUDIT_READ',
    ({ m, q }) =>
      page(
        m[1] === 'cluster'
          ? world.audit.filter((e) => !q.get('aggregateId') || e.aggregateId === q.get('aggregateId'))
          : [],
        q,
      ),
  ],
  ['GET', /^audit\/(\w+)\/reviews$/, 'AUDIT_READ', ({ q }) => page([], q)],
  [
    'GET',
    /^replicas\/(\w+)$/,
    null,
    () => ({
      sources: [
        {
          source: 'cluster',
          asOf: new Date().toISOString(),
          position: world.audit.length,
          epoch: 'a',
          parked: 0,
        },
      ],
      units: world.units.length,
      mandates: world.mandates.length,
    }),
  ],
  [
    'GET',
    /^replicas\/(\w+)\/units\/([^/]+)$/,
    'UNITS_READ',
    ({ m }) => {
      const unit = find(world.units, m[2])
      const key = m[1] + unit.id
      const held = world.replicas.get(key) ?? { ...unit }
      if (held.version !== unit.version)
        setTimeout(() => world.replicas.set(key, { ...unit }), m[1] === 'award' ? 6000 : 2500).unref()
      world.replicas.set(key, held)
      return {
        id: held.id,
        code: held.code,
        name: held.name,
        version: held.version,
        asOf: new Date().toISOString(),
      }
    },
  ],
]

routes.push(...clusterRoutes(() => world, { find, page, notFound, Refusal, fold }))
routes.push(...consolidatedRoutes(() => world, { find, Refusal }))
routes.push(...measuredRoutes(() => world, { find, page, notFound, Refusal, invalid }))

routes.unshift(...largeRoutes(() => world, [...routes]))

function login(req) {
  return /(?:^|; )mock=([\w.]+)/.exec(req.headers.cookie ?? '')?.[1]
}

async function api(req, url) {
  const path = url.pathname.slice('/api/v1/'.length)
  if (path === 'platform') {
    return {
      services: ['cluster', 'indicator', 'award'].map((s) => ({
        name: `${s}-service`,
        instances: world.down.has(s) ? 0 : 1,
        up: !world.down.has(s),
      })),
    }
  }
  const open = publicAnswer(world, path)
  if (open === null) throw notFound()
  if (open) return open
  if (!login(req)) throw new Refusal(401, 'unauthenticated', 'Chưa đăng nhập')
  const service = /^(?:audit|replicas)\/(\w+)/.exec(path)?.[1] ?? 'cluster'
  if (world.down.has(service))
    throw new Refusal(503, 'unavailable', 'Dịch vụ đang gián đoạn', {
      detail: 'Dịch vụ chưa trả lời. Xin thử lại sau ít giây.',
    })
  const who = meOf(world, login(req), req.headers['acting-as'] ?? null)
  if (!who) throw forbidden()
  if (path === 'me') return who
  let text = ''
  for await (const chunk of req) text += chunk
  for (const [method, pattern, ability, handle] of routes) {
    const m = method === req.method && pattern.exec(path)
    if (!m) continue
    if (ability && !who.abilities.includes(ability)) throw forbidden()
    if (method === 'GET') return handle({ m, q: url.searchParams })
    if (req.headers['x-xsrf-token'] !== 'mock-token') throw new Refusal(403, 'csrf', 'Thiếu mã chống giả mạo')
    const key = req.headers['idempotency-key']
    if (method === 'POST' && !key) throw new Refusal(400, 'idempotency-key', 'Thiếu Idempotency-Key')
    const known = answers.get(key)
    if (known && known.text !== text) throw new Refusal(422, 'idempotency', 'Khóa đã dùng cho nội dung khác')
    if (known) return known.answer
    const answer = handle({
      m,
      q: url.searchParams,
      body: text && /json/.test(req.headers['content-type'] ?? '') ? JSON.parse(text) : null,
      raw: text,
      req,
      who,
    })
    if (key) answers.set(key, { text, answer })
    return answer
  }
  throw notFound()
}

function file(res, pathname, accept) {
  const path = normalize(join(dist, pathname))
  const asset = path.startsWith(dist) && extname(path) && existsSync(path) ? path : null
  if (!asset && !(accept ?? '').includes('text/html')) return res.writeHead(404).end()
  const target = asset ?? join(dist, 'index.html')
  res.writeHead(200, {
    'Content-Type': kinds[extname(target)] ?? 'application/octet-stream',
    'Content-Security-Policy': CSP,
  })
  res.end(readFileSync(target))
}

export function startMock(port) {
  return createServer(async (req, res) => {
    const url = new URL(req.url, 'http://mock')
    if (url.pathname === '/oauth2/authorization/keycloak') {
      const who = url.searchParams.get('as') ?? process.env.MOCK_LOGIN ?? 'quantri'
      res.setHeader('Set-Cookie', [`mock=${who}; Path=/; HttpOnly`, 'XSRF-TOKEN=mock-token; Path=/'])
      return res.writeHead(302, { Location: url.searchParams.get('return') ?? '/' }).end()
    }
    if (url.pathname === '/logout') {
      return res.writeHead(202, { 'Set-Cookie': 'mock=; Path=/; Max-Age=0', Location: '/' }).end()
    }
    if (url.pathname === '/mock/reset') {
      world = create()
      return res.writeHead(204).end()
    }
    if (url.pathname === '/mock/toggle') {
      const name = url.searchParams.get('service')
      if (!world.down.delete(name)) world.down.add(name)
      return res.writeHead(204).end()
    }
    if (!url.pathname.startsWith('/api/')) return file(res, url.pathname, req.headers.accept)
    try {
      const body = await api(req, url)
      const etag = body?.version ? { ETag: `"${body.version}"` } : {}
      res.writeHead(req.method === 'POST' ? 201 : 200, { 'Content-Type': 'application/json', ...etag })
      res.end(JSON.stringify(body))
    } catch (error) {
      const body = error.body ?? {
        type: '/problems/unexpected',
        title: 'Lỗi ngoài dự kiến',
        status: 500,
        errorId: randomUUID(),
      }
      if (!error.body) console.error(error)
      res.writeHead(body.status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify(body))
    }
  }).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) startMock(Number(process.env.PORT ?? 5174))
