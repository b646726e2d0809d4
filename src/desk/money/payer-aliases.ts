import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { folded } from '../../domain/settlement/folded.ts'
import { numbersInText } from '../../domain/settlement/numbers-in-line.ts'
import type { Db } from '../open-store.ts'
import { cases } from '../tables.ts'
import { payerAliases } from './tables-money.ts'

/** A name under which somebody pays, as a person confirmed it once. */
export interface PayerAlias {
  readonly id: string
  readonly caseNumber: string
  readonly kana: string
  readonly by: string
  readonly at: string
}

/** Aliases of one case: its own, and those of the same person's other cases with the same operator. */
export interface AliasBook {
  of(due: { readonly caseNumber: string; readonly operator: string; readonly person: string | null }): readonly string[]
}

/** The payer without the number that stands before or after it. */
export const aliasIn = (payer: string): string => numbersInText(folded(payer)).rest

export const readAliases = async (db: Db): Promise<AliasBook> => {
  const rows = await db
    .select({ alias: payerAliases, operator: cases.operator })
    .from(payerAliases)
    .innerJoin(cases, eq(cases.number, payerAliases.caseNumber))
    .where(isNull(payerAliases.forgottenAt))
    .orderBy(asc(payerAliases.at), asc(payerAliases.id))
  const known = new Map<string, Set<string>>()
  const put = (key: string, kana: string) => known.set(key, (known.get(key) ?? new Set()).add(kana))
  for (const { alias, operator } of rows) {
    put(alias.caseNumber, alias.kana)
    // What one operator's desk has learned is no business of another's.
    if (alias.person) put(`${operator}\n${alias.person}`, alias.kana)
  }
  return {
    of: ({ caseNumber, operator, person }) => [
      ...new Set([...(known.get(caseNumber) ?? []), ...((person && known.get(`${operator}\n${person}`)) || [])]),
    ],
  }
}

/** Written inside the transaction that books the money. Nothing is learned from a payer that is a number only. */
export const learnAlias = async (
  db: Db,
  { caseNumber, payer }: { caseNumber: string; payer: string },
  { by, at }: { by: string; at: string },
): Promise<void> => {
  const kana = aliasIn(payer)
  if (kana === '') return
  const same = and(
    eq(payerAliases.caseNumber, caseNumber),
    eq(payerAliases.kana, kana),
    isNull(payerAliases.forgottenAt),
  )
  if ((await db.select({ id: payerAliases.id }).from(payerAliases).where(same).get()) !== undefined) return
  const row = await db.select({ person: cases.nameKey }).from(cases).where(eq(cases.number, caseNumber)).get()
  await db
    .insert(payerAliases)
    .values({ id: randomUUID(), caseNumber, person: row?.person ?? null, kana, by, at, forgottenAt: null })
}

export const aliasesOfCase = async (db: Db, caseNumber: string): Promise<PayerAlias[]> =>
  (
    await db
      .select()
      .from(payerAliases)
      .where(and(eq(payerAliases.caseNumber, caseNumber), isNull(payerAliases.forgottenAt)))
      .orderBy(asc(payerAliases.at))
  ).map(({ id, kana, by, at }) => ({ id, caseNumber, kana, by, at }))

/** Whose case it was learned on; null where there is no such alias any more. */
export const aliasAt = async (db: Db, id: string): Promise<{ caseNumber: string; operator: string } | null> =>
  (await db
    .select({ caseNumber: payerAliases.caseNumber, operator: cases.operator })
    .from(payerAliases)
    .innerJoin(cases, eq(cases.number, payerAliases.caseNumber))
    .where(and(eq(payerAliases.id, id), isNull(payerAliases.forgottenAt)))
    .get()) ?? null

export const forgetAliasAt = async (db: Db, id: string, at: string): Promise<void> => {
  await db.update(payerAliases).set({ forgottenAt: at }).where(eq(payerAliases.id, id))
}

/** With the case's other particulars: what was learned on it counts nowhere any more. */
export const eraseAliases = async (db: Db, caseNumber: string): Promise<void> => {
  await db.delete(payerAliases).where(eq(payerAliases.caseNumber, caseNumber))
}
