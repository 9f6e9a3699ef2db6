/** The most points of a group, with its pool of bonus behind it: `45`, `40 + 5`, `5` where it is nothing but bonus, `0` where it only takes off. */
export function mostWords(
  number: (value: number) => string,
  { maximum, bonusMaximum }: { maximum: number; bonusMaximum?: number | null },
): string {
  const most = [maximum, bonusMaximum ?? 0].filter((one) => one > 0)
  return (most.length === 0 ? [0] : most).map(number).join(' + ')
}
