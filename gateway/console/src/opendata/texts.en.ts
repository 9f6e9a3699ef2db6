import type { opendata as vi } from './texts.vi'

export const opendata: Record<keyof typeof vi, string> = {
  'open.title': 'Open data on emulation',
  'open.lead':
    'Rankings and figures of the year of the clusters whose regulations make them public. No personal data; to be downloaded as tables.',
  'open.all': 'All clusters with public results',
  'open.empty': 'No results are public yet',
  'open.empty.text':
    'Clusters appear here once their regulation makes results public and their ranking is published.',
  'open.unknown': 'There is no such data',
  'open.unknown.text':
    'The results of this cluster are not public, or its ranking was opened again to be mended.',
  'open.issued': 'Published by {publisher} at {time}',
  'open.invented': 'Demo data',
  'open.hash': 'Hash of the content',
  'open.csv': 'Download as CSV',
  'open.gradeNeedsVote': 'subject to a vote',
  'open.figures': 'Figures: {period}',
  'open.figures.note':
    'What the units handed in for the period, as verified where it was. The plan is the registered target, else the assigned one.',
  'open.figures.empty': 'No figures of the period yet',
  'open.indicator': 'Indicator',
  'open.value': 'Actual',
  'open.target': 'Plan',
  'open.percent': '% of plan',
  'open.yes': 'Yes',
  'open.no': 'No',
  'open.qualifier.ABOUT': 'about {number}',
  'open.qualifier.NEARLY': 'nearly {number}',
  'open.qualifier.ABOVE': 'above {number}',
  'open.qualifier.AT_LEAST': '{number} or more',
  'open.foot': 'Public page, no log-in needed.',
}
