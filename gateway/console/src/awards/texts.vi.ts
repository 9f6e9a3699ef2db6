export const awards = {
  'nav.awards': 'Khen thưởng',
} as const
