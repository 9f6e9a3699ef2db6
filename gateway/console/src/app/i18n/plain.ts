/** Small letters without accents, as people type when they search. */
export const plain = (text: string) =>
  text.trim().replace(/\s+/g, ' ').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
