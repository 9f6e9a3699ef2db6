// Development only: one cluster and one report as large as they may become, MOCK_CLUSTER=95x60 members and indicators. Everything of it
// may be written by canbo.xa, is saved at once, and the report of its first member has as many rows.

const id = (n) => `00000000-0000-4000-b000-${String(n).padStart(12, '0')}`
const [ROWS, COLUMNS] = (process.env.MOCK_CLUSTER ?? '').split('x').map(Number)
const MEMBERS = Array.from({ length: ROWS || 0 }, (_, u) => ({
  unitId: id(1_000 + u),
  unitName: `Xã Rộng ${u + 1}`,
  reportId: id(2_000 + u),
}))
/** The report of the first member. */
export const LARGE_REPORT = id(2_000)

/** canbo.xa works for every member of the large cluster. */
export function addLarge(world) {
  const own = world.mandates.find(
    ({ role, personName }) => role === 'UNIT_OFFICER' && personName === 'Lê Văn Xã',
  )
  for (const { unitId, unitName } of MEMBERS)
    world.mandates.push({ ...own, id: unitId.replace('-b000-', '-b001-'), unitId, unitName })
}

/**
 * @param table the small world's routes, whose answers are grown
 * @returns routes to be asked before those
 */
export function largeRoutes(world, table) {
  if (!ROWS || !COLUMNS) return []
  const answer = (method, path) => {
    for (const [at, pattern, , handle] of table) {
      const m = at === method && pattern.exec(path)
      if (m) return handle({ m, q: new URLSearchParams() })
    }
  }
  const written = new Map()
  const cellOf = (reportId, indicatorId) => ({
    version: 0,
    value: null,
    typed: null,
    qualifier: null,
    notApplicable: false,
    explanation: null,
    evidence: [],
    ...written.get(`${reportId} ${indicatorId}`),
  })
  const wide = (small, identified) =>
    Array.from({ length: COLUMNS }, (_, i) => {
      const one = small[i % small.length]
      return {
        ...one,
        ...identified(id(i)),
        code: `LN${i + 1}`,
        valueKind: 'QUANTITY',
        decimals: 3,
        limit: null,
      }
    })
  const line = (small, { unitId, unitName, reportId }) => ({
    ...small,
    id: reportId,
    unitId,
    unitName,
    state: 'IN_WORK',
    filled: 0,
    total: COLUMNS,
  })

  return [
    [
      'GET',
      /^periods\/([^/]+)\/grid$/,
      'UNITS_READ',
      ({ m }) => {
        const small = answer('GET', m[0])
        const indicators = wide(small.indicators, (id) => ({ id })).map((one) => ({
          ...one,
          formula: null,
          furtherUnits: [],
        }))
        const [like] = small.units
        const units = MEMBERS.map((member, u) => ({
          ...like,
          unitCode: `R${u + 1}`,
          writable: 'YES',
          report: line(like.report, member),
          cells: indicators.map((one) => {
            const { explanation, evidence, ...cell } = cellOf(member.reportId, one.id)
            return {
              ...like.cells[0],
              ...cell,
              indicatorId: one.id,
              named: false,
              evidence: 0,
              percent: null,
              verified: null,
            }
          }),
        }))
        return { ...small, indicators, units }
      },
    ],
    [
      'GET',
      /^reports\/([^/]+-b000-[^/]+)$/,
      'UNITS_READ',
      ({ m }) => {
        const like = world().measured.reports.find(({ id }) => id !== null)
        const small = answer('GET', `reports/${like.id}`)
        const member = MEMBERS.find(({ reportId }) => reportId === m[1])
        const grown = wide(small.rows, (indicatorId) => ({ indicatorId })).map((row) => ({
          ...row,
          furtherUnits: [],
          formula: null,
          items: [],
          verified: null,
          cell: { ...row.cell, reached: null, ...cellOf(m[1], row.indicatorId) },
        }))
        return {
          ...small,
          writable: 'YES',
          returnedBecause: null,
          report: line(small.report, member),
          rows: grown,
        }
      },
    ],
    [
      'POST',
      /^reports\/([^/]+-b000-[^/]+)\/cells$/,
      'UNITS_READ',
      ({ m, body }) => ({
        saved: body.cells.length,
        unchanged: 0,
        stale: 0,
        refused: 0,
        results: body.cells.map(({ indicatorId, version, value, notApplicable, explanation = null }) => {
          const cell = { version: version + 1, value, notApplicable, explanation, actuality: 'ACTUAL' }
          written.set(`${m[1]} ${indicatorId}`, cell)
          return {
            indicatorId,
            outcome: 'SAVED',
            errors: [],
            cell: cellOf(m[1], indicatorId),
            percentOfPlan: null,
          }
        }),
      }),
    ],
    [
      'PUT',
      /^reports\/([^/]+-b000-[^/]+)\/cells\/([^/]+)$/,
      'UNITS_READ',
      ({ m, body, req }) => {
        const version = Number(req.headers['if-match'].replaceAll('"', '')) + 1
        written.set(`${m[1]} ${m[2]}`, { version, ...body, evidence: [] })
        return { indicatorId: m[2], ...cellOf(m[1], m[2]), percentOfPlan: null }
      },
    ],
  ]
}
