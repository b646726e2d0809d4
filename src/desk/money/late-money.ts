import { and, asc, desc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { PlainDate } from '../../domain/day.ts'
import { type Actor, cashiers } from '../../domain/rule.ts'
import { folded } from '../../domain/settlement/folded.ts'
import { numbersInText } from '../../domain/settlement/numbers-in-line.ts'
import type { Db } from '../open-store.ts'
import { cases, money } from '../tables.ts'
import { serves } from '../world.ts'
import type { LineRow } from './line-book.ts'
import { servedAccounts } from './payer-lines.ts'
import { statementLines } from './tables-money.ts'

/** Money for a case that is closed: a line that names it and lies in 仮受金 (`line`), or what is held with the case itself. */
export interface LateMoney {
  readonly caseNumber: string
  readonly name: string | null
  readonly operator: string
  readonly closedOn: PlainDate
  readonly amount: number
  readonly line?: { readonly id: string; readonly date: PlainDate; readonly payer: string }
}

/** Looked through from the newest; more than these are a backlog of 消込, which has its own page. */
const MOST_LINES = 2_000
/** SQLite takes only so many values in one list. */
const AT_ONCE = 500

/**
 * What a cashier has to decide on although no open case asks for it: return it, or hold it. Only by numbers, which costs nothing
 * on a page that everybody opens all day; names are 消込's. Nothing for those who keep no money.
 */
export const lateMoney = async (db: Db, by: Actor): Promise<LateMoney[]> => {
  if (!by.roles.some(role => (cashiers as readonly string[]).includes(role))) return []
  return [...(await namedByLines(db, by)), ...(await heldByCases(db, by))]
}

const heldByCases = async (db: Db, by: Actor): Promise<LateMoney[]> => {
  const rows = await db
    .select({
      caseNumber: money.caseNumber,
      name: cases.name,
      operator: money.operator,
      closedOn: cases.closedOn,
      amount: money.held,
    })
    .from(money)
    .innerJoin(cases, eq(cases.number, money.caseNumber))
    .where(and(gt(money.held, 0), isNotNull(cases.closedOn), isNull(cases.erasedOn)))
    .orderBy(asc(cases.closedOn), asc(cases.number))
  return rows.flatMap(({ closedOn, ...row }) =>
    closedOn !== null && serves(by, row.operator) ? [{ ...row, closedOn: closedOn as PlainDate }] : [],
  )
}

const namedByLines = async (db: Db, by: Actor): Promise<LateMoney[]> => {
  const accounts = await servedAccounts(db, by)
  const lines = await db
    .select()
    .from(statementLines)
    .where(
      and(
        gt(statementLines.rest, 0),
        isNull(statementLines.cancels),
        isNull(statementLines.cancelledBy),
        inArray(statementLines.account, [...accounts.keys()]),
      ),
    )
    .orderBy(desc(statementLines.date), desc(statementLines.id))
    .limit(MOST_LINES)
  const named = lines.map(row => ({ row, numbers: numbersOf(row) }))
  const all = [...new Set(named.flatMap(({ numbers }) => numbers))]
  const closed = new Map<string, Pick<LateMoney, 'name' | 'operator' | 'closedOn'>>()
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const rows = await db
      .select({ number: cases.number, name: cases.name, operator: cases.operator, closedOn: cases.closedOn })
      .from(cases)
      .where(
        and(inArray(cases.number, all.slice(from, from + AT_ONCE)), isNotNull(cases.closedOn), isNull(cases.erasedOn)),
      )
    for (const { number, name, operator, closedOn } of rows)
      closed.set(number, { name, operator, closedOn: closedOn as PlainDate })
  }
  return named.flatMap(({ row, numbers }) => {
    const caseNumber = numbers.find(number => closed.has(number))
    const found = caseNumber === undefined ? undefined : closed.get(caseNumber)
    if (caseNumber === undefined || found === undefined) return []
    if (!accounts.get(row.account)?.operators.includes(found.operator) || !serves(by, found.operator)) return []
    const line = { id: row.id, date: row.date as PlainDate, payer: row.payerRead || row.payer }
    return [{ caseNumber, ...found, amount: row.rest ?? 0, line }]
  })
}

const numbersOf = ({ payer, payerCode, edi, description }: LineRow): string[] =>
  [payer, payerCode, edi, description].flatMap(text => (text === null ? [] : numbersInText(folded(text)).valid))
