// Development only: what is measured and honoured in a season. One season of record with figures as stated, and the living one
// with targets, a period, reports, a scoresheet, a ranking and the way to an award document. Numbers of the living one are invented.
import { createHash, randomUUID } from 'node:crypto'

const id = (n) => `00000000-0000-4000-a000-${String(n).padStart(12, '0')}`
const sha = (text) => createHash('sha256').update(text).digest('hex')
const STEPS = {
  proposal: 'PROPOSED',
  withdrawal: 'WITHDRAWN',
  consent: 'AGREED',
  return: 'RETURNED',
  reopening: 'REOPENED',
}
const REACHES = {
  PROPOSED: 'PROPOSED',
  WITHDRAWN: 'DRAFT',
  AGREED: 'NEGOTIATED',
  RETURNED: 'DRAFT',
  APPROVED: 'APPROVED',
  REOPENED: 'DRAFT',
}
const all = (items) => ({ items, next: null })
const SOURCE =
  'Báo Hà Nội mới, 29/07/2019: Cụm thi đua 5 thành phố trực thuộc Trung ương sơ kết 6 tháng đầu năm 2019'
const written = { provenance: 'IN_DOCUMENT', source: SOURCE }

const INDICATORS = [
  ['CT01', 'Thu ngân sách nhà nước trên địa bàn', 'triệu đồng', 'QUANTITY', 'RAISE', 1, true],
  ['CT02', 'Giá trị sản xuất nông nghiệp', 'tỷ đồng', 'QUANTITY', 'RAISE', 2, false],
  ['CT03', 'Thu nhập bình quân đầu người', 'triệu đồng', 'QUANTITY', 'RAISE', 1, false],
  ['CT04', 'Số hộ nghèo cuối kỳ', 'hộ', 'COUNT', 'REDUCE', 0, true],
  ['CT05', 'Tỷ lệ tham gia bảo hiểm y tế', '%', 'PERCENT', 'RAISE', 2, true],
  ['CT06', 'Số lao động được giải quyết việc làm', 'người', 'COUNT', 'RAISE', 0, false],
  ['CT07', 'Tỷ lệ hồ sơ giải quyết đúng hạn', '%', 'PERCENT', 'RAISE', 2, false],
  ['CT08', 'Tỷ lệ dân số dùng nước sạch', '%', 'PERCENT', 'RAISE', 1, false],
  ['CT09', 'Giữ chuẩn an toàn về an ninh trật tự', 'có/không', 'YES_NO', 'KEEP', 0, false],
  ['CT10', 'Tỷ lệ che phủ rừng', '%', 'PERCENT', 'KEEP', 1, false],
  ['CT11', 'Số mô hình, điển hình được nhân rộng', 'mô hình', 'COUNT', 'RAISE', 0, false],
  ['CT12', 'Số ngày nộp báo cáo chậm', 'ngày', 'DAYS_LATE', 'REDUCE', 0, false],
].map(([code, name, unitOfMeasure, valueKind, direction, decimals, evidenceRequired], i) => ({
  id: id(100 + i),
  unitId: null,
  code,
  name,
  unitOfMeasure,
  valueKind,
  direction,
  decimals,
  evidenceRequired,
  units: code === 'CT01' ? [{ name: 'tỷ đồng', numerator: 1000, denominator: 1 }] : [],
  formula: null,
  version: 1,
}))

const furtherOf = (one) => one.units.map(({ name }) => name)

const LIMITS = {
  CT05: { lower: 0, upper: 100, severity: 'ERROR' },
  CT07: { lower: 0, upper: 100, severity: 'ERROR' },
  CT04: { lower: 0, upper: null, severity: 'ERROR' },
}

const PLAN = [12500, 86.4, 62, 210, 95, 340, 98, 96.5, 1, 41.2, 6, null]

function percentOf(target, actual, indicator) {
  const held = target.registered !== null ? 'REGISTERED' : 'ASSIGNED'
  const plan = target.registered ?? target.assigned
  const none = (why) => ({
    percent: null,
    held: null,
    target: plan,
    actual,
    lastYear: null,
    reached: null,
    planned: null,
    none: why,
  })
  if (['YES_NO', 'DAYS_LATE'].includes(indicator.valueKind)) return none('NOT_A_MATTER_OF_PERCENT')
  if (plan === null) return none('NO_TARGET')
  const reduce = indicator.direction === 'REDUCE'
  const reached = reduce ? target.lastYear - actual : actual
  const planned = reduce ? target.lastYear - plan : plan
  const percent = Number(((reached / planned) * 100).toPrecision(12))
  return { percent, held, target: plan, actual, lastYear: target.lastYear, reached, planned, none: null }
}

function figures(units) {
  const [haNoi, hcm, haiPhong, daNang, canTho] = units
  const of = (unit, more) => ({
    unitId: unit.unitId,
    unitCode: unit.unitCode,
    unitName: unit.unitName,
    outOf: null,
    qualifier: 'EXACT',
    actuality: 'ACTUAL',
    basis: 'STATED',
    rankStated: null,
    figureId: randomUUID(),
    reportId: null,
    ...written,
    ...more,
  })
  const series = (measure, unitOfMeasure, leaders, more = {}) => ({
    measure,
    unitOfMeasure,
    better: 'HIGHER',
    stated: [],
    computed: null,
    leaders,
    reached: null,
    statements: [],
    ...more,
  })
  const quotes = new Map()
  const quote = (leader, words) => {
    quotes.set(leader.figureId, words)
    return leader
  }
  const budget =
    'TP Hồ Chí Minh tiếp tục dẫn đầu với số thu ước đạt 193.310 tỷ đồng (đạt 48,43% dự toán). Hà Nội đứng thứ hai với 132.134 tỷ đồng (đạt 50,2% dự toán).'
  const indicators = [
    {
      indicatorId: id(1),
      code: 'THU-NS',
      name: 'Thu ngân sách nhà nước',
      valueKind: 'QUANTITY',
      direction: 'RAISE',
      series: [
        series(
          'PERCENT_OF_BUDGET_ESTIMATE',
          '%',
          [
            quote(of(haNoi, { place: 1, value: 50.2, actuality: 'ESTIMATE' }), budget),
            quote(of(hcm, { place: 2, value: 48.43, actuality: 'ESTIMATE' }), budget),
          ],
          { computed: { total: null, average: 49.315, known: 2, members: 5, approximate: false } },
        ),
        series(
          'VALUE',
          'tỷ đồng',
          [
            quote(of(hcm, { place: 1, value: 193310, actuality: 'ESTIMATE', rankStated: 1 }), budget),
            quote(of(haNoi, { place: 2, value: 132134, actuality: 'ESTIMATE', rankStated: 2 }), budget),
          ],
          { computed: { total: 325444, average: 162722, known: 2, members: 5, approximate: false } },
        ),
      ],
    },
    {
      indicatorId: id(2),
      code: 'GRDP',
      name: 'Tốc độ tăng GRDP (minh họa các từ ước lệ)',
      valueKind: 'PERCENT',
      direction: 'RAISE',
      series: [
        series(
          'GROWTH',
          '%',
          [
            of(haiPhong, { place: 1, value: 17 }),
            of(daNang, { place: 2, value: 10, qualifier: 'NEARLY' }),
            of(canTho, { place: 3, value: 8, qualifier: 'ABOVE' }),
          ],
          {
            stated: [
              {
                figureId: id(3),
                value: 8.2,
                outOf: null,
                qualifier: 'EXACT',
                actuality: 'ACTUAL',
                basis: 'STATED',
                aggregation: 'AVERAGE',
                quote: 'tốc độ tăng trưởng bình quân toàn cụm đạt 8,2%',
                ...written,
              },
            ],
            computed: { total: null, average: 11.6666666667, known: 3, members: 5, approximate: true },
          },
        ),
        series('PERCENT_OF_PLAN', '%', [], {
          statements: [
            {
              figureId: id(4),
              count: 12,
              outOf: 12,
              threshold: 55,
              thresholdQualifier: 'AT_LEAST',
              actuality: 'ACTUAL',
              quote: '12/12 tỉnh, thành đạt từ 55% kế hoạch trở lên',
              ...written,
            },
          ],
        }),
      ],
    },
  ]
  return { indicatorsOfRecord: indicators, quotes }
}

