import { expect, test } from 'vitest'
import { readWording } from './wording'

const text = `Giao ước thi đua năm 2026

Các đơn vị cùng cam kết.

thidua-targets/1 | 01890000-0000-7000-8000-000000000103 | 2026
AB-P01 | Phường An Lạc Đông | KX-01 | Thu ngân sách | RAISE | tỷ đồng | 103.7 | 105.6 | 96
AB-P01 | Phường An Lạc Đông | KX-09 | Không có điểm nóng | KEEP | có/không | - | 1 | -
AB-X01 | Xã \\| Suối Mây | KX-01 | Thu ngân sách | RAISE | tỷ đồng | 45.9 | 46.8 | 42.5
`

test('the signed text is read member by member, each number as it was hashed', () => {
  const read = readWording(text)
  expect(read?.words).toBe('Giao ước thi đua năm 2026\n\nCác đơn vị cùng cam kết.')
  expect(read?.members.map((member) => [member.name, member.promised.length])).toEqual([
    ['Phường An Lạc Đông', 2],
    ['Xã | Suối Mây', 1],
  ])
  expect(read?.members[0]?.promised[0]).toMatchObject({
    assigned: '103.7',
    registered: '105.6',
    lastYear: '96',
  })
  expect(read?.members[0]?.promised[1]).toMatchObject({ assigned: null, registered: '1' })
})

test('portions and lists stand behind the numbers', () => {
  const line =
    'AB-X02 | Xã Đồng Sen | KX-10 | Thôn đạt chuẩn | RAISE | thôn | - | 2 | - | H1: - / 1 | Thôn Một; Thôn Hai\n'
  const promised = readWording(text + line)?.members[2]?.promised[0]
  expect(promised?.registered).toBe('2')
  expect(promised?.more).toEqual(['H1: - / 1', 'Thôn Một; Thôn Hai'])
})

test('words of another form are not guessed at', () => {
  expect(readWording('Giao ước thi đua\n\nCác đơn vị cùng cam kết.')).toBeNull()
  expect(readWording(`${text}AB-X02 | Xã Đồng Sen | 12\n`)).toBeNull()
})
