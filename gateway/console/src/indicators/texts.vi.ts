export const indicators = {
  'nav.reports': 'Báo cáo chỉ tiêu',
} as const
