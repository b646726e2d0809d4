import { and, asc, gt, inArray } from 'drizzle-orm'
import { todayIn } from '../../domain/day.ts'
import { explainDebit, leaveOf, unexplainDebit } from '../../domain/money/debit.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Actor } from '../../domain/rule.ts'
import { cashiers } from '../../domain/rule.ts'
import type { Store } from '../open-store.ts'
import { CalledOff, type Together } from '../together.ts'
import { type Leaving, leavingMoney } from './leaving.ts'
import { ledgerOf } from './ledger.ts'
import { type LineRow, lineBook } from './line-book.ts'
import { onceIn } from './once.ts'
import { servedAccounts } from './payer-lines.ts'
import { cancelsIn } from './statement-links.ts'
import { statementLines } from './tables-money.ts'

export type Explained = { ok: true; repeated?: true } | { ok: false; refusal: Refusal }

export interface OpenDebit {
  readonly row: LineRow
  readonly label: string
  /** the credit line that the bank takes back by it; null where it says so of none */
  readonly corrects: string | null
}

/** The same key again does nothing and says so. */
interface Once {
  readonly once?: string
}

export interface Debits {
  /** Debit lines that nothing explains yet, the oldest first. */
  open(by: Actor): Promise<OpenDebit[]>
  leaving(by: Actor): Promise<Leaving[]>
  /** The debit line proves that this refund, recall or correction has left; to the yen, on a day not before it. */
  explain(
    debit: string,
    target: { caseNumber: string; receipt: string } | { line: string },
    by: Actor,
    how?: Once,
  ): Promise<Explained>
  /** Takes the proof back; the refund is to be sent again, the recall agreed again, the bank's error is 仮受金 again. */
  unexplain(debit: string, by: Actor, how?: Once): Promise<Explained>
}

/** Thrown, so that a key is only remembered of what was done. */
const no = (refusal: Refusal): Explained => {
  throw new CalledOff<Explained>({ ok: false, refusal })
}
const mayBook = (by: Actor) => by.roles.some(role => (cashiers as readonly string[]).includes(role))

export const debits = ({ store, now, together }: { store: Store; now: () => string; together: Together }): Debits => {
  const book = lineBook(store.write)
  const ledger = ledgerOf(store.write)
  const once = onceIn(store)

  const open: Debits['open'] = async by => {
    const accounts = await servedAccounts(store.read, by)
    const rows = await store.read
      .select()
      .from(statementLines)
      .where(and(gt(statementLines.unexplained, 0), inArray(statementLines.account, [...accounts.keys()])))
      .orderBy(asc(statementLines.date), asc(statementLines.id))
    return rows.map(row => ({
      row,
      label: accounts.get(row.account)?.label ?? row.account,
      corrects: cancelsIn(row.cancels)?.line ?? null,
    }))
  }

  return {
    open,
    leaving: by => leavingMoney(store.read, by),

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
          if (amount === 0 || proof.state.cancels !== undefined) return no(refuse('nothing_to_explain'))
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
        const moved = explainDebit(proof.state, of.state, leaveOf(proof.state, of.state), { today: todayIn(now()), by })
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