export function addMeasured(world) {
  world.seasons ??= []
  world.members ??= []
  const province = world.units[0]
  const record = {
    id: id(900),
    clusterId: id(901),
    clusterName: 'Cụm thi đua 5 thành phố trực thuộc Trung ương',
    organiserId: province.id,
    name: '2019',
    from: '2019-01-01',
    to: '2019-12-31',
    mode: 'RECORDED',
    state: 'CLOSED',
    closeReason: null,
    headships: [],
    ...written,
    version: 1,
  }
  world.seasons.push(record)
  const cities = ['Hà Nội', 'TP Hồ Chí Minh', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ'].map((unitName, i) => ({
    unitId: id(910 + i),
    unitCode: `TP${i + 1}`,
    unitName,
  }))
  let living = world.seasons.find((s) => s.mode === 'LIVE')
  const communes = world.units.filter((u) => u.level === 'COMMUNE').slice(0, 8)
  if (!living) {
    living = {
      ...record,
      id: id(950),
      clusterId: id(951),
      clusterName: 'Khối thi đua các xã, phường số 1 (minh họa)',
      name: '2026',
      from: '2026-01-01',
      to: '2026-12-31',
      mode: 'LIVE',
      state: 'OPEN',
      headships: [
        {
          id: id(952),
          seasonId: id(950),
          seasonName: '2026',
          unitId: communes[0].id,
          unitName: communes[0].name,
          role: 'HEAD',
        },
      ],
      provenance: 'INVENTED',
      source: null,
    }
    world.seasons.push(living)
  }
  const members = communes.map((c, i) => ({
    id: id(960 + i),
    clusterId: living.clusterId,
    unitId: c.id,
    unitCode: c.code,
    unitName: c.name,
    from: '2025-09-01',
    to: null,
    leaveReason: null,
    provenance: 'INVENTED',
    source: null,
  }))
  const targets = members.flatMap((m, u) =>
    INDICATORS.map((one, i) => {
      const plan = PLAN[i]
      const own = plan === null ? null : Number((plan * (1 + ((u % 3) - 1) * 0.03)).toFixed(one.decimals))
      return {
        unitId: m.unitId,
        unitName: m.unitName,
        indicatorId: one.id,
        indicatorCode: one.code,
        indicatorName: one.name,
        valueKind: one.valueKind,
        direction: one.direction,
        assigned: plan,
        registered: u === 3 && i === 2 ? null : i === 10 ? 4 : own,
        lastYear:
          plan === null
            ? null
            : Number((plan * (one.direction === 'REDUCE' ? 1.25 : 0.92)).toFixed(one.decimals)),
        unitOfMeasure: one.unitOfMeasure,
        ownUnit: one.unitOfMeasure,
        first: null,
        portions: [],
        items: i === 10 ? ['Tổ công nghệ số', 'Vườn mẫu', 'Đường hoa', 'Ngày thứ bảy vì dân'] : [],
        furtherUnits: furtherOf(one),
        formula: null,
        lastActual: null,
        version: 1,
      }
    }),
  )
  const now = Date.now()
  const day = 86_400_000
  const period = {
    id: id(970),
    seasonId: living.id,
    kind: 'H1',
    name: '6 tháng đầu năm 2026',
    opensAt: new Date(now - 20 * day).toISOString(),
    dueAt: new Date(now + 9.2 * day).toISOString(),
    closesAt: new Date(now + 12 * day).toISOString(),
    version: 1,
  }
  const reports = members.map((m, u) => ({
    id: u === 7 ? null : id(980 + u),
    unitId: m.unitId,
    unitName: m.unitName,
    state: ['IN_WORK', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'IN_WORK', 'SUBMITTED', 'IN_WORK', 'NOT_STARTED'][
      u
    ],
    returnedBecause: u === 3 ? 'Số lao động chưa khớp với phòng chuyên môn.' : null,
    submittedAt: [1, 2, 5].includes(u) ? new Date(now - day).toISOString() : null,
    version: 1,
    cells: new Map(
      INDICATORS.map((one, i) => {
        const plan = PLAN[i] ?? 0
        const filled = u === 0 ? i < 6 : u !== 7
        const value = filled
          ? Number((plan * (0.94 + ((u * 7 + i * 5) % 13) / 80)).toFixed(one.decimals))
          : null
        return [
          one.id,
          {
            version: filled ? 1 : 0,
            revisionId: filled ? randomUUID() : null,
            value: one.valueKind === 'YES_NO' && filled ? 1 : i === 10 && filled ? 2 : value,
            typed: null,
            qualifier: null,
            reached: i === 10 && filled ? ['Vườn mẫu', 'Đường hoa'] : null,
            computation: null,
            notApplicable: false,
            actuality: i === 1 ? 'ESTIMATE' : 'ACTUAL',
            explanation: i === 4 && filled ? 'Còn hai thôn chưa cấp xong thẻ.' : null,
            evidence:
              i === 0 && filled
                ? [
                    {
                      id: id(990),
                      name: 'Quyết toán quý II.pdf',
                      contentType: 'application/pdf',
                      size: 81234,
                    },
                  ]
                : [],
            changedAt: filled ? new Date(now - 2 * day).toISOString() : null,
            changedBy: filled ? world.people[2].account.subject : null,
            verified: null,
            history: [],
          },
        ]
      }),
    ),
  }))
  const sheet = {
    id: id(800),
    seasonId: living.id,
    periodId: period.id,
    edition: 1,
    title: 'Bảng điểm thi đua các xã, phường năm 2026',
    status: 'FROZEN',
    sha256: sha('sheet'),
    frozenAt: new Date(now - 30 * day).toISOString(),
    maximum: 100,
    bonus: 'INSIDE',
    notApplicable: 'EXCLUDE',
    plan: 'REGISTERED_ELSE_ASSIGNED',
    belowZero: false,
    rounding: { at: 'CRITERION', scale: 2, mode: 'HALF_UP' },
    groups: [
      {
        code: 'I',
        name: 'Kinh tế, xã hội',
        maximum: 60,
        bonusMaximum: 5,
        criteria: [
          ['I.1', 0, 20, { type: 'PROPORTIONAL', of: 'PERCENT_OF_PLAN', floor: 50, cap: 110 }],
          [
            'I.2',
            2,
            20,
            {
              type: 'LADDER',
              of: 'PERCENT_OF_PLAN',
              rungs: [
                { from: 100, fromInclusive: true, to: null, toInclusive: false, points: 20 },
                { from: 90, fromInclusive: true, to: 100, toInclusive: false, points: 15 },
                { from: null, fromInclusive: true, to: 90, toInclusive: false, points: 8 },
              ],
            },
          ],
          ['I.3', 3, 20, { type: 'PROPORTIONAL', of: 'PERCENT_OF_PLAN' }],
          [
            'I.4',
            10,
            5,
            { type: 'BONUS', of: 'PERCENT_OF_PLAN', from: 100, per: 10, points: 1, cap: 5, whole: true },
          ],
        ],
      },
      {
        code: 'II',
        name: 'Nội chính, cải cách hành chính',
        maximum: 35,
        bonusMaximum: 0,
        criteria: [
          ['II.1', 8, 15, { type: 'YES_NO', points: 15, otherwise: 0 }],
          [
            'II.2',
            11,
            20,
            {
              type: 'DAYS_LATE',
              steps: [
                { upTo: 0, points: 20 },
                { upTo: 2, points: 15 },
                { upTo: 5, points: 8 },
                { upTo: null, points: 0 },
              ],
            },
          ],
        ],
      },
    ].map((group) => ({
      ...group,
      criteria: group.criteria.map(([code, i, maximum, rule]) => ({
        code,
        name: INDICATORS[i].name,
        maximum,
        indicatorId: INDICATORS[i].id,
        rule: {
          of: null,
          points: null,
          floor: null,
          cap: null,
          under: null,
          over: null,
          rungs: null,
          steps: null,
          options: null,
          otherwise: null,
          from: null,
          per: null,
          whole: null,
          ...rule,
        },
      })),
    })),
    provenance: 'INVENTED',
    source: null,
    version: 2,
  }
  const totals = [94.5, 96.25, 91.4, 96.25, 88.73, 93.1, 85, 79.66]
  const ranked = members
    .map((m, i) => ({ unitId: m.unitId, total: totals[i] }))
    .sort((a, b) => b.total - a.total)
    .map((row, _, rows) => ({
      ...row,
      rank: rows.filter((other) => other.total > row.total).length + 1,
      scored: 12,
      unscored: 0,
      tiedWith: rows
        .filter((other) => other.total === row.total && other.unitId !== row.unitId)
        .map((other) => other.unitId),
      byGroup: [
        { code: 'I', points: Number((row.total * 0.63).toFixed(2)) },
        { code: 'II', points: Number((row.total * 0.37).toFixed(2)) },
      ],
    }))
  const ranking = {
    id: id(810),
    scoresheetId: sheet.id,
    seasonId: living.id,
    clusterId: living.clusterId,
    status: 'PROVISIONAL',
    tieRule: 'SHARED',
    resultsRule: 'CLUSTER',
    shown: 'ALL',
    ranked: members.length,
    sheetSha256: sheet.sha256,
    factsSha256: sha('facts'),
    resultSha256: sha('result'),
    computedAt: new Date(now - day / 2).toISOString(),
    publishedAt: null,
    rows: ranked,
    version: 1,
  }
  const rule = {
    id: id(820),
    unitId: province.id,
    code: 'CO-TINH',
    name: 'Cờ thi đua của Ủy ban nhân dân tỉnh',
    kind: 'TITLE',
    level: 'PROVINCE',
    subject: 'COLLECTIVE',
    decidedBy: 'Chủ tịch Ủy ban nhân dân tỉnh',
    standard: [
      { type: 'LEADER_OF_CLUSTER' },
      { type: 'TARGETS_EXCEEDED' },
      { type: 'NOT_UNDER_DISCIPLINE' },
      { type: 'DECLARED', text: 'Nội bộ đoàn kết, tổ chức Đảng trong sạch' },
    ].map((c) => ({ rank: null, awardCode: null, times: null, lineages: null, text: null, ...c })),
    effectiveFrom: '2024-01-01',
    effectiveTo: null,
    source: 'Luật Thi đua, khen thưởng 2022, Điều 26 (chưa đối chiếu với bản gốc)',
    verified: false,
    version: 1,
  }
  const winner = members[1]
  const eligibility = {
    awardId: rule.id,
    awardVersion: 1,
    source: rule.source,
    verified: false,
    frozen: true,
    candidate: 'CANDIDATE',
    candidateRule: 'ELECTED',
    candidateWhy: 'ELECTED_BY_BALLOT',
    electionId: world.elections?.find((e) => e.status === 'COUNTED')?.id ?? null,
    rankingId: ranking.id,
    scoresheetId: sheet.id,
    departureReason: null,
    findings: rule.standard.map((condition, i) => ({
      number: i + 1,
      condition,
      outcome: i === 0 ? 'MET' : 'UNKNOWN',
      why: ['LEADS_CLUSTER', 'TARGETS_NOT_KNOWN_HERE', 'TO_BE_DECLARED', 'TO_BE_DECLARED'][i],
      statement: i === 0 ? null : 'Có, theo báo cáo tổng kết năm 2026',
      declaredBy: i === 0 ? null : 'Nguyễn Văn Minh Họa, Chủ tịch UBND',
    })),
  }
  const nomination = (n, unit, state, more) => ({
    id: id(830 + n),
    awardId: rule.id,
    awardName: rule.name,
    seasonId: living.id,
    seasonName: living.name,
    unitId: unit.unitId,
    unitName: unit.unitName,
    organiserId: province.id,
    achievements: 'Thu ngân sách vượt kế hoạch, giảm 42 hộ nghèo, giải quyết 360 việc làm mới.',
    citation: 'Đơn vị dẫn đầu phong trào thi đua năm 2026',
    state,
    refusalReason: null,
    decisionId: null,
    eligibility,
    opinion: null,
    version: 1,
    ...more,
  })
  const decision = {
    id: id(840),
    authorityUnitId: province.id,
    title: 'Về việc tặng Cờ thi đua năm 2026 cho đơn vị dẫn đầu khối thi đua',
    grounds:
      'Căn cứ Luật Thi đua, khen thưởng năm 2022;\nXét đề nghị của Hội đồng Thi đua, Khen thưởng tỉnh.',
    nominationIds: [id(830)],
    state: 'ISSUED',
    signerName: 'Trần Văn Ký',
    signerOffice: 'Chủ tịch Ủy ban nhân dân tỉnh',
    decidedOn: '2026-12-20',
    number: '2026/QĐ-UBND',
    issuedOn: '2026-12-21',
    version: 3,
  }
  const opinion = {
    id: id(845),
    councilUnitId: province.id,
    heldOn: '2026-12-15',
    minutesNumber: '15/BB-HĐTĐKT',
    present: 13,
    eligible: 15,
    votesFor: 12,
    votesAgainst: 1,
    conclusion: 'AGREE',
    departsFromCandidates: false,
    reason: null,
  }
  const document = {
    id: id(850),
    code: 'K7QM-2XWR-9HDT-4VNB',
    decisionId: decision.id,
    nominationId: id(830),
    recipientUnitId: winner.unitId,
    recipient: winner.unitName,
    awardName: rule.name,
    citation: 'Đơn vị dẫn đầu phong trào thi đua năm 2026',
    decidedBy: rule.decidedBy,
    signerName: decision.signerName,
    signerOffice: decision.signerOffice,
    decisionNumber: decision.number,
    decidedOn: decision.decidedOn,
    issuedOn: decision.issuedOn,
    checkUrl: '/check/K7QM-2XWR-9HDT-4VNB',
    invented: true,
    sha256: sha('document'),
  }
  const honour = (n, recipientText, more) => ({
    id: id(860 + n),
    registerUnitId: province.id,
    awardName: 'Cờ thi đua',
    awardId: null,
    recipientUnitId: null,
    recipientText,
    givenBy: 'UBND tỉnh',
    seasonId: null,
    givenOn: null,
    decisionNumber: null,
    decisionDate: null,
    documentId: null,
    provenance: 'IN_DOCUMENT',
    source: 'Báo cáo hội nghị tổng kết Khối thi đua các huyện, thị xã, thành phố tỉnh Hưng Yên, 29/05/2020',
    ...more,
  })
  Object.assign(world, {
    measured: {
      ...figures(cities),
      living,
      cities,
      recordClusterId: record.clusterId,
      members,
      indicators: INDICATORS,
      targets,
      agreements: members.map(({ unitId, unitName }) => ({ unitId, unitName, steps: [] })),
      sheetOfTargets: { seasonId: living.id, frozenAt: null, text: null, sha256: null, version: 1 },
      periods: [period],
      reports,
      files: new Map(),
      scoresheets: [sheet],
      selves: new Map(),
      rankings: [ranking],
      awards: [rule],
      nominations: [
        nomination(0, winner, 'DECIDED', { opinion, decisionId: decision.id }),
        nomination(1, members[3], 'SUBMITTED', {}),
        nomination(2, members[0], 'DRAFT', {
          eligibility: {
            ...eligibility,
            frozen: false,
            candidate: 'NOT_CANDIDATE',
            findings: eligibility.findings.map((f, i) => ({
              ...f,
              statement: null,
              declaredBy: null,
              ...(i === 0 ? { outcome: 'NOT_MET', why: 'DOES_NOT_LEAD_CLUSTER' } : {}),
            })),
          },
        }),
      ],
      decisions: [
        decision,
        {
          ...decision,
          id: id(841),
          title: 'Dự thảo tặng Bằng khen',
          state: 'DRAFT',
          number: null,
          issuedOn: null,
          decidedOn: null,
          signerName: null,
          signerOffice: null,
          nominationIds: [id(831)],
          version: 1,
        },
      ],
      documents: [document],
      honours: [
        honour(0, winner.unitName, {
          documentId: document.id,
          recipientUnitId: winner.unitId,
          awardName: rule.name,
          givenOn: '2026-12-21',
          decisionNumber: decision.number,
          decisionDate: decision.decidedOn,
          provenance: 'LIVE',
          source: null,
          givenBy: rule.decidedBy,
        }),
        honour(1, 'Huyện Văn Giang', {}),
        honour(2, 'Huyện Văn Lâm', {}),
        honour(3, 'Các đơn vị khác trong khối', { awardName: 'Bằng khen', givenBy: 'Chủ tịch UBND tỉnh' }),
      ],
    },
  })
}

