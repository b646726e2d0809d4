/** Which of a group's open dues add up to an amount: two to five of at most twenty. */
export type Sum = { readonly of: readonly number[] } | 'several' | 'none' | 'too_large'

const MOST_SUMMED = 5
const MOST_IN_GROUP = 20

/** Subsets by sum, counted only as far as "more than one". Bit n of `mask` is the nth due. */
interface Subsets {
  readonly mask: number
  readonly several: boolean
}

/** Answers for one group; the table of its sums is made once. */
export function sumsOf(amounts: readonly number[]): (sum: number) => Sum {
  if (amounts.length < 2) return () => 'none'
  if (amounts.length > MOST_IN_GROUP) return () => 'too_large'
  const bySize: Map<number, Subsets>[] = Array.from({ length: MOST_SUMMED + 1 }, () => new Map())
  bySize[0]?.set(0, { mask: 0, several: false })
  for (const [at, amount] of amounts.entries())
    for (let size = Math.min(at + 1, MOST_SUMMED); size >= 1; size -= 1) {
      const grown = bySize[size] ?? new Map<number, Subsets>()
      for (const [sum, { mask, several }] of bySize[size - 1] ?? []) {
        const there = grown.has(sum + amount)
        grown.set(sum + amount, { mask: mask | (1 << at), several: several || there })
      }
    }
  return sum => {
    const found = bySize.slice(2).flatMap(sums => sums.get(sum) ?? [])
    const [only] = found
    if (only === undefined) return 'none'
    if (found.length > 1 || only.several) return 'several'
    return { of: [...amounts.keys()].filter(at => (only.mask >> at) & 1) }
  }
}
