import type { scoresheets as vi } from './texts.vi'

export const scoresheets: Record<keyof typeof vi, string> = {
  'sheetFile.menu': 'Excel',
  'sheetFile.out': 'Download this scoresheet as a workbook',
  'sheetFile.in': 'Draft a scoresheet from a workbook',
  'sheetFile.over': 'Put a workbook in the place of this draft',
  'sheetFile.title': 'Scoresheet from {name}',
  'sheetFile.title.over': 'Put {name} in the place of the draft',
  'sheetFile.keep': 'Make the draft',
  'sheetFile.keep.over': 'Replace the draft',
  'sheetFile.judging': 'The file is being looked at…',
  'sheetFile.clean': 'All {rows} rows were read, nothing is wrong.',
  'sheetFile.same': 'It says to the digit what edition {edition} says.',
  'sheetFile.faulty':
    'The file has {n} errors, so there is no draft yet. Mend the cells and choose the file again.',
  'sheetFile.unfinished': 'It can be a draft, but {n} places stand against freezing it:',
  'sheetFile.cell': 'Row {row}, column {column}: {text}',
  'example.open': 'Begin from a published scale',
  'example.title': 'Begin from a published scale',
  'example.text':
    'These are published examples, no rules of this cluster. Each group is one criterion of a council, as only the groups could be read. The draft names its source; change it to what the cluster adopted.',
  'example.total': '{n} points together',
  'example.group': '{code}. {name}: {max}',
  'example.bonus': 'bonus {n}',
  'example.source': 'Source',
  'example.take': 'Draft a scoresheet from it',
  'example.taken': 'The draft is made',
}