const stateAt = (p, now) =>
  now < Date.parse(p.opensAt)
    ? 'UPCOMING'
    : now >= Date.parse(p.closesAt)
      ? 'CLOSED'
      : now > Date.parse(p.dueAt)
        ? 'GRACE'
        : 'OPEN'

export function measuredRoutes(world, { find, page, notFound, Refusal, invalid }) {
  const m = () => world().measured
  const READ = 'UNITS_READ'
  const version = (req, held) => {
    if (req.headers['if-match'] !== `"${held}"`)
      throw new Refusal(412, 'stale', 'Người khác đã sửa trước bạn')
  }
  const seenNumbers = (body, unitId) => {
    if (body.targetsSha256 !== numbersOf(unitId))
      throw new Refusal(412, 'stale', 'Số chỉ tiêu của đơn vị đã thay đổi kể từ lúc anh/chị xem')
  }
  const periodView = (p) => ({ ...p, state: stateAt(p, Date.now()), now: new Date().toISOString() })
  const filled = (r) => [...r.cells.values()].filter((c) => c.value !== null || c.notApplicable).length
  const line = (r) => {
    const p = periodView(m().periods[0])
    return {
      id: r.id,
      periodId: p.id,
      seasonId: p.seasonId,
      periodKind: p.kind,
      periodName: p.name,
      periodState: p.state,
      dueAt: p.dueAt,
      closesAt: p.closesAt,
      unitId: r.unitId,
      unitName: r.unitName,
      state: r.state,
      filled: filled(r),
      total: INDICATORS.length,
      submittedAt: r.submittedAt,
      daysLate: r.submittedAt ? 0 : null,
      version: r.version,
    }
  }
  const targetOf = (unitId, indicatorId) =>
    m().targets.find((t) => t.unitId === unitId && t.indicatorId === indicatorId)
  const agreementOf = (unitId) => m().agreements.find((one) => one.unitId === unitId)
  const ofUnit = (unitId) => m().targets.filter((one) => one.unitId === unitId)
  const numbersOf = (unitId) =>
    sha(
      JSON.stringify(
        ofUnit(unitId).map((t) => [t.indicatorId, t.assigned, t.registered, t.lastYear, t.unitOfMeasure]),
      ),
    )
  const agreementView = ({ unitId, unitName, steps }) => {
    const last = steps.at(-1)
    const byFreezing = m().sheetOfTargets.frozenAt !== null && last?.kind !== 'APPROVED'
    const turns = { PROPOSED: 'ABOVE', CHANGED: 'UNIT' }
    return {
      unitId,
      unitName,
      status: byFreezing ? 'APPROVED' : (last?.status ?? 'DRAFT'),
      last: last?.kind ?? null,
      turn: byFreezing ? null : (turns[last?.kind] ?? null),
      since: byFreezing ? m().sheetOfTargets.frozenAt : (last?.at ?? null),
      byFreezing,
      note: last?.note ?? null,
      lastByCaller: false,
      targets: ofUnit(unitId).length,
      targetsSha256: numbersOf(unitId),
      version: steps.length,
    }
  }
  const stepped = (one, kind, note) => {
    one.steps.push({
      version: one.steps.length + 1,
      kind,
      status: REACHES[kind],
      note: note ?? null,
      at: new Date().toISOString(),
      own: false,
      role: kind === 'PROPOSED' || kind === 'WITHDRAWN' ? 'UNIT_LEADER' : 'STANDING_OFFICER',
      roleUnitName: one.unitName,
      targets: ofUnit(one.unitId).map((t) => ({
        indicatorId: t.indicatorId,
        code: t.indicatorCode,
        name: t.indicatorName,
        valueKind: t.valueKind,
        unitOfMeasure: t.unitOfMeasure,
        assigned: t.assigned,
        registered: t.registered,
        lastYear: t.lastYear,
        h1Assigned: null,
        h1Registered: null,
        m9Assigned: null,
        m9Registered: null,
        items: t.items,
      })),
    })
    return one
  }
  const row = (r, one) => {
    const { verified, history, ...cell } = r.cells.get(one.id)
    const target = targetOf(r.unitId, one.id)
    return {
      indicatorId: one.id,
      code: one.code,
      name: one.name,
      unitOfMeasure: one.unitOfMeasure,
      valueKind: one.valueKind,
      direction: one.direction,
      decimals: one.decimals,
      evidenceRequired: one.evidenceRequired,
      assigned: target.assigned,
      registered: target.registered,
      lastYear: target.lastYear,
      lastValue: null,
      limit: LIMITS[one.code] ?? null,
      furtherUnits: furtherOf(one),
      formula: one.formula,
      items: target.items,
      year: null,
      first: target.first,
      lastActual: null,
      cell,
      percentOfPlan: cell.value === null ? null : percentOf(target, cell.value, one),
      verified,
      verifiedPercentOfPlan: verified ? percentOf(target, verified.value, one) : null,
    }
  }
  const grid = (r) => ({
    report: line(r),
    writable: ['SUBMITTED', 'ACCEPTED'].includes(r.state)
      ? 'NOT_WITH_UNIT'
      : ({ UPCOMING: 'NOT_OPEN_YET', CLOSED: 'CLOSED' }[stateAt(m().periods[0], Date.now())] ?? 'YES'),
    returnedBecause: r.returnedBecause,
    openUntil: null,
    rows: INDICATORS.map((one) => row(r, one)),
  })
  const report = (match) => find(m().reports, match[1])
  const wrong = (one, body) => {
    const decimals = `${body.value ?? ''}`.split('.')[1]?.length ?? 0
    if (decimals > one.decimals)
      return { pointer: '/value', code: 'decimals', detail: `Chỉ nhận ${one.decimals} số lẻ` }
    if (body.value !== null && body.value < 0)
      return { pointer: '/value', code: 'not-negative', detail: 'Không được âm' }
    return null
  }
  const write = (r, one, body, who) => {
    const cell = r.cells.get(one.id)
    const at = new Date().toISOString()
    const evidence = body.evidence ?? cell.evidence.map((e) => e.id)
    const explanation = body.explanation ?? (body.withoutExplanation === false ? cell.explanation : null)
    cell.history.push({
      kind: 'REVISION',
      id: randomUUID(),
      version: cell.version + 1,
      value: body.value,
      typed: null,
      qualifier: body.qualifier ?? null,
      reached: body.reached ?? null,
      computation: null,
      notApplicable: body.notApplicable,
      text: explanation,
      evidence,
      at,
      actor: who.subject,
      mandateId: id(1),
      role: 'UNIT_OFFICER',
      roleUnitName: r.unitName,
    })
    const unit = one.units.find(({ name }) => name === body.unitOfMeasure)
    Object.assign(cell, {
      value: unit && body.value !== null ? (body.value * unit.numerator) / unit.denominator : body.value,
      typed: unit && body.value !== null ? { value: body.value, unitOfMeasure: unit.name } : null,
      qualifier: body.qualifier ?? null,
      reached: body.reached ?? (body.value === cell.value ? cell.reached : null),
      notApplicable: body.notApplicable,
      actuality: body.actuality ?? cell.actuality,
      explanation,
      evidence: evidence.map((f) => m().files.get(f) ?? cell.evidence.find((e) => e.id === f)),
      version: cell.version + 1,
      changedAt: at,
      changedBy: who.subject,
    })
    if (r.state === 'NOT_STARTED') r.state = 'IN_WORK'
    return cell
  }
  /** What becomes of one cell of a block: as the service judges it. */
  const judged = (r, body, who) => {
    const one = m().indicators.find((each) => each.id === body.indicatorId)
    const told = (outcome, errors = []) => {
      const shown = one && row(r, one)
      return {
        indicatorId: body.indicatorId,
        outcome,
        errors,
        cell: shown?.cell ?? null,
        percentOfPlan: shown?.percentOfPlan ?? null,
      }
    }
    if (!one) return told('REFUSED', [{ pointer: '/indicatorId', code: 'not-found', detail: 'Không có' }])
    const error = wrong(one, body)
    if (error) return told('REFUSED', [error])
    const cell = r.cells.get(one.id)
    const wanted = {
      ...body,
      withoutExplanation: body.withoutExplanation ?? false,
    }
    const same =
      cell.value === body.value &&
      cell.notApplicable === body.notApplicable &&
      (wanted.withoutExplanation
        ? cell.explanation === null
        : (body.explanation ?? cell.explanation) === cell.explanation)
    if (same) return told('UNCHANGED')
    if (cell.version !== body.version) return told('STALE')
    write(r, one, wanted, who)
    return told('SAVED')
  }
  const counted = (results) => ({
    saved: results.filter((one) => one.outcome === 'SAVED').length,
    unchanged: results.filter((one) => one.outcome === 'UNCHANGED').length,
    stale: results.filter((one) => one.outcome === 'STALE').length,
    refused: results.filter((one) => one.outcome === 'REFUSED').length,
    results,
  })
  const clusterGrid = () => {
    const p = periodView(m().periods[0])
    const columnOf = (one) => ({
      id: one.id,
      code: one.code,
      name: one.name,
      unitOfMeasure: one.unitOfMeasure,
      valueKind: one.valueKind,
      direction: one.direction,
      decimals: one.decimals,
      evidenceRequired: one.evidenceRequired,
      limit: LIMITS[one.code] ?? null,
      furtherUnits: furtherOf(one),
      formula: one.formula,
    })
    return {
      periodId: p.id,
      seasonId: p.seasonId,
      name: p.name,
      state: p.state,
      now: p.now,
      dueAt: p.dueAt,
      closesAt: p.closesAt,
      indicators: m().indicators.map(columnOf),
      units: m().reports.map((r) => ({
        report: line(r),
        unitCode: m().members.find((one) => one.unitId === r.unitId).unitCode,
        writable: grid(r).writable,
        cells: m().indicators.map((one) => {
          const shown = row(r, one)
          return {
            indicatorId: one.id,
            version: shown.cell.version,
            value: shown.cell.value,
            typed: shown.cell.typed ?? null,
            qualifier: shown.cell.qualifier,
            notApplicable: shown.cell.notApplicable,
            actuality: shown.cell.actuality,
            target: shown.registered ?? shown.assigned,
            lastYear: shown.lastYear,
            percent: shown.percentOfPlan?.percent ?? null,
            verified: shown.verified?.value ?? null,
            unitOfMeasure: null,
            explained: shown.cell.explanation !== null,
            evidence: shown.cell.evidence.length,
            named: shown.items.length > 0,
          }
        }),
      })),
    }
  }
  const touched = (r, state) => Object.assign(r, { state, version: r.version + 1 })
  const trace = (points, criterion) => ({
    inputs: [
      { name: 'value', value: 12830, id: null },
      { name: 'plan', value: 12500, id: null },
      { name: 'origin', value: null, id: 'VERIFIED' },
      { name: 'REPORT', value: null, id: m().reports[1].id },
      { name: 'CELL', value: null, id: randomUUID() },
      { name: 'VERIFICATION', value: null, id: randomUUID() },
      { name: 'TARGET', value: null, id: randomUUID() },
    ],
    formula: {
      vi: `Điểm = ${criterion.maximum} × 102,64 ÷ 100`,
      en: `Points = ${criterion.maximum} × 102.64 ÷ 100`,
    },
    steps: [
      {
        words: { vi: '% kế hoạch = 12830 ÷ 12500 × 100', en: '% of plan = 12830 ÷ 12500 × 100' },
        value: 102.64,
      },
      { words: { vi: 'làm tròn 2 số lẻ', en: 'rounded to 2 decimals' }, value: points },
    ],
  })
  const score = (sheetId, unitId) => {
    const sheet = find(m().scoresheets, sheetId)
    const criteria = sheet.groups.flatMap((group) =>
      group.criteria.map((criterion, i) => {
        const points = Number(
          (criterion.maximum * (0.9 + ((i * 3 + unitId.charCodeAt(35)) % 10) / 100)).toFixed(2),
        )
        const self = m().selves.get(`${sheetId}${unitId}${criterion.code}`) ?? null
        return {
          code: criterion.code,
          groupCode: group.code,
          name: criterion.name,
          kind: criterion.rule.type === 'BONUS' ? 'BONUS' : 'BASE',
          maximum: criterion.maximum,
          indicatorId: criterion.indicatorId,
          state: 'SCORED',
          reported: 12900,
          verified: i === 0 ? 12830 : null,
          self,
          assessment: null,
          points,
          trace: trace(points, criterion),
        }
      }),
    )
    const total = Number(criteria.reduce((sum, c) => sum + c.points, 0).toFixed(2))
    const selves = criteria.filter((c) => c.self)
    return {
      scoresheetId: sheetId,
      unitId,
      sheetSha256: sheet.sha256,
      factsSha256: sha(unitId),
      maximum: sheet.maximum,
      total,
      selfTotal: selves.length ? selves.reduce((sum, c) => sum + c.self.points, 0) : null,
      groups: sheet.groups.map((g) => ({
        code: g.code,
        points: Number(
          criteria
            .filter((c) => c.groupCode === g.code)
            .reduce((s, c) => s + c.points, 0)
            .toFixed(2),
        ),
      })),
      criteria,
      adjustments: [
        {
          reason: 'BONUS_POOL',
          groupCode: 'I',
          points: -0.5,
          words: { vi: 'Điểm thưởng không quá 5', en: 'Bonus at most 5' },
        },
      ],
    }
  }
  const doc = (match) => find(m().documents, match[1])
  const nomination = (match) => find(m().nominations, match[1])
  const decision = (match) => find(m().decisions, match[1])
  const moved = (thing, next) => Object.assign(thing, next, { version: thing.version + 1 })
  return [
    ['GET', /^seasons$/, READ, ({ q }) => page(world().seasons, q)],
    ['GET', /^seasons\/([^/]+)$/, READ, ({ m: x }) => find(world().seasons, x[1])],
    [
      'GET',
      /^clusters\/([^/]+)\/members$/,
      READ,
      ({ m: x }) =>
        all(
          x[1] === m().recordClusterId
            ? m().cities.map((c) => ({ ...c, id: c.unitId, from: '2016-01-01', to: null }))
            : m().members,
        ),
    ],
    [
      'GET',
      /^indicators$/,
      READ,
      ({ q }) =>
        page(
          m().indicators.filter((one) => one.name.toLowerCase().includes((q.get('q') ?? '').toLowerCase())),
          q,
        ),
    ],
    [
      'POST',
      /^indicators$/,
      READ,
      ({ body }) => {
        const made = {
          id: randomUUID(),
          version: 1,
          ...body,
          units: body.units ?? [],
          formula: body.formula || null,
        }
        m().indicators.push(made)
        return made
      },
    ],
    ['GET', /^indicators\/([^/]+)$/, READ, ({ m: x }) => find(m().indicators, x[1])],
    [
      'PUT',
      /^indicators\/([^/]+)$/,
      READ,
      ({ m: x, body, req }) => {
        const one = find(m().indicators, x[1])
        version(req, one.version)
        return moved(one, { ...body, formula: body.formula || null })
      },
    ],
    [
      'GET',
      /^targets$/,
      READ,
      ({ q }) =>
        page(
          m().targets.filter(
            (t) => q.get('seasonId') === m().living.id && (!q.get('unitId') || t.unitId === q.get('unitId')),
          ),
          q,
        ),
    ],
    ['GET', /^targets\/([^/]+)$/, READ, () => ({ ...m().sheetOfTargets, targets: m().targets.length })],
    [
      'PUT',
      /^targets\/([^/]+)\/([^/]+)\/([^/]+)$/,
      READ,
      ({ m: x, body, req }) => {
        const target = targetOf(x[2], x[3])
        version(req, target?.version ?? 0)
        return moved(target, body)
      },
    ],
    ['GET', /^targets\/([^/]+)\/agreements$/, READ, () => all(m().agreements.map(agreementView))],
    [
      'GET',
      /^targets\/([^/]+)\/agreements\/([^/]+)\/steps$/,
      READ,
      ({ m: x }) => all([...agreementOf(x[2]).steps].reverse()),
    ],
    [
      'POST',
      /^targets\/([^/]+)\/agreements\/([^/]+)\/(proposal|withdrawal|consent|return|reopening)$/,
      READ,
      ({ m: x, body, req }) => {
        const one = agreementOf(x[2])
        version(req, one.steps.length)
        if (['proposal', 'consent'].includes(x[3])) seenNumbers(body, x[2])
        return agreementView(stepped(one, STEPS[x[3]], body.reason ?? body.note))
      },
    ],
    [
      'POST',
      /^targets\/([^/]+)\/agreements\/approvals$/,
      READ,
      ({ body }) =>
        all(body.units.map(({ unitId }) => agreementView(stepped(agreementOf(unitId), 'APPROVED', null)))),
    ],
    [
      'POST',
      /^targets\/([^/]+)\/freeze$/,
      READ,
      () => {
        const text = m()
          .targets.map((t) => `${t.unitName} | ${t.indicatorCode} | ${t.assigned} | ${t.registered}`)
          .join('\n')
        return Object.assign(m().sheetOfTargets, {
          text,
          sha256: sha(text),
          frozenAt: new Date().toISOString(),
          version: 2,
        })
      },
    ],
    [
      'GET',
      /^periods$/,
      READ,
      ({ q }) => all(q.get('seasonId') === m().living.id ? m().periods.map(periodView) : []),
    ],
    ['GET', /^periods\/([^/]+)$/, READ, ({ m: x }) => periodView(find(m().periods, x[1]))],
    [
      'PUT',
      /^periods\/([^/]+)$/,
      READ,
      ({ m: x, body, req }) => {
        const p = find(m().periods, x[1])
        version(req, p.version)
        const { reason: _, ...rest } = body
        return periodView(moved(p, rest))
      },
    ],
    ['GET', /^reports$/, READ, ({ q }) => page(m().reports.map(line), q)],
    [
      'POST',
      /^reports$/,
      READ,
      ({ body }) => {
        const r = m().reports.find((one) => one.unitId === body.unitId)
        r.id ??= randomUUID()
        return grid(r)
      },
    ],
    ['GET', /^reports\/([^/]+)$/, READ, ({ m: x }) => grid(report(x))],
    [
      'PUT',
      /^reports\/([^/]+)\/cells\/([^/]+)$/,
      READ,
      ({ m: x, body, req, who }) => {
        const r = report(x)
        const one = find(m().indicators, x[2])
        version(req, r.cells.get(one.id).version)
        const error = wrong(one, body)
        if (error) throw invalid([error.pointer, error.detail])
        const cell = write(r, one, body, who)
        return {
          indicatorId: one.id,
          version: cell.version,
          revisionId: randomUUID(),
          value: cell.value,
          notApplicable: cell.notApplicable,
          actuality: cell.actuality,
          explanation: cell.explanation,
          evidence: cell.evidence.map((f) => f.id),
          changedAt: cell.changedAt,
          percentOfPlan: row(r, one).percentOfPlan,
        }
      },
    ],
    [
      'POST',
      /^reports\/([^/]+)\/cells$/,
      READ,
      ({ m: x, body, who }) => counted(body.cells.map((one) => judged(report(x), one, who))),
    ],
    [
      'POST',
      /^reports\/([^/]+)\/sheet$/,
      READ,
      ({ q }) => ({
        mode: q.get('mode'),
        applied: q.get('mode') !== 'DRY_RUN',
        rows: INDICATORS.length,
        saved: 3,
        unchanged: INDICATORS.length - 4,
        stale: 0,
        refused: 1,
        errors: [{ row: 7, column: 'Thực hiện', code: 'decimals', detail: 'Chỉ nhận 0 số lẻ' }],
      }),
    ],
    // For trying two people at once: somebody else writes a cell.
    [
      'POST',
      /^mock\/reports\/([^/]+)\/cells\/([^/]+)$/,
      READ,
      ({ m: x, body }) =>
        write(
          report(x),
          m().indicators.find((one) => one.code === x[2]),
          { notApplicable: false, withoutExplanation: false, ...body },
          { subject: 'somebody-else' },
        ) && { done: true },
    ],
    ['GET', /^periods\/([^/]+)\/grid$/, READ, clusterGrid],
    [
      'GET',
      /^reports\/([^/]+)\/cells\/([^/]+)\/history$/,
      READ,
      ({ m: x }) => report(x).cells.get(x[2]).history,
    ],
    // The stand-in has no checks of its own.
    [
      'GET',
      /^reports\/([^/]+)\/checks$/,
      READ,
      ({ m: x }) => report(x) && { ready: true, errors: 0, warnings: 0, unexplained: 0, findings: [] },
    ],
    [
      'POST',
      /^reports\/([^/]+)\/submission$/,
      READ,
      ({ m: x }) =>
        grid(Object.assign(touched(report(x), 'SUBMITTED'), { submittedAt: new Date().toISOString() })),
    ],
    ['POST', /^reports\/([^/]+)\/acceptance$/, READ, ({ m: x }) => grid(touched(report(x), 'ACCEPTED'))],
    [
      'POST',
      /^reports\/([^/]+)\/return$/,
      READ,
      ({ m: x, body }) =>
        grid(Object.assign(touched(report(x), 'RETURNED'), { returnedBecause: body.reason })),
    ],
    [
      'POST',
      /^reports\/([^/]+)\/verifications$/,
      READ,
      ({ m: x, body, who }) => {
        const r = report(x)
        const one = find(m().indicators, body.indicatorId)
        const cell = r.cells.get(one.id)
        if (body.value !== cell.value && !body.reason)
          throw invalid(['/reason', 'Cần lý do khi số khác báo cáo'])
        cell.verified = {
          id: randomUUID(),
          value: body.value,
          reason: body.reason,
          at: new Date().toISOString(),
          by: who.subject,
        }
        cell.history.push({
          kind: 'VERIFICATION',
          id: randomUUID(),
          version: cell.version,
          value: body.value,
          notApplicable: false,
          text: body.reason,
          evidence: [],
          at: cell.verified.at,
          actor: who.subject,
          mandateId: id(1),
          role: 'VERIFIER',
          roleUnitName: 'Sở Tài chính',
        })
        return row(r, one)
      },
    ],
    [
      'POST',
      /^files\/indicator$/,
      READ,
      ({ q, raw }) => {
        const file = {
          id: randomUUID(),
          name: q.get('name'),
          contentType: 'application/octet-stream',
          size: raw.length,
        }
        m().files.set(file.id, file)
        return { id: file.id, sha256: sha(raw), size: raw.length }
      },
    ],
    [
      'GET',
      /^figures$/,
      READ,
      () => all([...m().quotes].map(([figureId, quote]) => ({ id: figureId, quote }))),
    ],
    [
      'GET',
      /^digests$/,
      READ,
      ({ q }) => {
        const at = q.get('threshold') === null ? null : Number(q.get('threshold'))
        const known = q.get('seasonId') === id(900) && q.get('periodKind') === 'H1'
        return {
          seasonId: q.get('seasonId'),
          periodKind: q.get('periodKind'),
          mode: 'RECORDED',
          memberCount: 5,
          shown: 'ALL',
          indicators: known
            ? m().indicatorsOfRecord.map((one) => ({
                ...one,
                series: one.series.map((s) => ({
                  ...s,
                  reached:
                    at === null
                      ? null
                      : {
                          threshold: at,
                          unitIds: s.leaders.filter((l) => l.value >= at).map((l) => l.unitId),
                          unclear: s.leaders
                            .filter((l) => l.value < at && l.qualifier === 'ABOVE')
                            .map((l) => l.unitId),
                          known: s.leaders.length,
                          members: 5,
                        },
                })),
              }))
            : [],
        }
      },
    ],
    [
      'GET',
      /^scoresheets$/,
      READ,
      ({ q }) => all(m().scoresheets.filter((s) => s.seasonId === q.get('seasonId'))),
    ],
    ['GET', /^scoresheets\/([^/]+)$/, READ, ({ m: x }) => find(m().scoresheets, x[1])],
    [
      'POST',
      /^scoresheets\/([^/]+)\/freeze$/,
      READ,
      ({ m: x }) =>
        moved(find(m().scoresheets, x[1]), { status: 'FROZEN', frozenAt: new Date().toISOString() }),
    ],
    ['GET', /^scores$/, READ, ({ q }) => score(q.get('scoresheetId'), q.get('unitId'))],
    [
      'PUT',
      /^scores\/([^/]+)\/([^/]+)\/([^/]+)\/self$/,
      READ,
      ({ m: x, body, req }) => {
        const key = x[1] + x[2] + x[3]
        const held = m().selves.get(key)
        version(req, held?.revision ?? 0)
        const revision = (held?.revision ?? 0) + 1
        m().selves.set(key, { ...body, revision, givenAt: new Date().toISOString() })
        return { revision }
      },
    ],
    ['GET', /^rankings$/, READ, ({ q }) => all(m().rankings.filter((r) => r.seasonId === q.get('seasonId')))],
    [
      'POST',
      /^rankings$/,
      READ,
      () => {
        const made = {
          ...m().rankings[0],
          id: randomUUID(),
          status: 'PROVISIONAL',
          publishedAt: null,
          computedAt: new Date().toISOString(),
          version: 1,
        }
        m().rankings.push(made)
        return made
      },
    ],
    ['GET', /^rankings\/([^/]+)$/, READ, ({ m: x }) => find(m().rankings, x[1])],
    [
      'GET',
      /^rankings\/([^/]+)\/scores\/([^/]+)$/,
      READ,
      ({ m: x }) => {
        const { criteria, ...rest } = score(find(m().rankings, x[1]).scoresheetId, x[2])
        return {
          unitId: rest.unitId,
          total: rest.total,
          groups: rest.groups,
          adjustments: rest.adjustments,
          criteria: criteria.map(({ code, groupCode, kind, state, points, trace: why }) => ({
            code,
            groupCode,
            kind,
            state,
            points,
            trace: why,
          })),
        }
      },
    ],
    [
      'POST',
      /^rankings\/([^/]+)\/publication$/,
      READ,
      ({ m: x, body }) => {
        if (body.confirm !== m().living.name) throw invalid(['/confirm', 'Chưa khớp tên mùa thi đua'])
        return moved(find(m().rankings, x[1]), { status: 'PUBLISHED', publishedAt: new Date().toISOString() })
      },
    ],
    ['GET', /^awards$/, READ, ({ q }) => page(m().awards, q)],
    ['GET', /^awards\/([^/]+)$/, READ, ({ m: x }) => find(m().awards, x[1])],
    [
      'PUT',
      /^awards\/([^/]+)$/,
      READ,
      ({ m: x, body, req }) => {
        const rule = find(m().awards, x[1])
        version(req, rule.version)
        return moved(rule, body)
      },
    ],
    [
      'GET',
      /^candidates$/,
      READ,
      ({ q }) => ({
        seasonId: q.get('seasonId'),
        rule: 'ELECTED',
        why: 'ELECTED_BY_BALLOT',
        electionId: null,
        rankingId: m().rankings[0].id,
        scoresheetId: m().scoresheets[0].id,
        items: [{ unitId: m().members[1].unitId, unitName: m().members[1].unitName }],
        next: null,
      }),
    ],
    [
      'GET',
      /^nominations$/,
      READ,
      ({ q }) =>
        page(
          m().nominations.filter((n) => !q.get('state') || n.state === q.get('state')),
          q,
        ),
    ],
    ['GET', /^nominations\/([^/]+)$/, READ, ({ m: x }) => nomination(x)],
    [
      'POST',
      /^nominations\/([^/]+)\/submission$/,
      READ,
      ({ m: x }) => moved(nomination(x), { state: 'SUBMITTED' }),
    ],
    [
      'POST',
      /^nominations\/([^/]+)\/opinions$/,
      READ,
      ({ m: x, body }) =>
        moved(nomination(x), { state: 'OPINION_GIVEN', opinion: { id: randomUUID(), ...body } }),
    ],
    ['GET', /^decisions$/, READ, ({ q }) => page(m().decisions, q)],
    ['GET', /^decisions\/([^/]+)$/, READ, ({ m: x }) => decision(x)],
    [
      'POST',
      /^decisions\/([^/]+)\/signature$/,
      READ,
      ({ m: x, body }) =>
        moved(decision(x), {
          state: 'SIGNED',
          signerName: body.signerName,
          signerOffice: body.signerOffice,
          decidedOn: body.signedOn,
        }),
    ],
    [
      'POST',
      /^decisions\/([^/]+)\/number$/,
      READ,
      ({ m: x, body }) =>
        moved(decision(x), {
          state: 'ISSUED',
          number: body.number,
          issuedOn: new Date().toISOString().slice(0, 10),
        }),
    ],
    [
      'GET',
      /^honours$/,
      READ,
      ({ q }) =>
        page(
          m().honours.filter(
            (h) =>
              h.recipientText.toLowerCase().includes((q.get('q') ?? '').toLowerCase()) &&
              (!q.get('unitId') || h.recipientUnitId === q.get('unitId')),
          ),
          q,
        ),
    ],
    ['GET', /^honours\/predecessors$/, READ, ({ q }) => page([], q)],
    [
      'GET',
      /^award-documents$/,
      READ,
      ({ q }) =>
        page(
          m().documents.filter((d) => !q.get('decisionId') || d.decisionId === q.get('decisionId')),
          q,
        ),
    ],
    ['GET', /^award-documents\/([^/]+)$/, READ, ({ m: x }) => doc(x)],
    [
      'GET',
      /^award-documents\/([^/]+)\/revocation$/,
      READ,
      () => {
        throw notFound()
      },
    ],
    [
      'GET',
      /^award-documents\/([^/]+)\/trail$/,
      READ,
      ({ m: x }) => {
        const d = doc(x)
        const n = find(m().nominations, d.nominationId)
        return {
          documentId: d.id,
          honourId: m().honours[0].id,
          decision: {
            id: d.decisionId,
            number: d.decisionNumber,
            decidedOn: d.decidedOn,
            issuedOn: d.issuedOn,
            authorityUnitId: world().units[0].id,
          },
          nomination: {
            id: n.id,
            awardId: n.awardId,
            awardVersion: 1,
            ruleSource: n.eligibility.source,
            ruleVerified: false,
            submittedAt: '2026-12-10T02:00:00Z',
          },
          opinion: {
            id: n.opinion.id,
            councilUnitId: n.opinion.councilUnitId,
            heldOn: n.opinion.heldOn,
            minutesNumber: n.opinion.minutesNumber,
            conclusion: 'AGREE',
            departsFromCandidates: false,
            reason: null,
          },
          candidate: {
            standing: 'CANDIDATE',
            rule: 'ELECTED',
            why: 'ELECTED_BY_BALLOT',
            electionId: n.eligibility.electionId,
            rankingId: m().rankings[0].id,
            scoresheetId: m().scoresheets[0].id,
          },
          seasonId: m().living.id,
          clusterId: m().living.clusterId,
          unitId: d.recipientUnitId,
        }
      },
    ],
  ]
}

