/** The most points of a group, with its pool of bonus behind it: `45`, `40 + 5`, or `5` where it is nothing but bonus. */
export function mostWords(
  number: (value: number) => string,
  { maximum, bonusMaximum }: { maximum: number; bonusMaximum?: number | null },
): string {
  return [maximum, bonusMaximum ?? 0]
    .filter((most) => most > 0)
    .map(number)
    .join(' + ')
}
