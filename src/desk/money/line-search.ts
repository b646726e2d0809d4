import { and, eq, gt, gte, type like, lte, or, type SQL, sql } from 'drizzle-orm'
import type { PlainDate } from '../../domain/day.ts'
import { parseYen } from '../../domain/yen.ts'
import { nameKeyOf } from './statement-line-row.ts'
import { statementLines } from './tables-money.ts'

export interface LineFilter {
  readonly account?: string
  readonly statement?: string
  readonly from?: PlainDate
  readonly to?: PlainDate
  /** open: a credit of which something is left, a debit that nothing explains yet */
  readonly state?: 'open' | 'all'
  /** a name as written, kana in any width, an amount, a case number or other digits of the line */
  readonly text?: string
  /** 200 unless told */
  readonly limit?: number
}

/** As a condition of SQL; undefined where everything is wanted. */
export const wanted = ({ account, statement, from, to, state = 'all', text = '' }: LineFilter): SQL | undefined =>
  and(
    account === undefined ? undefined : eq(statementLines.account, account),
    statement === undefined ? undefined : eq(statementLines.statement, statement),
    from === undefined ? undefined : gte(statementLines.date, from),
    to === undefined ? undefined : lte(statementLines.date, to),
    state === 'open' ? or(gt(statementLines.rest, 0), gt(statementLines.unexplained, 0)) : undefined,
    text.trim() === '' ? undefined : saying(text.trim()),
  )

/** As LIKE takes it: what a person typed is never a pattern. */
const within = (text: string): string => `%${text.replace(/[\\%_]/g, sign => `\\${sign}`)}%`
const has = (column: Parameters<typeof like>[0], text: string): SQL => sql`${column} like ${within(text)} escape '\\'`

const saying = (text: string): SQL | undefined => {
  const key = nameKeyOf(text)
  const amount = parseYen(text)
  const digits = text.normalize('NFKC').replace(/[\s\-‐‑–−ー]/g, '')
  const isDigits = /^\d{3,16}$/.test(digits)
  const { payer, payerRead, payerCode, edi, description, nameKey, reference, id } = statementLines
  return or(
    has(payer, text),
    has(payerRead, text),
    has(description, text),
    eq(id, text.toUpperCase()),
    key === '' ? undefined : has(nameKey, key),
    amount === null ? undefined : or(eq(statementLines.in, amount), eq(statementLines.out, amount)),
    ...(isDigits ? [payer, payerCode, edi, description, reference].map(column => has(column, digits)) : []),
  )
}
