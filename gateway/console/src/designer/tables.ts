import type { PlainKey } from '../app/i18n'
import { criterionOf, type Draft, type Group, type Rule } from './draft'

/** A sheet to begin from. Illustrations only: no regulation is printed here but where the source is named. */
export interface Table {
  key: 'hundred' | 'thousand'
  title: PlainKey
  text: PlainKey
  draft(title: string): Draft
}

const ROUNDING = { at: 'CRITERION', scale: 2, mode: 'HALF_UP' } as const

function whole(title: string, maximum: number, groups: Group[], source: string | null = null): Draft {
  return {
    title,
    maximum,
    bonus: 'INSIDE',
    notApplicable: 'EXCLUDE',
    plan: 'REGISTERED_ELSE_ASSIGNED',
    belowZero: false,
    rounding: ROUNDING,
    groups,
    unmatched: null,
    knockOuts: [],
    grades: [],
    prizes: [],
    ties: [],
    parts: [],
    provenance: 'LIVE',
    source,
  }
}

const rule = (some: Partial<Rule> & Pick<Rule, 'type'>) => some as Rule

const GIVEN = rule({ type: 'GIVEN' })
const PLAN = rule({ type: 'PROPORTIONAL', of: 'PERCENT_OF_PLAN' })

/** A sheet with one group of one criterion: the least that can be saved. */
export function emptyTable(title: string, group: string, name: string): Draft {
  return whole(title, 100, [
    {
      code: 'I',
      name: group,
      maximum: 100,
      bonusMaximum: 0,
      in: null,
      criteria: [criterionOf('I.1', name, 100, PLAN)],
    },
  ])
}

function hundred(title: string): Draft {
  return whole(title, 100, [
    {
      code: 'I',
      name: 'Thực hiện nhiệm vụ chính trị',
      maximum: 60,
      bonusMaximum: 5,
      in: null,
      criteria: [
        criterionOf('I.1', 'Hoàn thành chỉ tiêu chủ yếu thứ nhất', 20, PLAN),
        criterionOf(
          'I.2',
          'Hoàn thành chỉ tiêu chủ yếu thứ hai',
          20,
          rule({
            type: 'LADDER',
            of: 'PERCENT_OF_PLAN',
            rungs: [
              { from: 100, fromInclusive: true, to: null, toInclusive: false, points: 20 },
              { from: 90, fromInclusive: true, to: 100, toInclusive: false, points: 15 },
              { from: 75, fromInclusive: true, to: 90, toInclusive: false, points: 8 },
              { from: null, fromInclusive: false, to: 75, toInclusive: false, points: 0 },
            ],
          }),
        ),
        criterionOf('I.3', 'Có nghị quyết chuyên đề', 20, rule({ type: 'YES_NO', points: 20, otherwise: 0 })),
        criterionOf(
          'I.T',
          'Mô hình mới được nhân rộng',
          5,
          rule({ type: 'BONUS', of: 'VALUE', from: 0, per: 1, points: 2.5, cap: 5, whole: true }),
        ),
      ],
    },
    {
      code: 'II',
      name: 'Công tác thi đua, khen thưởng',
      maximum: 35,
      bonusMaximum: 0,
      in: null,
      criteria: [
        criterionOf(
          'II.1',
          'Gửi báo cáo đúng hạn',
          15,
          rule({
            type: 'DAYS_LATE',
            steps: [
              { upTo: 0, points: 15 },
              { upTo: 2, points: 10 },
              { upTo: 5, points: 5 },
              { upTo: null, points: 0 },
            ],
          }),
        ),
        criterionOf('II.2', 'Hội đồng chấm phong trào thi đua', 20, GIVEN),
        criterionOf(
          'II.P',
          'Không phát động phong trào, không ký giao ước',
          0,
          rule({ type: 'AGENCY_PENALTY', points: 8 }),
        ),
      ],
    },
  ])
}

/** 950 + 50 in groups, as published; its criteria are not readable anywhere, so that each group begins with one to be divided. */
function thousand(title: string): Draft {
  const source = 'Khối thi đua 7, tỉnh Kiên Giang, 2019 (chỉ đọc được điểm của nhóm)'
  const bonus = (code: string, maximum: number) =>
    criterionOf(code, 'Điểm cộng', maximum, rule({ type: 'GIVEN_BONUS' }))
  const group = (code: string, name: string, maximum: number, pool: number): Group => ({
    code,
    name,
    maximum,
    bonusMaximum: pool,
    in: null,
    criteria: [
      criterionOf(`${code}.1`, name, maximum, GIVEN),
      ...(pool > 0 ? [bonus(`${code}.T`, pool)] : []),
    ],
  })
  return whole(
    title,
    1000,
    [
      group(
        'I',
        'Thi đua phát triển kinh tế - xã hội, bảo đảm an ninh quốc phòng, thực hiện nhiệm vụ chính trị',
        650,
        40,
      ),
      group('II', 'Thực hiện chủ trương của Đảng, chính sách pháp luật, xây dựng hệ thống chính trị', 200, 0),
      group('III', 'Thực hiện công tác thi đua, khen thưởng', 100, 10),
    ],
    source,
  )
}

export const TABLES: Table[] = [
  { key: 'hundred', title: 'design.table.hundred', text: 'design.table.hundred.text', draft: hundred },
  { key: 'thousand', title: 'design.table.thousand', text: 'design.table.thousand.text', draft: thousand },
]
