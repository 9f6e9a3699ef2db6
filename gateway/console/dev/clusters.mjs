// Development only: two clusters, one of record (as its report of 2019 tells) and one invented and living, with their answers.
import { createHash, randomUUID } from 'node:crypto'
import { NO_OFFICE } from './data.mjs'

const id = (n) => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`
const SOURCE = 'Báo cáo tổng kết Khối thi đua các huyện, thành phố vùng động lực tỉnh Hà Giang, 04/12/2019'
const written = { provenance: 'IN_DOCUMENT', source: SOURCE }
const invented = { provenance: 'INVENTED', source: null }
const sha = (text) => createHash('sha256').update(text).digest('hex')

/** Adds clusters to a world of units and people. */
export function addClusters(world) {
  let serial = 1
  const next = () => id(serial++)
  const unit = (code, name, level, parent) => {
    const made = {
      id: next(),
      code,
      name,
      shortName: null,
      nameEn: null,
      formalName: null,
      ...NO_OFFICE,
      kind: 'ADMINISTRATION',
      level,
      parentId: parent?.id ?? null,
      parentName: parent?.name ?? null,
      validFrom: '1991-10-01',
      validTo: '2025-06-30',
      version: 1,
    }
    world.units.push(made)
    world.states.set(made.id, [
      { ...made, from: made.validFrom, to: made.validTo, parentId: parent?.id ?? null },
    ])
    return made
  }
  const haGiang = unit('HG', 'Tỉnh Hà Giang', 'PROVINCE', null)
  const districts = [
    'Thành phố Hà Giang',
    'Huyện Vị Xuyên',
    'Huyện Bắc Quang',
    'Huyện Quang Bình',
    'Huyện Bắc Mê',
  ]
  const [city, viXuyen, bacQuang, quangBinh, bacMe] = districts.map((name, i) =>
    unit(`HG${i + 1}`, name, 'DISTRICT', haGiang),
  )
  const province = world.units[0]
  const communes = world.units.filter((u) => u.level === 'COMMUNE').slice(0, 8)

  const cluster = (code, name, kind, organiser, foundedOn, origin) => ({
    id: next(),
    code,
    name,
    kind,
    organiserId: organiser.id,
    organiserName: organiser.name,
    foundedOn,
    ...origin,
    version: 1,
  })
  const old = cluster(
    'HG-VDL',
    'Khối giao ước thi đua các huyện, thành phố vùng động lực',
    'SECTORAL',
    haGiang,
    null,
    written,
  )
  const living = cluster(
    'KHOI-XA-1',
    'Khối thi đua các xã, phường số 1 (minh họa)',
    'SECTORAL',
    province,
    '2025-09-01',
    invented,
  )

  const members = []
  const admit = (of, one, from, to, origin) =>
    members.push({
      id: next(),
      clusterId: of.id,
      unitId: one.id,
      unitCode: one.code,
      unitName: one.name,
      from,
      to,
      leaveReason: null,
      ...origin,
    })
  for (const one of [city, viXuyen, bacQuang, quangBinh]) admit(old, one, '2016-01-01', null, written)
  admit(old, bacMe, '2018-01-01', null, { provenance: 'NOT_IN_DOCUMENT', source: null })
  for (const one of communes) admit(living, one, '2025-09-01', null, invented)

  const seasons = []
  const season = (of, name, from, to, mode, state, origin) => {
    const made = {
      id: next(),
      clusterId: of.id,
      clusterName: of.name,
      organiserId: of.organiserId,
      name,
      from,
      to,
      mode,
      state,
      closeReason: null,
      headships: [],
      ...origin,
      version: 1,
    }
    seasons.push(made)
    return made
  }
  const s2019 = season(old, '2019', '2019-01-01', '2020-03-31', 'RECORDED', 'CLOSED', written)
  const s2020 = season(old, '2020', '2019-12-04', '2020-12-31', 'RECORDED', 'CLOSED', written)
  const s2026 = season(living, '2026', '2026-01-01', '2026-12-31', 'LIVE', 'OPEN', invented)
  const heads = (of, one, role, how, from, conferenceId, representative, origin) =>
    of.headships.push({
      id: next(),
      seasonId: of.id,
      seasonName: of.name,
      unitId: one.id,
      unitName: one.name,
      role,
      how,
      conferenceId,
      handedOverOn: from,
      from: from ?? of.from,
      to: of.to,
      representative,
      ...origin,
    })

  const conferences = []
  const meet = (of, heldOn, place, host, title, purposes, more) => {
    const made = {
      id: next(),
      clusterId: of.id,
      heldOn,
      place,
      hostUnitId: host?.id ?? null,
      hostUnitName: host?.name ?? null,
      title,
      startsAt: null,
      purposes: [],
      agenda: [],
      attendances: [],
      papers: [],
      resolutions: [],
      version: 1,
      ...more,
    }
    made.purposes = purposes.map(([purpose, s]) => ({
      conferenceId: made.id,
      purpose,
      seasonId: s.id,
      seasonName: s.name,
    }))
    conferences.push(made)
    return made
  }
  const yearEnd = meet(
    old,
    '2019-12-04',
    'Thành phố Hà Giang',
    city,
    'Hội nghị tổng kết phong trào thi đua năm 2019, ký kết giao ước thi đua năm 2020',
    [
      ['YEAR_END', s2019],
      ['PLAN', s2020],
      ['SIGNING', s2020],
      ['HANDOVER', s2020],
    ],
    {
      ...written,
      papers: [
        {
          id: next(),
          unitId: bacQuang.id,
          unitName: bacQuang.name,
          title: 'Kinh nghiệm vận động nhân dân xây dựng nông thôn mới',
          text: null,
        },
      ],
      resolutions: [
        {
          id: next(),
          seasonId: s2020.id,
          text: 'Bàn giao đơn vị trưởng khối năm 2020 cho huyện Bắc Quang.',
          tasks: [],
        },
      ],
      attendances: [
        {
          id: next(),
          unitId: null,
          unitName: null,
          name: null,
          office: 'Phó Giám đốc Sở Nội vụ',
          capacity: 'SUPERIOR',
        },
        ...[city, viXuyen, bacQuang, quangBinh, bacMe].map((one) => ({
          id: next(),
          unitId: one.id,
          unitName: one.name,
          name: null,
          office: null,
          capacity: one === city ? 'CHAIR' : 'MEMBER',
        })),
      ],
    },
  )
  heads(s2019, city, 'HEAD', 'ROTATION', null, null, null, written)
  heads(s2019, bacQuang, 'DEPUTY', 'ROTATION', null, null, null, written)
  heads(s2020, bacQuang, 'HEAD', 'ROTATION', '2019-12-04', yearEnd.id, null, written)
  heads(s2020, viXuyen, 'DEPUTY', 'ROTATION', '2019-12-04', yearEnd.id, null, written)
  heads(s2026, communes[0], 'HEAD', 'ROTATION', null, null, null, invented)
  heads(s2026, communes[1], 'DEPUTY', 'ROTATION', null, null, null, invented)
  const vote = meet(
    living,
    '2026-11-20',
    'Hội trường UBND Phường Hải Châu',
    communes[1],
    'Hội nghị tổng kết Khối thi đua các xã, phường số 1 năm 2026',
    [
      ['YEAR_END', s2026],
      ['ELECTION', s2026],
    ],
    {
      ...invented,
      startsAt: '08:00',
      agenda: [
        ['08:00', 15, 'Khai mạc', null, 'Ông Chủ tịch UBND thành phố', null],
        ['08:15', 40, 'Báo cáo tổng kết năm 2026', communes[0], null, 'YEAR_END'],
        [null, null, 'Bình xét, suy tôn đơn vị dẫn đầu', null, null, 'ELECTION'],
      ].map(([startsAt, minutes, title, unit, presenter, purpose], i) => ({
        position: i + 1,
        startsAt,
        minutes,
        title,
        unitId: unit?.id ?? null,
        unitName: unit?.name ?? null,
        presenter,
        purpose,
        seasonId: purpose && s2026.id,
        begunAt: i < 2 ? `2026-11-20T01:${i === 0 ? '02' : '17'}:00Z` : null,
        endedAt: i === 0 ? '2026-11-20T01:17:00Z' : null,
      })),
      invitations: communes.slice(0, 4).map((one, i) => ({
        id: next(),
        unitId: one.id,
        unitName: one.name,
        name: null,
        office: null,
        capacity: 'MEMBER',
        sentAt: '2026-11-02T02:00:00Z',
        peopleTold: i === 3 ? 0 : 2,
        letter: null,
        answer: ['COMES', 'SENDS', 'CANNOT', null][i],
        delegate: i === 1 ? 'Bà Phó Chủ tịch' : null,
        delegateOffice: i === 1 ? 'Phó Chủ tịch UBND phường' : null,
        reason: i === 2 ? 'Trùng kỳ họp Hội đồng nhân dân' : null,
        answeredAt: i === 3 ? null : '2026-11-05T02:00:00Z',
        version: 2,
      })),
    },
  )

  const draft = {
    id: next(),
    conferenceId: vote.id,
    conferenceTitle: vote.title,
    clusterId: living.id,
    seasonId: s2026.id,
    kind: 'REPORT',
    title: 'Báo cáo tổng kết phong trào thi đua năm 2026',
    number: 2,
    commentsUntil: '2199-11-18',
    comments: 2,
    unanswered: 1,
    laidAt: '2026-11-03T02:00:00Z',
    withdrawnAt: null,
    withdrawReason: null,
    versions: [2, 1].map((number) => ({
      number,
      text:
        number === 2
          ? 'I. Kết quả\nTám xã, phường hoàn thành các chỉ tiêu.\nII. Tồn tại, nguyên nhân'
          : 'I. Kết quả\nII. Tồn tại',
      fileId: null,
      fileName: null,
      note: number === 2 ? 'Bổ sung nguyên nhân của các tồn tại' : null,
      laidAt: `2026-11-0${number + 2}T02:00:00Z`,
      laidBy: 'Nguyễn Văn Minh Họa',
    })),
    asked: communes.slice(0, 4).map((one, i) => ({ unitId: one.id, unitName: one.name, said: i === 1 })),
    version: 2,
  }
  const said = (number, unit, place, words, answer) => ({
    id: next(),
    unitId: unit.id,
    unitName: unit.name,
    number,
    paragraph: null,
    passage: null,
    place,
    text: words,
    saidAt: '2026-11-04T02:00:00Z',
    saidBy: 'Trần Thị Minh Họa',
    answer,
  })
  const draftComments = [
    said(1, communes[2], 'Mục II', 'Đề nghị nêu rõ nguyên nhân.', {
      outcome: 'PARTLY',
      reason: 'Đã bổ sung nguyên nhân chủ quan.',
      answeredAt: '2026-11-05T02:00:00Z',
      answeredBy: 'Nguyễn Văn Minh Họa',
    }),
    said(2, communes[1], null, 'Nhất trí với bản mới.', null),
  ]

  const text = [
    'Giao ước thi đua năm 2026',
    '',
    'Tám xã, phường cùng cam kết hoàn thành các chỉ tiêu dưới đây.',
    '',
    ...communes.flatMap((c) => [
      `${c.name} | Thu ngân sách | 12500 triệu đồng`,
      `${c.name} | Hộ nghèo giảm | 12 hộ`,
    ]),
  ].join('\n')
  const compact = {
    id: next(),
    seasonId: s2026.id,
    clusterId: living.id,
    mode: 'LIVE',
    title: 'Giao ước thi đua năm 2026',
    preamble: 'Tám xã, phường cùng cam kết hoàn thành các chỉ tiêu dưới đây.',
    text,
    textSha256: sha(text),
    targetsSha256: sha('targets'),
    status: 'SIGNING',
    signedOn: null,
    conferenceId: null,
    withdrawReason: null,
    board: communes.map((c, i) => ({
      unitId: c.id,
      unitName: c.name,
      signedAt: i > 1 && i !== 5 ? '2026-02-03T02:10:00Z' : null,
      signedBy: i > 1 && i !== 5 ? 'Nguyễn Văn Minh Họa' : null,
    })),
    ...invented,
    version: 7,
  }
  const election = (title, candidates, status, more) => ({
    id: next(),
    seasonId: s2026.id,
    conferenceId: vote.id,
    clusterId: living.id,
    title,
    candidates: candidates.map((c, i) => ({
      unitId: c.id,
      isHead: c === communes[0],
      votes: more.votes?.[i] ?? null,
    })),
    headIsCandidate: candidates.includes(communes[0]),
    quorum: { numerator: 2, denominator: 3 },
    threshold: { numerator: 1, denominator: 2 },
    base: 'PRESENT',
    status,
    voters: communes.map((c, i) => ({ unitId: c.id, voted: i > 2 || status === 'COUNTED' })),
    eligible: 8,
    cast: status === 'COUNTED' ? 8 : 5,
    blank: more.blank ?? null,
    result: more.result ?? null,
    openedAt: '2026-11-20T02:30:00Z',
    closedAt: more.closedAt ?? null,
    voidReason: null,
    keyDestroyedAt: more.closedAt ?? null,
    version: 2,
  })
  const running = election(
    'Suy tôn đơn vị dẫn đầu năm 2026',
    [communes[0], communes[3], communes[5]],
    'OPEN',
    {},
  )
  const counted = election(
    'Suy tôn đơn vị dẫn đầu, vòng 1',
    [communes[0], communes[3], communes[5]],
    'COUNTED',
    {
      votes: [3, 3, 1],
      blank: 1,
      result: { outcome: 'TIE', electedUnitId: null },
      closedAt: '2026-11-20T02:20:00Z',
    },
  )
  const task = (kind, words, givenBy, reviews) => ({
    id: next(),
    seasonId: s2019.id,
    kind,
    text: words,
    givenBy,
    conferenceId: yearEnd.id,
    ownerUnitId: null,
    ownerUnitName: null,
    dueOn: null,
    reviews: reviews.map(([outcome, note]) => ({
      id: next(),
      conferenceId: yearEnd.id,
      heldOn: yearEnd.heldOn,
      outcome,
      note,
    })),
    ...written,
  })
  Object.assign(world, {
    clusters: [old, living],
    members,
    seasons,
    conferences,
    drafts: [draft],
    draftComments,
    compacts: [compact],
    elections: [running, counted],
    receipts: new Map(),
    tasks: [
      task('KEY_TASK', 'Tập trung giải phóng mặt bằng các dự án trọng điểm.', null, [
        ['DONE', 'Đã bàn giao mặt bằng ba dự án.'],
      ]),
      task(
        'DIRECTIVE',
        'Quan tâm khen thưởng người lao động trực tiếp, hộ gia đình.',
        'Phó Giám đốc Sở Nội vụ',
        [['GOING_ON', null]],
      ),
      task(
        'PETITION',
        'Một số chỉ tiêu không thể hoàn thành do yếu tố khách quan (an toàn giao thông).',
        'Các đơn vị thành viên',
        [],
      ),
    ],
    movements: [
      {
        id: next(),
        seasonId: s2019.id,
        launchedByUnitId: viXuyen.id,
        launchedByUnitName: viXuyen.name,
        level: 'UNIT',
        kind: 'SPECIAL',
        name: 'Đợt thi đua nước rút 90 ngày đêm giải phóng mặt bằng',
        launchedOn: null,
        plannedFrom: null,
        plannedTo: null,
        length: 'UNKNOWN',
        parentId: null,
        state: 'OPEN',
        joined: 0,
        ...written,
      },
    ],
    regulations: new Map([
      [
        s2026.id,
        {
          seasonId: s2026.id,
          number: 2,
          title: 'Quy chế hoạt động và bình xét thi đua năm 2026',
          text: 'Điều 1. Phạm vi…\nĐiều 2. Nguyên tắc…',
          status: 'ADOPTED',
          adoptedOn: '2026-01-28',
          conferenceId: null,
          candidateRule: 'ELECTED',
          tieRule: 'SHARED',
          figuresRule: 'OWN',
          resultsRule: 'CLUSTER',
          ...invented,
          recordedAt: '2026-01-28T03:00:00Z',
        },
      ],
    ]),
  })
}

/** What the unit is today: itself, or what it went into. */
function nowOf(world, unitId) {
  const unit = world.units.find((u) => u.id === unitId)
  const [event] = lineageOf(world, unitId).wentInto
  const itself = unit.validTo ? [] : [{ unitId, code: unit.code, name: unit.name }]
  return { unitId, asOf: unit.validTo ?? '2026-07-01', now: event?.successors ?? itself }
}

/** The commune of today that came out of three of yesterday. */
function lineageOf(world, unitId) {
  const [city, viXuyen] = world.units.filter((u) => u.level === 'DISTRICT')
  const heir = world.units.find((u) => u.level === 'COMMUNE')
  const side = (u) => ({ unitId: u.id, code: u.code, name: u.name })
  const merger = {
    id: id(901),
    kind: 'MERGE',
    effectiveFrom: '2025-07-01',
    decision: null,
    predecessors: [side(city), side(viXuyen)],
    successors: [side(heir)],
    provenance: 'INVENTED',
    source: null,
  }
  return {
    cameFrom: unitId === heir.id ? [merger] : [],
    wentInto: [city.id, viXuyen.id].includes(unitId) ? [merger] : [],
  }
}

/** The answers about clusters, in the shape of the routes of the stand-in. */
export function clusterRoutes(world, { find, page, notFound, Refusal, fold }) {
  const view = (c) => ({
    ...c,
    members: world().members.filter((m) => m.clusterId === c.id && !m.to).length,
  })
  const seasonOf = (m) => find(world().seasons, m[1])
  const summary = ({ text, preamble, board, targetsSha256, withdrawReason, ...c }) => ({
    ...c,
    members: board.length,
    signatures: board.filter((b) => b.signedAt).length,
  })
  const step =
    (state) =>
    ({ m, body }) => {
      const season = seasonOf(m)
      season.state = state
      season.closeReason = state === 'CLOSED' ? body.reason : null
      season.version += 1
      return season
    }
  const due = [
    ['HEAD_SET', 'DONE', '2026-01-01', '2025-12-20'],
    ['REGULATION_ADOPTED', 'DONE', '2026-04-01', '2026-01-28'],
    ['PLAN_ADOPTED', 'LATE', '2026-04-01', null],
    ['COMPACT_SIGNED', 'LATE', '2026-04-01', null],
    ['YEAR_END_HELD', 'DONE', '2026-12-31', '2026-11-20'],
    ['LEADER_ELECTED', 'DUE', '2026-12-31', null],
  ]
  const READ = 'CLUSTERS_READ'
  const period = (seasonId) => ({
    id: id(900),
    seasonId,
    kind: 'YEAR',
    name: 'cả năm 2026',
    opensAt: '2026-11-15T00:00:00Z',
    dueAt: '2026-12-05T10:00:00Z',
    closesAt: '2026-12-10T10:00:00Z',
    state: 'OPEN',
    now: new Date().toISOString(),
    version: 1,
  })
  const all = (items) => ({ items, next: null })
  return [
    [
      'GET',
      /^clusters$/,
      READ,
      ({ q }) =>
        page(
          world()
            .clusters.filter(
              (c) =>
                fold(c.name).includes(fold(q.get('q') ?? '')) &&
                (!q.get('organiserId') || c.organiserId === q.get('organiserId')) &&
                (!q.get('memberId') ||
                  world().members.some((m) => m.clusterId === c.id && m.unitId === q.get('memberId'))),
            )
            .map(view),
          q,
        ),
    ],
    ['GET', /^clusters\/([^/]+)$/, READ, ({ m }) => view(find(world().clusters, m[1]))],
    ['GET', /^clusters\/([^/]+)\/founding-decision$/, READ, () => ({ decision: null, version: 0 })],
    [
      'GET',
      /^clusters\/([^/]+)\/members$/,
      READ,
      ({ m, q }) => {
        const day = q.get('asOf')
        return page(
          world().members.filter(
            (one) =>
              one.clusterId === m[1] &&
              (day === 'all' || !day || (one.from <= day && (!one.to || day <= one.to))),
          ),
          q,
        )
      },
    ],
    [
      'GET',
      /^clusters\/([^/]+)\/headships$/,
      READ,
      ({ m }) =>
        all(
          world()
            .seasons.filter((s) => s.clusterId === m[1])
            .flatMap((s) => s.headships),
        ),
    ],
    [
      'GET',
      /^seasons$/,
      READ,
      ({ q }) =>
        page(
          world().seasons.filter((s) => !q.get('clusterId') || s.clusterId === q.get('clusterId')),
          q,
        ),
    ],
    ['GET', /^periods$/, null, ({ q }) => all([period(q.get('seasonId'))])],
    [
      'GET',
      /^lineages\/now$/,
      'UNITS_READ',
      ({ q }) => q.getAll('unitId').map((unitId) => nowOf(world(), unitId)),
    ],
    ['GET', /^foreign-codes$/, 'UNITS_READ', () => all([])],
    ['GET', /^units\/([^/]+)\/lineage$/, 'UNITS_READ', ({ m }) => lineageOf(world(), m[1])],
    ['GET', /^seasons\/([^/]+)$/, READ, ({ m }) => seasonOf(m)],
    ['GET', /^seasons\/([^/]+)\/headships$/, READ, ({ m }) => all(seasonOf(m).headships)],
    [
      'GET',
      /^seasons\/([^/]+)\/due$/,
      READ,
      ({ m }) =>
        all(
          seasonOf(m).mode === 'LIVE'
            ? due.map(([code, state, dueOn, doneOn]) => ({
                code,
                id: null,
                title: null,
                dueOn,
                state,
                doneOn,
                verified: false,
                source: null,
              }))
            : [],
        ),
    ],
    [
      'GET',
      /^seasons\/([^/]+)\/regulation$/,
      READ,
      ({ m }) => {
        const found = world().regulations.get(m[1])
        if (!found) throw notFound()
        return found
      },
    ],
    ['POST', /^seasons\/([^/]+)\/opening$/, 'CLUSTERS_WRITE', step('OPEN')],
    ['POST', /^seasons\/([^/]+)\/closing$/, 'CLUSTERS_WRITE', step('CLOSED')],
    [
      'GET',
      /^conferences$/,
      READ,
      ({ q }) =>
        page(
          world().conferences.filter(
            (c) =>
              (!q.get('clusterId') || c.clusterId === q.get('clusterId')) &&
              (!q.get('seasonId') || c.purposes.some((p) => p.seasonId === q.get('seasonId'))),
          ),
          q,
        ),
    ],
    [
      'GET',
      /^conferences\/([^/]+)\/invitations$/,
      READ,
      ({ m, q }) => page(find(world().conferences, m[1]).invitations ?? [], q),
    ],
    ['GET', /^conferences\/([^/]+)$/, READ, ({ m }) => find(world().conferences, m[1])],
    [
      'GET',
      /^drafts$/,
      READ,
      ({ q }) =>
        page(
          world().drafts.filter((one) => one.conferenceId === q.get('conferenceId')),
          q,
        ),
    ],
    ['GET', /^drafts\/([^/]+)$/, READ, ({ m }) => find(world().drafts, m[1])],
    ['GET', /^drafts\/([^/]+)\/comments$/, READ, ({ q }) => page(world().draftComments, q)],
    [
      'GET',
      /^key-tasks$/,
      READ,
      ({ q }) =>
        page(
          world().tasks.filter((k) => k.seasonId === q.get('seasonId')),
          q,
        ),
    ],
    [
      'GET',
      /^movements$/,
      READ,
      ({ q }) =>
        page(
          world().movements.filter(
            (one) =>
              (!q.get('seasonId') || one.seasonId === q.get('seasonId')) &&
              ['kind', 'level', 'state'].every((what) => !q.get(what) || one[what] === q.get(what)),
          ),
          q,
        ),
    ],
    [
      'GET',
      /^movements\/statistics$/,
      READ,
      ({ q }) => ({
        year: Number(q.get('year')),
        movements: 3,
        counts: [
          { level: 'PROVINCE', kind: 'THEMATIC', length: 'FIVE_YEARS_OR_MORE', movements: 1 },
          { level: 'UNIT', kind: 'SPECIAL', length: 'UNDER_ONE_YEAR', movements: 2 },
        ],
      }),
    ],
    [
      'GET',
      /^movements\/([^/]+)\/course$/,
      READ,
      ({ m }) => ({
        movement: find(world().movements, m[1]),
        text: 'Hoàn thành giải phóng mặt bằng trước ngày 31/12.',
        criteria: null,
        parentName: null,
        reviews: [],
        closedOn: null,
        closedBecause: null,
        reopenedBecause: null,
      }),
    ],
    [
      'GET',
      /^movements\/([^/]+)\/tree$/,
      READ,
      ({ m }) => {
        const { id, parentId, launchedByUnitId, launchedByUnitName, ...shown } = find(world().movements, m[1])
        return {
          nodes: [
            { ...shown, id, parentId, depth: 0, unitId: launchedByUnitId, unitName: launchedByUnitName },
          ],
          complete: true,
        }
      },
    ],
    ['GET', /^movements\/([^/]+)\/participations$/, READ, ({ q }) => page([], q)],
    [
      'GET',
      /^compacts$/,
      READ,
      ({ q }) =>
        page(
          world()
            .compacts.filter((c) => !q.get('seasonId') || c.seasonId === q.get('seasonId'))
            .map(summary),
          q,
        ),
    ],
    ['GET', /^compacts\/([^/]+)$/, READ, ({ m }) => find(world().compacts, m[1])],
    [
      'POST',
      /^compacts\/([^/]+)\/signatures$/,
      'COMPACTS_SIGN',
      ({ m, body, who }) => {
        const compact = find(world().compacts, m[1])
        if (body.textSha256 !== compact.textSha256) throw new Refusal(412, 'text-changed', 'Lời văn đã khác')
        const line = compact.board.find((b) => b.unitId === body.unitId)
        Object.assign(line, { signedAt: new Date().toISOString(), signedBy: who.name })
        if (compact.board.every((b) => b.signedAt)) {
          compact.status = 'SIGNED'
          compact.signedOn = new Date().toISOString().slice(0, 10)
        }
        return compact
      },
    ],
    [
      'GET',
      /^elections$/,
      READ,
      ({ q }) =>
        page(
          world().elections.filter(
            (e) =>
              (!q.get('seasonId') || e.seasonId === q.get('seasonId')) &&
              (!q.get('conferenceId') || e.conferenceId === q.get('conferenceId')),
          ),
          q,
        ),
    ],
    ['GET', /^elections\/([^/]+)$/, READ, ({ m }) => find(world().elections, m[1])],
    [
      'POST',
      /^elections\/([^/]+)\/ballots$/,
      'BALLOTS_CAST',
      ({ m, body }) => {
        const election = find(world().elections, m[1])
        const key = m[1] + body.unitId
        const receipt = world().receipts.get(key) ?? randomUUID()
        const voter = election.voters.find((v) => v.unitId === body.unitId)
        if (!voter.voted) election.cast += 1
        voter.voted = true
        world().receipts.set(key, receipt)
        return { receipt }
      },
    ],
    [
      'GET',
      /^elections\/([^/]+)\/ballots$/,
      READ,
      ({ m }) => {
        const election = find(world().elections, m[1])
        const choices = election.candidates
          .flatMap((c) => Array(c.votes).fill(c.unitId))
          .concat(Array(election.blank).fill(null))
        return all(choices.sort(() => Math.random() - 0.5).map((choice, i) => ({ number: i + 1, choice })))
      },
    ],
  ]
}
