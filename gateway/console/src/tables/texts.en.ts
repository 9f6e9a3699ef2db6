import type { tables as vi } from './texts.vi'

export const tables: Record<keyof typeof vi, string> = {
  'table.template': 'Download an empty form',
  'table.filled': 'Download a filled table',
  'table.under': 'A unit and all below it',
  'table.choose': 'Choose a filled file…',
  'table.chosen': 'File {name}',
  'table.reason': 'Reason for the changes',
  'table.save': 'Save {n} rows',
  'table.nothing': 'Nothing to save',
  'table.failures': 'Download the rows that are not accepted',
  'table.suffix': ' - not accepted.xlsx',
  'table.errors': 'Errors by row and column',
  'table.errors.none': 'No errors',
  'table.row': 'Row',
  'table.column': 'Column',
  'table.fault': 'Error',
  'table.lead':
    'Download the form, fill it in and choose the file. Every row is judged first; nothing is saved until you say so.',
  'personTable.title': 'People and mandates from an Excel table',
  'personTable.open': 'From a table',
  'personTable.judged':
    '{rows} rows: {registered} new people, {changed} changed, {granted} mandates, {asked} accounts; {unchanged} unchanged, {refused} not accepted.',
  'personTable.saved':
    'Saved: {registered} new people, {changed} changed, {granted} mandates, {asked} accounts; {unchanged} unchanged, {refused} not accepted of {rows} rows.',
}
