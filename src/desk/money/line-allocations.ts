import { inArray } from 'drizzle-orm'
import type { LedgerEntry } from '../../domain/money/ledger-entry.ts'
import type { Actor } from '../../domain/rule.ts'
import { type Yen, yen } from '../../domain/yen.ts'
import type { Db } from '../open-store.ts'
import { cases } from '../tables.ts'
import { serves } from '../world.ts'

/** What of a line lies with a case now. `linked`: it proves a receipt that was booked by hand. */
export interface LineAllocation {
  readonly caseNumber: string
  readonly receipt: string
  readonly amount: Yen
  readonly linked: boolean
  /** staff id and ISO instant */
  readonly by: string
  readonly at: string
}

const steps: { readonly [kind in LedgerEntry['kind']]?: 1 | -1 } = {
  allocated: 1,
  linked: 1,
  released: -1,
  unlinked: -1,
}

/** From the entries of one line, in their order; what was taken back whole is gone. */
export const allocationsIn = (entries: readonly LedgerEntry[]): LineAllocation[] => {
  const found = new Map<string, LineAllocation>()
  for (const { kind, caseNumber, receipt, amount, by, at } of entries) {
    const step = steps[kind]
    if (step === undefined || caseNumber === undefined || receipt === undefined) continue
    const key = `${caseNumber} ${receipt}`
    const before = found.get(key)
    const left = (before?.amount ?? 0) + step * amount
    if (left <= 0) found.delete(key)
    else
      found.set(key, {
        caseNumber,
        receipt,
        amount: yen(left),
        linked: kind === 'linked' || (before?.linked ?? false),
        ...(step > 0 ? { by, at } : { by: before?.by ?? by, at: before?.at ?? at }),
      })
  }
  return [...found.values()]
}

/** Names beside numbers, of the cases that `by` serves; null once erased. */
export const namesOfCases = async (
  db: Db,
  numbers: readonly string[],
  by: Actor,
): Promise<Map<string, string | null>> => {
  const rows = await db
    .select({ number: cases.number, name: cases.name, operator: cases.operator })
    .from(cases)
    .where(inArray(cases.number, [...new Set(numbers)]))
  return new Map(rows.filter(({ operator }) => serves(by, operator)).map(({ number, name }) => [number, name]))
}
