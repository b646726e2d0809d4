import { unassigned } from '../../domain/fee.ts'
import { type Actor, cashiers } from '../../domain/rule.ts'
import { type Yen, yen } from '../../domain/yen.ts'
import type { Store } from '../open-store.ts'
import type { Act } from '../together.ts'
import { type LineFile, lineBook } from './line-book.ts'
import { learnAlias } from './payer-aliases.ts'
import { barWaits } from './payer-lines.ts'
import { type Booking, type NotSettled, noFor, type Settled, Unsettled } from './settled.ts'

/** `already`: the receipt booked by hand that the line proves. */
export interface BookingPart {
  readonly caseNumber: string
  readonly amount: Yen
  readonly already?: string
}

export type Together = <T>(work: (act: Act) => Promise<T>) => Promise<T>

export const maySettle = (by: Actor): boolean => by.roles.some(role => (cashiers as readonly string[]).includes(role))

/** Gives the money of one line to cases inside an open transaction; throws `Unsettled` where a case refuses. */
export const lineBooking = ({ store, now }: { store: Store; now: () => string }) => {
  const file = lineBook(store.write)

  /** The line as this transaction sees it, or why it may not be given away now. */
  const openLine = async (id: string, by: Actor): Promise<LineFile | NotSettled> => {
    const no = noFor(id)
    if (!maySettle(by)) return no('not_allowed')
    const found = await file(id, by)
    if (found === null) return no('unknown_line')
    const { row, state, entries } = found
    if (state.in === undefined) return no('line_is_debit')
    if (row.cancels !== null || row.cancelledBy !== null) return no('line_cancelled')
    if (state.rest <= 0) {
      const last = entries.findLast(entry => entry.debit === 'unidentified' && entry.amount > 0)
      return no('already_settled', { ...(last && { by: last.by, on: last.at }) })
    }
    return barWaits(state) === undefined ? found : no('line_waits')
  }

  const book = async (
    act: Act,
    { row }: LineFile,
    parts: readonly BookingPart[],
    by: Actor,
    learn: boolean,
  ): Promise<Settled> => {
    const booked: Booking[] = []
    const payer = (row.payerRead || row.payer).trim().slice(0, 100)
    for (const { caseNumber, amount, already } of parts) {
      const done =
        already === undefined
          ? await act(
              caseNumber,
              'receiveLine',
              { amount: String(amount), receivedOn: row.date, line: row.id, ...(payer && { payer }) },
              by,
            )
          : await act(caseNumber, 'linkLine', { receipt: already, line: row.id }, by)
      if (!done.ok)
        throw new Unsettled(
          noFor(row.id)('case_refused', { case: caseNumber }, 'refusal' in done ? done.refusal : undefined),
        )
      const receipt = already ?? done.kase.fee.receipts.at(-1)?.id ?? ''
      // A receipt is proved whole: the ledger takes its amount from the line.
      const proved = done.kase.fee.receipts.find(each => each.id === receipt)
      if (proved?.amount !== amount) throw new Unsettled(noFor(row.id)('world_moved'))
      const held = unassigned(proved)
      booked.push({
        caseNumber,
        receipt,
        amount,
        ...(already === undefined && held > 0 && { held: yen(held) }),
        ...(already !== undefined && { linked: true as const }),
      })
      if (learn) await learnAlias(store.write, { caseNumber, payer: row.payer }, { by: by.id, at: now() })
    }
    return { ok: true, line: row.id, booked }
  }

  return { openLine, book }
}
export type LineBooking = ReturnType<typeof lineBooking>

/** Runs one line's transaction; what it threw away becomes its answer. */
export const orUnsettled = async (work: () => Promise<Settled>): Promise<Settled> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Unsettled) return error.answer
    throw error
  }
}