/** What is answered to anybody, logged in or not. */
export function publicAnswer(world, path) {
  if (path === 'public/datasets') return { items: [openDataset(world)], next: null }
  const [, open, part] = /^public\/datasets\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? []
  if (open) return openAnswer(world, open, part)
  const code = /^public\/award-documents\/(.+)$/.exec(path)?.[1]
  if (code === undefined) return undefined
  const wanted = decodeURIComponent(code)
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase()
  const d = world.measured.documents.find((one) => one.code.replace(/-/g, '') === wanted)
  if (!d) return null
  const { recipient, awardName, decidedBy, decisionNumber, decidedOn, issuedOn, invented, sha256 } = d
  return {
    code: d.code,
    recipient,
    awardName,
    decidedBy,
    decisionNumber,
    decidedOn,
    issuedOn,
    revoked: false,
    invented,
    sha256,
  }
}

/** The season that is lived, as it would be described were its regulation to make results public. */
function openDataset(world) {
  const { living, rankings, scoresheets } = world.measured
  return {
    id: living.id,
    title: `Kết quả thi đua - ${living.clusterName} - ${living.name}`,
    publisher: 'Ủy ban nhân dân tỉnh An Bình',
    publisherCode: 'AB',
    cluster: living.clusterName,
    clusterKind: 'REGIONAL',
    season: living.name,
    from: living.from,
    until: living.until,
    issuedAt: rankings[0].publishedAt ?? rankings[0].computedAt,
    scoresheet: scoresheets[0].title,
    invented: true,
    periodKind: 'YEAR',
    rankingId: rankings[0].id,
    sheetSha256: rankings[0].sheetSha256,
    factsSha256: rankings[0].factsSha256,
    resultSha256: rankings[0].resultSha256,
    distributions: [],
  }
}

