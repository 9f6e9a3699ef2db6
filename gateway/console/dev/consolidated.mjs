// Development only: comments on cells, and a cluster's own report made of its members' numbers.
import { randomUUID } from 'node:crypto'

const READ = 'UNITS_READ'
const handedIn = ({ state }) => state === 'SUBMITTED' || state === 'ACCEPTED'

export function consolidatedRoutes(world, { find, Refusal }) {
  const m = () => world().measured
  const threads = () => {
    m().threads ??= []
    return m().threads
  }
  const report = (id) => find(m().reports, id)
  const said = (r, indicatorId, kind, text, who) => {
    const { value, notApplicable } = r.cells.get(indicatorId)
    return {
      id: randomUUID(),
      kind,
      text,
      value,
      notApplicable,
      at: new Date().toISOString(),
      actor: who.subject,
      own: true,
      role: 'UNIT_OFFICER',
      roleUnitName: r.unitName,
      withdrawnAt: null,
    }
  }
  const settle =
    (resolved) =>
    ({ m: x, who }) => {
      const thread = find(threads(), x[2])
      thread.resolved = resolved
      const kind = resolved ? 'RESOLVED' : 'REOPENED'
      thread.comments.push(said(report(x[1]), thread.indicatorId, kind, null, who))
      return {}
    }
  const own = () => {
    m().consolidation ??= { status: 'DRAFT', edition: 0, version: 0, beside: {}, rules: {} }
    return m().consolidation
  }
  const sum = (values) => values.reduce((all, one) => all + one, 0)
  const consolidated = (one) => {
    const cells = m()
      .reports.filter(handedIn)
      .map((r) => r.cells.get(one.id))
    const values = cells.flatMap((cell) => cell.verified?.value ?? cell.value ?? [])
    const suggested =
      one.valueKind === 'YES_NO'
        ? 'COUNT_YES'
        : one.valueKind === 'QUANTITY' || one.valueKind === 'COUNT'
          ? 'SUM'
          : 'AVERAGE'
    const made = {
      COUNT_YES: values.filter((value) => value !== 0).length,
      SUM: Number(sum(values).toFixed(6)),
      AVERAGE: Number((sum(values) / values.length).toFixed(6)),
    }
    const said = own().rules[one.id]
    const rule = said?.rule ?? null
    const computed = values.length === 0 || rule === null ? null : (made[rule] ?? null)
    const nothing = { adjusted: null, reason: null, explanation: null, over: null, version: 0 }
    const { over, ...beside } = own().beside[one.id] ?? nothing
    return {
      indicatorId: one.id,
      code: one.code,
      name: one.name,
      unitOfMeasure: one.unitOfMeasure,
      valueKind: one.valueKind,
      direction: one.direction,
      decimals: one.decimals,
      rule,
      suggested,
      weightId: null,
      weightCode: null,
      ruleVersion: said?.version ?? 0,
      approximate: false,
      computed,
      notApplicable: cells.length === m().reports.length && cells.every((cell) => cell.notApplicable),
      ...beside,
      value: beside.adjusted ?? computed,
      overtaken: beside.adjusted !== null && over !== computed,
      now: null,
      plan: {
        assigned: null,
        registered: null,
        lastYear: null,
        inPart: false,
        yearAssigned: null,
        yearRegistered: null,
        portions: [],
        percent: null,
        none: 'NO_TARGET',
        reason: null,
        version: 0,
      },
      expected: m().reports.length,
      known: values.length,
      notApplicableMembers: cells.filter((cell) => cell.notApplicable).length,
      missing: m().reports.length - cells.length,
    }
  }
  const view = (who) => {
    const { beside: _, rules: __, by, ...rest } = own()
    return {
      periodId: m().periods[0].id,
      seasonId: m().periods[0].seasonId,
      submittedAt: null,
      adoptedAt: null,
      returnedBecause: null,
      ...rest,
      submittedByCaller: by === who?.subject,
      mayPrepare: true,
      mayAdopt: true,
      members: m().reports.map((r) => ({
        unitId: r.unitId,
        unitCode: m().members.find((one) => one.unitId === r.unitId).unitCode,
        unitName: r.unitName,
        handedIn: handedIn(r),
      })),
      rows: m().indicators.map(consolidated),
    }
  }
  const moved = (next, who) => {
    Object.assign(own(), next, { version: own().version + 1 })
    return view(who)
  }
  const part = (r, one) => {
    const cell = r.cells.get(one.id)
    const shown = handedIn(r)
    return {
      unitId: r.unitId,
      unitCode: m().members.find((member) => member.unitId === r.unitId).unitCode,
      unitName: r.unitName,
      part: !shown
        ? 'NOT_HANDED_IN'
        : cell.notApplicable
          ? 'NOT_APPLICABLE'
          : cell.value === null
            ? 'NO_NUMBER'
            : 'VALUE',
      shown: true,
      reportId: r.id,
      value: shown ? (cell.verified?.value ?? cell.value) : null,
      weight: null,
      reached: null,
    }
  }
  return [
    [
      'GET',
      /^reports\/([^/]+)\/comments$/,
      READ,
      ({ m: x, q }) => ({
        items: threads().filter(
          (one) => one.reportId === x[1] && [null, one.indicatorId].includes(q.get('indicatorId')),
        ),
        next: null,
      }),
    ],
    [
      'GET',
      /^periods\/[^/]+\/comments$/,
      READ,
      () => {
        const counts = new Map()
        for (const { reportId, indicatorId, resolved } of threads()) {
          const key = `${reportId}~${indicatorId}`
          const { unitId } = report(reportId)
          const count = counts.get(key) ?? { reportId, unitId, indicatorId, open: 0, resolved: 0 }
          count[resolved ? 'resolved' : 'open'] += 1
          counts.set(key, count)
        }
        return [...counts.values()]
      },
    ],
    [
      'POST',
      /^reports\/([^/]+)\/comments$/,
      READ,
      ({ m: x, body, who }) => {
        const comment = said(report(x[1]), body.indicatorId, 'SAID', body.text, who)
        let thread = threads().find((one) => one.id === body.threadId)
        if (!thread) {
          thread = {
            id: randomUUID(),
            reportId: x[1],
            indicatorId: body.indicatorId,
            resolved: false,
            comments: [],
          }
          threads().push(thread)
        }
        thread.comments.push(comment)
        return { id: comment.id, threadId: thread.id }
      },
    ],
    ['POST', /^reports\/([^/]+)\/comments\/([^/]+)\/resolution$/, READ, settle(true)],
    ['POST', /^reports\/([^/]+)\/comments\/([^/]+)\/reopening$/, READ, settle(false)],
    [
      'POST',
      /^reports\/[^/]+\/comments\/([^/]+)\/withdrawal$/,
      READ,
      ({ m: x }) => {
        const comment = find(
          threads().flatMap((thread) => thread.comments),
          x[1],
        )
        Object.assign(comment, { text: null, withdrawnAt: new Date().toISOString() })
        return {}
      },
    ],
    ['GET', /^periods\/[^/]+\/consolidation$/, READ, () => view()],
    [
      'PUT',
      /^indicators\/aggregations$/,
      READ,
      ({ body }) => {
        for (const { indicatorId, version } of body.rules)
          if ((own().rules[indicatorId]?.version ?? 0) !== version)
            throw new Refusal(412, 'stale', 'Người khác đã sửa trước bạn')
        for (const { indicatorId, rule, version } of body.rules)
          own().rules[indicatorId] = { rule, version: version + 1 }
        return { rules: [] }
      },
    ],
    [
      'GET',
      /^periods\/[^/]+\/consolidation\/([^/]+)$/,
      READ,
      ({ m: x }) => m().reports.map((r) => part(r, find(m().indicators, x[1]))),
    ],
    [
      'PUT',
      /^periods\/[^/]+\/consolidation\/([^/]+)$/,
      READ,
      ({ m: x, body, req, who }) => {
        const one = consolidated(find(m().indicators, x[1]))
        if (req.headers['if-match'] !== `"${one.version}"`)
          throw new Refusal(412, 'stale', 'Người khác đã sửa trước bạn')
        own().beside[one.indicatorId] = { ...body, over: one.computed, version: one.version + 1 }
        return moved({}, who)
      },
    ],
    [
      'POST',
      /^periods\/[^/]+\/consolidation\/submission$/,
      READ,
      ({ who }) =>
        moved(
          {
            status: 'SUBMITTED',
            edition: own().edition + 1,
            submittedAt: new Date().toISOString(),
            by: who.subject,
          },
          who,
        ),
    ],
    [
      'POST',
      /^periods\/[^/]+\/consolidation\/adoption$/,
      READ,
      ({ who }) => moved({ status: 'ADOPTED', adoptedAt: new Date().toISOString() }, who),
    ],
    [
      'POST',
      /^periods\/[^/]+\/consolidation\/return$/,
      READ,
      ({ body, who }) => moved({ status: 'DRAFT', adoptedAt: null, returnedBecause: body.reason }, who),
    ],
  ]
}
