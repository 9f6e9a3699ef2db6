/** The numbers of a count on paper as they are typed; null while a field is empty. */
export interface Numbers {
  issued: number | null
  collected: number | null
  valid: number | null
  invalid: number | null
  blank: number | null
  votes: (number | null)[]
}

export type Sum = 'collected' | 'valid' | 'votes'

/** Which sums do not come out, so that a slip is seen before it is sent; an empty field says nothing yet. */
export function wrongSums({ issued, collected, valid, invalid, blank, votes }: Numbers): Sum[] {
  const wrong: Sum[] = []
  if (issued !== null && collected !== null && collected > issued) wrong.push('collected')
  if (collected !== null && valid !== null && invalid !== null && valid + invalid !== collected)
    wrong.push('valid')
  if (valid !== null && blank !== null && votes.every((one) => one !== null)) {
    const chosen = votes.reduce<number>((sum, one) => sum + (one ?? 0), 0)
    if (chosen + blank !== valid) wrong.push('votes')
  }
  return wrong
}
