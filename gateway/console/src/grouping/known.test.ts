import { expect, test } from 'vitest'
import { knownOf } from './known'

test('figures and regions are read line by line as they come from a spreadsheet', () => {
  expect(knownOf('ab-x01\t12.500\tVùng núi\n\nAB-X02;48,5\nAB-X03;;Đồng bằng\n', 'vi')).toEqual({
    known: [
      { code: 'AB-X01', figure: 12500, region: 'Vùng núi' },
      { code: 'AB-X02', figure: 48.5, region: null },
      { code: 'AB-X03', figure: null, region: 'Đồng bằng' },
    ],
    unread: [],
  })
})

test('a line that cannot be read is named and never guessed', () => {
  expect(knownOf('AB-X01\tnhiều\nAB-X02\n;12\nAB-X03;1;A;B', 'vi')).toEqual({
    known: [],
    unread: ['AB-X01\tnhiều', 'AB-X02', ';12', 'AB-X03;1;A;B'],
  })
})
