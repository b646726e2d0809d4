import type { LedgerEntry } from '../../domain/money/ledger-entry.ts'
import type { Actor } from '../../domain/rule.ts'
import type { Db } from '../open-store.ts'
import { instrumentBook } from './instrument-book.ts'
import { ledgerOf } from './ledger.ts'
import { allocationsIn, type LineAllocation, namesOfCases } from './line-allocations.ts'
import type { LineFile } from './line-book.ts'
import { aliasesOfCase, type PayerAlias } from './payer-aliases.ts'
import { type PlannedLine, plannedLine } from './planned-line.ts'
import type { SettlingWorld } from './settling-world.ts'

export interface LineView {
  readonly file: LineFile
  /** null: nothing is left of it, or it waits for something else */
  readonly planned: PlannedLine | null
  readonly allocations: readonly (LineAllocation & { readonly name: string | null })[]
  readonly aliases: readonly PayerAlias[]
  /** deposits of cash and 定額小為替 that this line proves: what was paid in, and the entry that ties it to the line */
  readonly proves: readonly { readonly banked: LedgerEntry; readonly link: LedgerEntry }[]
}

/** A line that `by` may see, among what is open now. */
export const lineView = async (db: Db, found: LineFile, here: SettlingWorld, by: Actor): Promise<LineView> => {
  const verdict = here.verdicts.get(found.row.id)
  const allocations = allocationsIn(found.entries)
  const numbers = allocations.map(each => each.caseNumber)
  const names = await namesOfCases(db, numbers, by)
  const aliases: PayerAlias[] = []
  for (const number of names.keys()) aliases.push(...(await aliasesOfCase(db, number)))
  return {
    file: found,
    planned: (verdict && plannedLine(here, verdict)) ?? null,
    allocations: allocations.map(each => ({ ...each, name: names.get(each.caseNumber) ?? null })),
    aliases,
    proves: await provedBy(db, found.entries, by),
  }
}

const provedBy = async (db: Db, entries: readonly LedgerEntry[], by: Actor): Promise<LineView['proves']> => {
  if (!entries.some(({ kind, body }) => kind === 'linked' && body?.of !== undefined)) return []
  const { proved } = await instrumentBook(db)(by)
  const links = [...proved].filter(([, link]) => entries.some(({ seq }) => seq === link.seq))
  const paid = await Promise.all(links.map(([of]) => ledgerOf(db).read({ after: of - 1, upTo: of })))
  return links.flatMap(([, link], at) => (paid[at] ?? []).map(banked => ({ banked, link })))
}