function openAnswer(world, id, part) {
  const { living, rankings, scoresheets, members } = world.measured
  if (id !== living.id) return null
  const dataset = openDataset(world)
  const unit = (unitId) => {
    const { unitCode, unitName } = members.find((one) => one.unitId === unitId)
    return { unitCode, unitName, parentCode: 'AB', placeCode: null }
  }
  if (part === undefined) return dataset
  if (part === 'ranking') {
    return {
      dataset,
      contentSha256: rankings[0].resultSha256,
      groups: scoresheets[0].groups.map(({ code, name, maximum, bonusMaximum = 0 }) => ({
        code,
        name,
        maximum,
        bonusMaximum,
      })),
      rows: rankings[0].rows.map(({ unitId, rank, total, scored, unscored, byGroup }) => ({
        ...unit(unitId),
        rank,
        total,
        scored,
        unscored,
        grade: rank < 4 ? 'A' : 'B',
        gradeName: rank < 4 ? 'Xuất sắc' : 'Tốt',
        gradeNeedsVote: rank === 1,
        byGroup,
      })),
    }
  }
  return {
    dataset,
    items: members.map(({ unitId }, n) => ({
      ...unit(unitId),
      indicatorCode: 'KX-01',
      indicatorName: 'Thu ngân sách trên địa bàn',
      unitOfMeasure: 'tỷ đồng',
      valueKind: 'QUANTITY',
      direction: 'RAISE',
      value: 49.6 + n,
      level: null,
      qualifier: n === 1 ? 'ABOUT' : null,
      actuality: 'ACTUAL',
      target: 48,
      percentOfPlan: Number((((49.6 + n) / 48) * 100).toFixed(2)),
    })),
    next: null,
  }
}
