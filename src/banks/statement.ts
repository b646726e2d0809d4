import type { PlainDate } from '../domain/day.ts'
import type { Issue } from './issue.ts'

/** Which calendar two-digit years of this account were written in; the desk remembers it per account. */
export type DateMode = 'wareki' | 'seireki'

/** Whose account. Names and numbers as the file writes them; a CSV often names no account at all. */
export interface BankAccount {
  bankCode?: string | undefined
  bankName?: string | undefined
  branchCode?: string | undefined
  branchName?: string | undefined
  kind?: string | undefined
  number?: string | undefined
  holder?: string | undefined
}

/** This line takes another one back. `record` is the line it was found to mean; nothing is ever applied by itself. */
export interface Cancels {
  why: 'cancelled' | 'corrected' | 'negative'
  record?: number
}

/**
 * One movement. Integer yen, never negative: exactly one of `in` and `out` is there, and says which way the money went
 * (a cancelled deposit is `out`). `record` counts from 1: record, row or entry of the file. Bytes count from 0.
 */
export interface StatementLine {
  record: number
  position: number
  date: PlainDate
  valueDate?: PlainDate | undefined
  in?: number | undefined
  out?: number | undefined
  /** As written, without padding; half-width kana stay half-width. */
  payer: string
  /** The same for eyes: full-width kana with joined sound marks. */
  payerRead: string
  /** The bank's own word for the movement: 振込, 現金, カード … */
  kind: string
  balance?: number | undefined
  /** 照会番号, 番号, 取引順番号, 入出金明細ID: not stable across downloads unless the bank says so. */
  reference?: string | undefined
  /** 振込依頼人コード */
  payerCode?: string | undefined
  edi?: string | undefined
  /** 摘要 as the bank wrote it, before a payer was found in it */
  description?: string | undefined
  fromBank?: string | undefined
  fromBranch?: string | undefined
  /** うち他店券金額: cheques of other banks, not yet money */
  uncleared?: number | undefined
  cancels?: Cancels | undefined
  cancelledBy?: number | undefined
}

export interface Totals {
  count: number
  sum: number
}

/** What the file says it holds against what was read. */
export interface TrailerCheck {
  stated: { in: Totals; out: Totals }
  counted: { in: Totals; out: Totals }
  agrees: boolean
}

export interface StatementAccount {
  account: BankAccount
  dateMode?: DateMode | undefined
  from?: PlainDate | undefined
  to?: PlainDate | undefined
  openingBalance?: number | undefined
  closingBalance?: number | undefined
  order?: 'oldest_first' | 'newest_first' | undefined
  lines: StatementLine[]
  trailer?: TrailerCheck | undefined
}

/** The first rows of a file nobody knows, for the column-mapping screen. */
export interface UnknownTable {
  delimiter: ',' | '\t'
  rows: string[][]
}

export interface Statement {
  /** 'zengin-03', 'camt.054', a layout's id, 'mapped' or 'unknown' */
  format: string
  accounts: StatementAccount[]
  issues: Issue[]
  table?: UnknownTable
}
