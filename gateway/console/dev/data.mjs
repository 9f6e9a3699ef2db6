// Invented content for the development server: one province, its communes, departments, schools and people.
import { randomUUID } from 'node:crypto'

const id = (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const fold = (text) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase()

/** Nothing is known of an office. */
export const NO_OFFICE = { agencyCode: null, budgetCode: null, address: null, phone: null, email: null }

let serial = 100
function unit(code, name, kind, level, parent, shortName = null) {
  const parentId = parent?.id ?? null
  return {
    id: id(serial++),
    code,
    name,
    shortName,
    nameEn: null,
    formalName: null,
    ...NO_OFFICE,
    kind,
    level,
    parentId,
    parentName: parent?.name ?? null,
    validFrom: '2025-07-01',
    validTo: null,
    version: 1,
  }
}

export function newWorld() {
  serial = 100
  const province = unit(
    'TINH',
    'Ủy ban nhân dân tỉnh Sơn Hải',
    'ADMINISTRATION',
    'PROVINCE',
    null,
    'UBND tỉnh Sơn Hải',
  )
  const departments = [
    ['SNV', 'Sở Nội vụ'],
    ['STC', 'Sở Tài chính'],
    ['SYT', 'Sở Y tế'],
    ['SGDDT', 'Sở Giáo dục và Đào tạo'],
    ['SNNMT', 'Sở Nông nghiệp và Môi trường'],
    ['SKHCN', 'Sở Khoa học và Công nghệ'],
    ['SCT', 'Sở Công Thương'],
  ].map(([code, name]) => unit(code, name, 'DEPARTMENT', 'PROVINCE', province))
  const communes = [
    'Phường An Bình',
    'Phường Hải Châu',
    'Phường Đông Sơn',
    'Xã Tân Phú',
    'Xã Đắk Nông',
    'Xã Trường Thịnh',
    'Xã Yên Mỹ',
    'Xã Quảng Lộc',
    'Đặc khu Hòn Ngọc',
  ]
    .concat(Array.from({ length: 56 }, (_, i) => `Xã Thạnh Hưng ${i + 1}`))
    .map((name, i) =>
      unit(`XA${String(i + 1).padStart(3, '0')}`, name, 'ADMINISTRATION', 'COMMUNE', province),
    )
  const schools = ['Trường THPT chuyên Lê Quý Đôn', 'Trường THPT Nguyễn Huệ', 'Trường THPT Trần Phú'].map(
    (name, i) => unit(`TH${i + 1}`, name, 'SCHOOL', 'NONE', departments[3]),
  )
  const primary = unit('TH9', 'Trường Tiểu học An Bình', 'SCHOOL', 'NONE', communes[0])
  const units = [province, ...departments, ...communes, ...schools, primary]

  const names = [
    'Nguyễn Quản Trị',
    'Trần Thị Sở',
    'Lê Văn Xã',
    'Phạm Thị Lãnh Đạo',
    'Hoàng Thanh Tra',
    'Võ Kiêm Nhiệm',
    'Đặng Khách',
  ]
  const logins = ['quantri', 'canbo.snv', 'canbo.xa', 'lanhdao.xa', 'thanhtra', 'kiemnhiem', 'khachmoi']
  const homes = [departments[0], departments[0], communes[0], communes[0], province, communes[1], communes[2]]
  const people = names.map((name, i) => ({
    id: id(20 + i),
    name,
    email: `${logins[i]}@sonhai.example`,
    phone: `0900 000 00${i + 1}`,
    unitId: homes[i].id,
    account: { subject: id(i + 1) },
    erased: false,
    version: 1,
  }))
  const mandate = (person, home, role, scope, more = {}) => ({
    id: id(serial++),
    personId: person?.id ?? null,
    personName: person?.name ?? null,
    clientId: null,
    unitId: home.id,
    unitName: home.name,
    role,
    scope,
    validFrom: '2026-01-01',
    validTo: '2030-12-31',
    withdrawnAt: null,
    reason: null,
    version: 1,
    ...more,
  })
  const mandates = [
    mandate(people[0], province, 'ADMINISTRATOR', 'SUBTREE', { validTo: null }),
    mandate(people[1], province, 'STANDING_OFFICER', 'SUBTREE'),
    mandate(people[2], communes[0], 'UNIT_OFFICER', 'SUBTREE'),
    mandate(people[3], communes[0], 'UNIT_LEADER', 'SUBTREE'),
    mandate(people[4], province, 'AUDITOR', 'SUBTREE'),
    mandate(people[5], communes[1], 'UNIT_OFFICER', 'UNIT'),
    mandate(people[5], departments[1], 'VERIFIER', 'SUBTREE'),
    mandate(people[5], departments[2], 'CLERK', 'UNIT', { validFrom: '2031-01-01', validTo: null }),
    mandate(people[2], communes[2], 'UNIT_OFFICER', 'UNIT', {
      validFrom: '2025-07-01',
      validTo: '2025-12-31',
    }),
    mandate(people[3], communes[3], 'COUNCIL_MEMBER', 'UNIT', {
      withdrawnAt: '2026-09-03T02:14:00Z',
      reason: 'Chuyển công tác',
    }),
    mandate(null, departments[1], 'AGENCY', 'SUBTREE', { clientId: 'he-thong-so-tai-chinh' }),
  ]
  const states = new Map(units.map((u) => [u.id, [stateOf(u)]]))
  return { units, people, mandates, states, audit: [], logins, down: new Set(), replicas: new Map() }
}

export function stateOf(unit) {
  const { validFrom: from, validTo: to, name, shortName, nameEn, formalName, parentId } = unit
  return { from, to, name, shortName, nameEn, formalName, parentId }
}

const GIVES = {
  ADMINISTRATOR: [
    'UNITS_READ',
    'UNITS_WRITE',
    'PEOPLE_READ',
    'PEOPLE_WRITE',
    'MANDATES_READ',
    'MANDATES_WRITE',
    'CLUSTERS_READ',
    'CLUSTERS_WRITE',
    'MOVEMENTS_WRITE',
    'AUDIT_READ',
  ],
  STANDING_OFFICER: [
    'UNITS_READ',
    'UNITS_WRITE',
    'PEOPLE_READ',
    'MANDATES_READ',
    'CLUSTERS_READ',
    'CLUSTERS_WRITE',
    'ELECTIONS_RUN',
    'MOVEMENTS_WRITE',
  ],
  AUDITOR: ['UNITS_READ', 'PEOPLE_READ', 'MANDATES_READ', 'CLUSTERS_READ', 'AUDIT_READ'],
  UNIT_OFFICER: [
    'UNITS_READ',
    'PEOPLE_READ',
    'CLUSTERS_READ',
    'SEASONS_LEAD',
    'MOVEMENTS_WRITE',
    'MOVEMENTS_JOIN',
  ],
  UNIT_LEADER: [
    'UNITS_READ',
    'PEOPLE_READ',
    'MANDATES_READ',
    'CLUSTERS_READ',
    'SEASONS_LEAD',
    'MOVEMENTS_WRITE',
    'MOVEMENTS_JOIN',
    'BALLOTS_CAST',
    'COMPACTS_SIGN',
  ],
}

export function meOf(world, login, actingAs) {
  const at = world.logins.indexOf(login)
  const person = world.people[at]
  const mine = world.mandates.filter((m) => m.personId === person.id)
  const day = new Date().toISOString().slice(0, 10)
  const active = mine.filter((m) => !m.withdrawnAt && m.validFrom <= day && (!m.validTo || day <= m.validTo))
  if (actingAs && !active.some((m) => m.id === actingAs)) return null
  const used = actingAs ? active.filter((m) => m.id === actingAs) : active
  const abilities = [...new Set(used.flatMap((m) => GIVES[m.role] ?? ['UNITS_READ', 'CLUSTERS_READ']))]
  return {
    subject: person.account?.subject ?? '',
    kind: 'PERSON',
    personId: person.id,
    name: person.name,
    mandates: active,
    otherMandates: mine.filter((m) => !active.includes(m)),
    actingAs,
    abilities,
    now: new Date().toISOString(),
  }
}

export function record(world, who, type, what, before, after, reason) {
  world.audit.unshift({
    id: randomUUID(),
    at: new Date().toISOString(),
    actor: who.subject,
    actorName: who.name,
    origin: '127.0.0.1',
    action: `${type}.${what}`,
    aggregateType: type,
    aggregateId: (after ?? before).id,
    unitId: (after ?? before).unitId ?? null,
    before,
    after,
    reason: reason ?? null,
    mandateId: who.mandates[0]?.id ?? null,
    mandateAsOf: new Date().toISOString(),
    sealed: false,
  })
  setTimeout(() => {
    world.audit.forEach((e) => {
      e.sealed = true
    })
  }, 8000).unref()
}
