import { and, asc, eq, gt, inArray, like } from 'drizzle-orm'
import { type PlainDate, todayIn } from '../../domain/day.ts'
import type { Receipt } from '../../domain/fee.ts'
import { explainDebit, unexplainDebit } from '../../domain/money/debit.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Actor } from '../../domain/rule.ts'
import { cashiers } from '../../domain/rule.ts'
import type { Store } from '../open-store.ts'
import { cases, money } from '../tables.ts'
import { CalledOff, type Together } from '../together.ts'
import { serves } from '../world.ts'
import { ledgerOf } from './ledger.ts'
import { type LineRow, lineBook } from './line-book.ts'
import { onceIn } from './once.ts'
import { servedAccounts } from './payer-lines.ts'
import { ledger as ledgerTable, statementLines } from './tables-money.ts'

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

export type Explained = { ok: true; repeated?: true } | { ok: false; refusal: Refusal }

/** The same key again does nothing and says so. */
interface Once {
  readonly once?: string
}

export interface Debits {
  /** Debit lines that nothing explains yet, the oldest first. */
  open(by: Actor): Promise<{ row: LineRow; label: string }[]>
  leaving(by: Actor): Promise<Leaving[]>
  /** The debit line proves that this refund or recall has left; to the yen, on a day not before it. */
  explain(
    debit: string,
    target: { caseNumber: string; receipt: string } | { line: string },
    by: Actor,
    how?: Once,
  ): Promise<Explained>
  /** Takes the proof back; the refund is to be sent again, the recall agreed again. */
  unexplain(debit: string, by: Actor, how?: Once): Promise<Explained>
}

/** Thrown, so that a key is only remembered of what was done. */
const no = (refusal: Refusal): Explained => {
  throw new CalledOff<Explained>({ ok: false, refusal })
}
const mayBook = (by: Actor) => by.roles.some(role => (cashiers as readonly string[]).includes(role))

export const debits = ({ store, now, together }: { store: Store; now: () => string; together: Together }): Debits => {
  const read = lineBook(store.read)
  const book = lineBook(store.write)
  const ledger = ledgerOf(store.write)
  const once = onceIn(store)

  const fromCases = async (by: Actor): Promise<Leaving[]> => {
    const rows = await store.read
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

  const fromLines = async (by: Actor): Promise<Leaving[]> => {
    const ids = await store.read
      .selectDistinct({ line: ledgerTable.line })
      .from(ledgerTable)
      .where(inArray(ledgerTable.kind, ['refund_owed', 'recall_agreed']))
    const files = await Promise.all(ids.map(({ line }) => (line === null ? null : read(line, by))))
    return files.flatMap((file): Leaving[] => {
      if (file === null || file.row.in === null) return []
      const { state, row } = file
      const told = { account: row.account, line: row.id, date: row.date as PlainDate, payer: row.payerRead }
      return [
        ...(state.refund?.approved ? [{ what: 'refund' as const, amount: state.refund.amount, ...told }] : []),
        ...(state.recall?.state === 'agreed'
          ? [{ what: 'recall' as const, amount: state.recall.amount, ...told }]
          : []),
      ]
    })
  }

  const open: Debits['open'] = async by => {
    const accounts = await servedAccounts(store.read, by)
    const rows = await store.read
      .select()
      .from(statementLines)
      .where(and(gt(statementLines.unexplained, 0), inArray(statementLines.account, [...accounts.keys()])))
      .orderBy(asc(statementLines.date), asc(statementLines.id))
    return rows.map(row => ({ row, label: accounts.get(row.account)?.label ?? row.account }))
  }

  return {
    open,
    leaving: async by => [...(await fromCases(by)), ...(await fromLines(by))],

    explain: (debit, target, by, how = {}) =>
      together(async act => {
        if (!mayBook(by)) return no(refuse('not_allowed'))
        const proof = await book(debit, by)
        if (proof === null) return no(refuse('unknown_line'))
        const key = once.key(by, `explain:${debit}`, how.once)
        if (await once.done(key)) return { ok: true, repeated: true }
        await once.remember(key, now())
        if (proof.row.out === null) return no(refuse('line_is_credit'))
        if ('caseNumber' in target) {
          const { caseNumber, receipt } = target
          const amount = proof.state.unexplained
          if (amount === 0) return no(refuse('nothing_to_explain'))
          const done = await act(
            caseNumber,
            'refundSent',
            { receipt, amount: String(amount), on: proof.row.date, line: debit },
            by,
          )
          if (done.ok) return { ok: true }
          return no('refusal' in done ? done.refusal : refuse('nothing_to_explain'))
        }
        const of = await book(target.line, by)
        if (of === null) return no(refuse('unknown_line'))
        const what = of.state.recall?.state === 'agreed' ? 'recall' : 'refund'
        const moved = explainDebit(proof.state, of.state, what, { today: todayIn(now()), by })
        if (isRefusal(moved)) return no(moved)
        await ledger.append(moved, { at: now(), by: by.id })
        return { ok: true }
      }),

    unexplain: (debit, by, how = {}) =>
      together(async act => {
        if (!mayBook(by)) return no(refuse('not_allowed'))
        const proof = await book(debit, by)
        const key = once.key(by, `unexplain:${debit}`, how.once)
        if (proof !== null && (await once.done(key))) return { ok: true, repeated: true }
        await once.remember(key, now())
        const last = proof?.entries.findLast(each => each.kind === 'debit_explained')
        if (proof === null || last === undefined || proof.state.unexplained === proof.row.out)
          return no(refuse('nothing_to_explain'))
        if (last.caseNumber !== undefined && last.receipt !== undefined) {
          const done = await act(last.caseNumber, 'refundUnsent', { receipt: last.receipt, line: debit }, by)
          if (done.ok) return { ok: true }
          return no('refusal' in done ? done.refusal : refuse('nothing_to_explain'))
        }
        const of = await book(String(last.body?.of), by)
        if (of === null) return no(refuse('unknown_line'))
        const moved = unexplainDebit(proof.state, of.state, last, { today: todayIn(now()), by })
        if (isRefusal(moved)) return no(moved)
        await ledger.append(moved, { at: now(), by: by.id })
        return { ok: true }
      }),
  }
}
