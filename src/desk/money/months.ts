import { eq } from 'drizzle-orm'
import type { Definition } from '../../documents/definition.ts'
import { printingFault, renderSheets } from '../../documents/render.ts'
import { type PlainDate, todayIn } from '../../domain/day.ts'
import {
  barsPreparing,
  barsSigning,
  type Month,
  type MonthRefusal,
  monthOf,
  monthsFrom,
} from '../../domain/money/closing.ts'
import type { Actor } from '../../domain/rule.ts'
import { yen } from '../../domain/yen.ts'
import type { Db, Store } from '../open-store.ts'
import { earlyLines } from './early-lines.ts'
import { ledgerOf } from './ledger.ts'
import { findMonth, firstMonth, nextMonth, readLedgers } from './month-closing.ts'
import { sheetNames } from './month-names.ts'
import { freezePaper, frozenPdf, monthPaper } from './month-paper.ts'
import { type MonthRow, type MonthShown, monthRow, namesIn } from './month-row.ts'
import { onceIn } from './once.ts'
import { monthClosings } from './tables-money.ts'

/** 月次締め; `once`: the same key of the same person again does nothing. One ledger for all operators, so only who serves all of them sees it; null for the others. */
export interface Months {
  /** Newest first, down to the first entry of the ledger. */
  list(by: Actor): Promise<MonthRow[] | null>
  one(month: Month, by: Actor): Promise<MonthShown | null>
  /** 作成する; again while it is not signed. Null when it was done. */
  prepare(month: Month, by: Actor, how?: { once?: string }): Promise<MonthRefusal | null>
  /** 承認して締める. `seen`: hash of the sheet that the approver was shown. Null when it was done. */
  sign(month: Month, seen: string, by: Actor, how?: { once?: string }): Promise<MonthRefusal | null>
  /** The frozen one of a signed month; otherwise as the ledger stands, with the preparer where it is still that sheet. */
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
  const once = onceIn(store)
  const form = (): Definition => {
    const found = definitions.get('month-sheet')
    if (found === undefined) throw new Error('forms/month-sheet.yaml is not there')
    return found
  }
  const memo = (db: Db, kind: 'month_prepared' | 'month_signed', body: { month: Month; hash: string }, by: Actor) =>
    ledgerOf(db).append([{ kind, on: today(), debit: 'bank', credit: 'bank', amount: yen(0), operator: null, body }], {
      at: now(),
      by: by.id,
    })

  return {
    list: async by => {
      if (!sees(by)) return null
      const all = await readLedgers(store.read)
      const name = await namesIn(store.read, [...all.closings.values()])
      const facts = { next: nextMonth(all), today: today(), name }
      return monthsFrom(firstMonth(all) ?? monthOf(today()), monthOf(today()))
        .reverse()
        .map(month => monthRow(month, all.closings.get(month) ?? null, facts))
    },
    one: async (month, by) => {
      if (!sees(by)) return null
      const { sheet, closing, facts } = findMonth(await readLedgers(store.read), month)
      const name = await namesIn(store.read, [closing])
      const now = { ...facts, today: today(), by }
      return {
        ...monthRow(month, closing, { ...now, name }),
        sheet,
        early: await earlyLines(store.read, month),
        names: await sheetNames(store.read),
        hash: facts.hash,
        moved: closing !== null && closing.hash !== facts.hash,
        bars: { prepare: barsPreparing(month, now), sign: barsSigning(month, now) },
      }
    },
    prepare: (month, by, how = {}) =>
      store.transaction(async () => {
        const db = store.write
        const key = once.key(by, `prepare:${month}`, how.once)
        if (await once.done(key)) return null
        const found = findMonth(await readLedgers(db), month)
        const no = barsPreparing(month, { ...found.facts, today: today(), by })
        if (no !== null) return no
        const prepared = { name: (await namesIn(db, [], by.id))(by.id), on: today() }
        const paper = monthPaper(form(), found, await sheetNames(db), { prepared }, now())
        if (printingFault(paper) !== null) return 'sheet_not_printable'
        const { hash } = found.facts
        const values = { preparedBy: by.id, preparedAt: now(), lastSeq: found.sheet.entries.last, hash }
        await db
          .insert(monthClosings)
          .values({ month, ...values })
          .onConflictDoUpdate({ target: monthClosings.month, set: values })
        await memo(db, 'month_prepared', { month, hash }, by)
        await once.remember(key, now())
        return null
      }),
    sign: (month, seen, by, how = {}) =>
      store.transaction(async () => {
        const db = store.write
        const key = once.key(by, `sign:${month}`, how.once)
        if (await once.done(key)) return null
        const found = findMonth(await readLedgers(db), month)
        const { closing, facts } = found
        const no = barsSigning(month, { ...facts, today: today(), by })
        if (no !== null) return no
        if (seen !== facts.hash) return 'sheet_moved'
        const at = now()
        const name = await namesIn(db, [closing], by.id)
        const stands = {
          ...monthRow(month, closing, { next: month, today: today(), name }),
          signed: { name: name(by.id), on: today() },
        }
        const paper = monthPaper(form(), found, await sheetNames(db), stands, at)
        if (printingFault(paper) !== null) return 'sheet_not_printable'
        await memo(db, 'month_signed', { month, hash: facts.hash }, by)
        await once.remember(key, at)
        await db
          .update(monthClosings)
          .set({ signedBy: by.id, signedAt: at, sheet: await freezePaper(db, paper) })
          .where(eq(monthClosings.month, month))
        return null
      }),
    pdf: async (month, by) => {
      if (!sees(by)) return null
      const found = findMonth(await readLedgers(store.read), month)
      const { closing, facts } = found
      if (closing?.sheet) return frozenPdf(store.read, closing.sheet)
      const stands = closing?.hash === facts.hash ? closing : null
      const name = await namesIn(store.read, [stands])
      const row = monthRow(month, stands, { next: null, today: today(), name })
      const names = await sheetNames(store.read)
      return renderSheets([monthPaper(form(), found, names, row, stands?.prepared.at ?? now())])
    },
  }
}
