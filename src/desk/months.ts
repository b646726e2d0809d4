import { eq } from 'drizzle-orm'
import type { Definition } from '../documents/definition.ts'
import { printingFault, renderSheets, type Sheet } from '../documents/render.ts'
import { type PlainDate, todayIn } from '../domain/day.ts'
import {
  barsPreparing,
  barsSigning,
  type Month,
  type MonthRefusal,
  monthOf,
  monthsFrom,
} from '../domain/money/closing.ts'
import type { MonthSheet } from '../domain/money/month-sheet.ts'
import type { Actor } from '../domain/rule.ts'
import { yen } from '../domain/yen.ts'
import { monthSheetValues, type Signed } from '../letters/month-sheet.ts'
import type { SheetNames } from '../letters/month-sheet-rows.ts'
import { ledgerOf } from './ledger.ts'
import {
  type FrozenSheet,
  findMonth,
  firstMonth,
  frozenSheet,
  type MonthFound,
  nextMonth,
  readLedgers,
} from './month-closing.ts'
import { sheetNames, staffNames } from './month-names.ts'
import type { Db, Store } from './open-store.ts'
import { definitions as frozenDefinitions } from './tables.ts'
import { monthClosings } from './tables-money.ts'

export interface MonthRow {
  readonly month: Month
  /** running: not over yet; open: to be prepared */
  readonly state: 'running' | 'open' | 'prepared' | 'signed'
  /** the oldest that is not signed */
  readonly next: boolean
  readonly prepared?: Signed
  readonly signed?: Signed
}

export interface MonthShown extends MonthRow {
  readonly sheet: MonthSheet
  readonly names: SheetNames
  /** of the ledger as it stands now; goes back with the signature */
  readonly hash: string
  /** prepared, but the ledger has moved since */
  readonly moved: boolean
  readonly bars: { readonly prepare: MonthRefusal | null; readonly sign: MonthRefusal | null }
}

/** 月次締め: one ledger for all operators, so only who serves all of them sees it; null for the others. */
export interface Months {
  /** Newest first, down to the first entry of the ledger. */
  list(by: Actor): Promise<MonthRow[] | null>
  one(month: Month, by: Actor): Promise<MonthShown | null>
  /** 作成する; again while it is not signed. Null when it was done. */
  prepare(month: Month, by: Actor): Promise<MonthRefusal | null>
  /** 承認して締める. `seen`: hash of the sheet that the approver was shown. Null when it was done. */
  sign(month: Month, seen: string, by: Actor): Promise<MonthRefusal | null>
  /** The frozen one of a signed month; otherwise as the ledger stands, without the approval. */
  pdf(month: Month, by: Actor): Promise<Buffer | null>
}

interface Parts {
  readonly store: Store
  readonly definitions: ReadonlyMap<string, Definition>
  readonly now: () => string
}

const sees = (by: Actor): boolean => by.operators === 'all'

