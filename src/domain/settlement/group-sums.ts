import type { DueIndex } from './due-index.ts'
import { type Operators, owes } from './look.ts'
import { type Sum, sumsOf } from './sums.ts'

/** Open cases of one group that together owe an amount. */
export type GroupSum =
  | { readonly cases: readonly number[] }
  | { readonly tied: readonly number[] }
  | 'none'
  | 'too_large'

interface Group {
  readonly open: readonly number[]
  readonly find: (sum: number) => Sum
}

/** A name in more groups than these is nobody's in particular. */
const MOST_GROUPS = 20

export function groupSumsIn(index: DueIndex) {
  const known = new Map<string, Group>()
  const groupOf = (name: string, operators: Operators): Group => {
    const key = `${name}\n${operators.key}`
    const there = known.get(key)
    if (there !== undefined) return there
    const open = index.ofGroup(name).filter(at => {
      const due = index.dues[at]
      return due !== undefined && owes(due) && operators.has(due.operator)
    })
    const group = { open, find: sumsOf(open.map(at => index.dues[at]?.outstanding ?? 0)) }
    known.set(key, group)
    return group
  }
  return (groups: readonly string[], amount: number, operators: Operators): GroupSum => {
    if (groups.length > MOST_GROUPS) return 'none'
    let tooLarge = false
    const found: GroupSum[] = []
    for (const name of groups) {
      const { open, find } = groupOf(name, operators)
      const sum = find(amount)
      if (sum === 'too_large') tooLarge = true
      else if (sum === 'several') found.push({ tied: open })
      else if (sum !== 'none') found.push({ cases: sum.of.map(at => open[at] ?? -1) })
    }
    const [only, another] = found
    if (another !== undefined) return { tied: casesOf(found) }
    return only ?? (tooLarge ? 'too_large' : 'none')
  }
}

const casesOf = (sums: readonly GroupSum[]): readonly number[] =>
  [...new Set(sums.flatMap(sum => (typeof sum === 'string' ? [] : 'cases' in sum ? sum.cases : sum.tied)))].sort(
    (a, b) => a - b,
  )
