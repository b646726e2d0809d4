import type { PlainDate } from '../domain/day.ts'
import { wareki } from '../domain/era.ts'
import { firstOf, lastOf, type Month } from '../domain/money/closing.ts'
import type { MonthSheet } from '../domain/money/month-sheet.ts'
import type { Values } from './facts.ts'
import {
  accountRows,
  bankRows,
  caseRows,
  openTable,
  operatorRows,
  proofRows,
  type SheetNames,
  totalRows,
} from './month-sheet-rows.ts'

/** Who stands for the sheet, and since which day. */
export interface Signed {
  readonly name: string
  readonly on: PlainDate
}

export interface SheetTold {
  readonly sheet: MonthSheet
  readonly names: SheetNames
  readonly prepared?: Signed
  readonly signed?: Signed
  /** sha256 (hex) of what is signed */
  readonly hash?: string
}

/** 令和8年11月分 */
export const monthWords = (month: Month): string => `${wareki(firstOf(month)).replace(/1日$/, '')}分`

/** Values of form 'month-sheet': 手数料精算表. Empty tables are told in words. */
export const monthSheetValues = ({ sheet, names, prepared, signed, hash }: SheetTold): Values => {
  const { month, entries } = sheet
  const tables = {
    accounts: accountRows(sheet),
    operators: operatorRows(sheet, names),
    banks: bankRows(sheet, names),
    open: openTable(sheet, names).map(row => ({ ...row, since: row.since && wareki(row.since) })),
    cases: caseRows(sheet),
  }
  const none = Object.fromEntries(
    Object.entries(tables).flatMap(([name, rows]) => (rows.length === 0 ? [[`none.${name}`, true]] : [])),
  )
  return {
    month: `${monthWords(month)}（${wareki(firstOf(month))}から${wareki(lastOf(month))}まで）`,
    entries: entries.last === 0 ? '記帳なし' : `第1号から第${entries.last}号まで　この月 ${entries.inMonth}件`,
    ...(prepared && { prepared: lines(prepared) }),
    ...(signed && { signed: lines(signed) }),
    ...(hash !== undefined && { hash }),
    total: totalRows(sheet),
    ...tables,
    ...nested(none),
    proofs: proofRows(sheet, names),
  }
}

const lines = ({ name, on }: Signed): string[] => [name, wareki(on)]

const nested = (flags: Values): Values =>
  Object.keys(flags).length === 0
    ? {}
    : { none: Object.fromEntries(Object.entries(flags).map(([name, flag]) => [name.replace('none.', ''), flag])) }