export const monthsOf = ({ store, definitions, now }: Parts): Months => {
  const today = (): PlainDate => todayIn(now())
  const form = (): Definition => {
    const found = definitions.get('month-sheet')
    if (found === undefined) throw new Error('forms/month-sheet.yaml is not there')
    return found
  }

  const rowOf = (
    { closing, next }: { closing: MonthFound['closing']; next: Month | null },
    month: Month,
    name: (id: string) => string,
  ): MonthRow => {
    const signedBy = (at: { by: string; at: string }): Signed => ({ name: name(at.by), on: todayIn(at.at) })
    return {
      month,
      state: closing?.signed ? 'signed' : month >= monthOf(today()) ? 'running' : closing ? 'prepared' : 'open',
      next: month === next,
      ...(closing && { prepared: signedBy(closing.prepared) }),
      ...(closing?.signed && { signed: signedBy(closing.signed) }),
    }
  }

  const namesOf = (db: Db, closings: readonly (MonthFound['closing'] | null)[], by?: Actor) =>
    staffNames(db, [
      ...closings.flatMap(closing => (closing ? [closing.prepared.by, closing.signed?.by ?? ''] : [])),
      ...(by ? [by.id] : []),
    ])

  /** The paper of a month as it stands; `signed`: with the approval. */
  const paperOf = (found: MonthFound, names: SheetNames, row: MonthRow, createdAt: string): Sheet => ({
    definition: form(),
    values: monthSheetValues({
      sheet: found.sheet,
      names,
      ...(row.prepared && { prepared: row.prepared }),
      ...(row.signed && { signed: row.signed }),
      hash: found.facts.hash,
    }),
    caseNumber: '',
    createdAt,
  })

  const one: Months['one'] = async (month, by) => {
    if (!sees(by)) return null
    const all = await readLedgers(store.read)
    const found = findMonth(all, month)
    const facts = { ...found.facts, today: today(), by }
    return {
      ...rowOf({ closing: found.closing, next: found.facts.next }, month, await namesOf(store.read, [found.closing])),
      sheet: found.sheet,
      names: await sheetNames(store.read),
      hash: found.facts.hash,
      moved: found.closing !== null && found.closing.hash !== found.facts.hash,
      bars: { prepare: barsPreparing(month, facts), sign: barsSigning(month, facts) },
    }
  }

  const memo = (db: Db, kind: 'month_prepared' | 'month_signed', month: Month, hash: string, by: Actor) =>
    ledgerOf(db).append(
      [{ kind, on: today(), debit: 'bank', credit: 'bank', amount: yen(0), operator: null, body: { month, hash } }],
      { at: now(), by: by.id },
    )

  return {
    list: async by => {
      if (!sees(by)) return null
      const all = await readLedgers(store.read)
      const [first, next] = [firstMonth(all) ?? monthOf(today()), nextMonth(all)]
      const name = await namesOf(store.read, [...all.closings.values()])
      return monthsFrom(first, monthOf(today()))
        .reverse()
        .map(month => rowOf({ closing: all.closings.get(month) ?? null, next }, month, name))
    },
    one,
    prepare: (month, by) =>
      store.transaction(async () => {
        const db = store.write
        const found = findMonth(await readLedgers(db), month)
        const no = barsPreparing(month, { ...found.facts, today: today(), by })
        if (no !== null) return no
        const prepared = { name: (await namesOf(db, [], by))(by.id), on: today() }
        const row: MonthRow = { month, state: 'prepared', next: true, prepared }
        if (printingFault(paperOf(found, await sheetNames(db), row, now())) !== null) return 'sheet_not_printable'
        const { hash } = found.facts
        const values = { preparedBy: by.id, preparedAt: now(), lastSeq: found.sheet.entries.last, hash }
        await db
          .insert(monthClosings)
          .values({ month, ...values })
          .onConflictDoUpdate({ target: monthClosings.month, set: values })
        await memo(db, 'month_prepared', month, hash, by)
        return null
      }),
    sign: (month, seen, by) =>
      store.transaction(async () => {
        const db = store.write
        const found = findMonth(await readLedgers(db), month)
        const no = barsSigning(month, { ...found.facts, today: today(), by })
        if (no !== null) return no
        if (seen !== found.facts.hash) return 'sheet_moved'
        const at = now()
        const name = await namesOf(db, [found.closing], by)
        const row = rowOf({ closing: found.closing, next: month }, month, name)
        const signed = { name: name(by.id), on: today() }
        const paper = paperOf(found, await sheetNames(db), { ...row, signed }, at)
        if (printingFault(paper) !== null) return 'sheet_not_printable'
        const frozen: FrozenSheet = { definition: paper.definition.hash, values: paper.values, createdAt: at }
        const { hash, id } = paper.definition
        await db
          .insert(frozenDefinitions)
          .values({ hash, id, body: JSON.stringify(paper.definition) })
          .onConflictDoNothing()
        // The memo first: from the signature on, nothing is booked before the next month's first day.
        await memo(db, 'month_signed', month, found.facts.hash, by)
        await db
          .update(monthClosings)
          .set({ signedBy: by.id, signedAt: at, sheet: JSON.stringify(frozen) })
          .where(eq(monthClosings.month, month))
        return null
      }),
    pdf: async (month, by) => {
      if (!sees(by)) return null
      const found = findMonth(await readLedgers(store.read), month)
      if (found.closing?.sheet) return frozenPdf(store.read, found.closing.sheet)
      const name = await namesOf(store.read, [found.closing])
      const stands = found.closing?.hash === found.facts.hash ? found.closing : null
      const row = rowOf({ closing: stands, next: null }, month, name)
      return renderSheets([paperOf(found, await sheetNames(store.read), row, stands?.prepared.at ?? now())])
    },
  }
}

const frozenPdf = async (db: Db, sheet: string): Promise<Buffer> => {
  const { definition: hash, values, createdAt } = frozenSheet.parse(JSON.parse(sheet))
  const kept = await db.select().from(frozenDefinitions).where(eq(frozenDefinitions.hash, hash)).get()
  if (kept === undefined) throw new Error(`definition ${hash} of a month's sheet is gone`)
  return renderSheets([{ definition: JSON.parse(kept.body) as Definition, values, caseNumber: '', createdAt }])
}
