import { sameName } from '../../banks/readable.ts'
import type { StatementLine } from '../../banks/statement.ts'

/** A line as it is told from others of its account: everything but its balance and its ordinal. */
export const samenessKey = ({ date, in: incoming, out, payer, description }: Compared): string =>
  `${date}|${incoming === undefined ? `-${out}` : `+${incoming}`}|${sameName(payer || (description ?? ''))}`
type Compared = Pick<StatementLine, 'date' | 'in' | 'out' | 'payer' | 'description'>

const withBalance = (key: string, balance: number | undefined): string => `${key}|${balance ?? ''}`

export interface StoredLine {
  readonly id: string
  /** as `sort` made it */
  readonly sameness: string
}

export interface SortedLine {
  readonly line: StatementLine
  /** id of the stored line that this is again; null for a new one */
  readonly known: string | null
  readonly sameness: string
}

/** Ids by balance, those stored first at the end of each list. */
type Group = Map<string, string[]>

const partsOf = (sameness: string): { key: string; balance: string; nth: number } => {
  const nth = sameness.lastIndexOf('|')
  const balance = sameness.lastIndexOf('|', nth - 1)
  return {
    key: sameness.slice(0, balance),
    balance: sameness.slice(balance + 1, nth),
    nth: Number(sameness.slice(nth + 1)),
  }
}

const take = (group: Group, balance: string): string | null => {
  const ids = group.get(balance)
  const id = ids?.pop() ?? null
  if (ids?.length === 0) group.delete(balance)
  return id
}

/** Balances must agree where both have one: another format may have none. */
const takeLoosely = (group: Group, balance: string): string | null => {
  const [any] = balance === '' ? group.keys() : ['']
  return any === undefined ? null : take(group, any)
}

/**
 * Which lines of a file the account has already (payments-post.md §2 rule 6). Equal lines are counted, not merged: of three
 * in the file and two in the store one is new. `separate`: records that a person called payments of their own. The lines
 * stay in the file's order.
 */
export const sortLines = (
  lines: readonly StatementLine[],
  stored: readonly StoredLine[],
  separate: ReadonlySet<number> = new Set(),
): SortedLine[] => {
  const free = new Map<string, Group>()
  const used = new Map<string, number>()
  for (const { id, sameness } of stored.toReversed()) {
    const { key, balance, nth } = partsOf(sameness)
    const group: Group = free.get(key) ?? new Map()
    free.set(key, group)
    group.get(balance)?.push(id) ?? group.set(balance, [id])
    const full = `${key}|${balance}`
    used.set(full, Math.max(used.get(full) ?? 0, nth + 1))
  }
  const keys = lines.map(samenessKey)
  const known: (string | null)[] = lines.map(() => null)
  // Exact ones first, so that a line without a balance does not take the place of one that has it.
  for (const way of free.size > 0 ? [take, takeLoosely] : [])
    for (const [at, line] of lines.entries()) {
      const group = known[at] === null && !separate.has(line.record) ? free.get(keys[at] ?? '') : undefined
      if (group) known[at] = way(group, String(line.balance ?? ''))
    }
  return lines.map((line, at) => {
    const id = known[at] ?? null
    if (id !== null) return { line, known: id, sameness: '' }
    const full = withBalance(keys[at] ?? '', line.balance)
    const nth = used.get(full) ?? 0
    used.set(full, nth + 1)
    return { line, known: null, sameness: `${full}|${nth}` }
  })
}
