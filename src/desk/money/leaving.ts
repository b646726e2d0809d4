import { eq, inArray, like } from 'drizzle-orm'
import type { PlainDate } from '../../domain/day.ts'
import type { Receipt } from '../../domain/fee.ts'
import type { Actor } from '../../domain/rule.ts'
import type { Db } from '../open-store.ts'
import { cases, money } from '../tables.ts'
import { serves } from '../world.ts'
import { lineBook } from './line-book.ts'
import { ledger } from './tables-money.ts'

/** Money that has been decided to leave the bank and that no debit line has proved yet. */
export type Leaving =
  | {
      readonly what: 'case_refund'
      readonly caseNumber: string
      readonly receipt: string
      readonly amount: number
      readonly name: string | null
      readonly operator: string
    }
  | {
      readonly what: 'refund' | 'recall'
      readonly account: string
      readonly line: string
      readonly amount: number
      readonly date: PlainDate
      readonly payer: string
    }

/** Of the cases and the lines that `by` serves. */
export const leavingMoney = async (db: Db, by: Actor): Promise<Leaving[]> => [
  ...(await fromCases(db, by)),
  ...(await fromLines(db, by)),
]

const fromCases = async (db: Db, by: Actor): Promise<Leaving[]> => {
  const rows = await db
    .select({ number: money.caseNumber, operator: money.operator, receipts: money.receipts, name: cases.name })
    .from(money)
    .innerJoin(cases, eq(cases.number, money.caseNumber))
    .where(like(money.receipts, '%"refundDue"%'))
  return rows
    .filter(row => serves(by, row.operator))
    .flatMap(({ number, operator, name, receipts }) =>
      (JSON.parse(receipts) as Receipt[]).flatMap(({ id, refundDue }) =>
        refundDue === undefined
          ? []
          : [{ what: 'case_refund' as const, caseNumber: number, receipt: id, amount: refundDue, name, operator }],
      ),
    )
}

const fromLines = async (db: Db, by: Actor): Promise<Leaving[]> => {
  const ids = await db
    .selectDistinct({ line: ledger.line })
    .from(ledger)
    .where(inArray(ledger.kind, ['refund_owed', 'recall_agreed']))
  const read = lineBook(db)
  const files = await Promise.all(ids.map(({ line }) => (line === null ? null : read(line, by))))
  return files.flatMap((file): Leaving[] => {
    if (file === null || file.row.in === null) return []
    const { state, row } = file
    const told = { account: row.account, line: row.id, date: row.date as PlainDate, payer: row.payerRead }
    return [
      ...(state.refund?.approved ? [{ what: 'refund' as const, amount: state.refund.amount, ...told }] : []),
      ...(state.recall?.state === 'agreed' ? [{ what: 'recall' as const, amount: state.recall.amount, ...told }] : []),
    ]
  })
}
