export const clusters = {
  'nav.clusters': 'Cụm, khối thi đua',
} as const
