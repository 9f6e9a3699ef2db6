/** As many decimals as the longest number among these points has, so that a column of them lines up. */
export function decimalsOf(rows: { total: number; byGroup: { points: number }[] }[]): number {
  const all = rows.flatMap((row) => [row.total, ...row.byGroup.map((group) => group.points)])
  return Math.max(0, ...all.map((value) => String(value).split('.')[1]?.length ?? 0))
}
