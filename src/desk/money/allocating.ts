import { fold } from '../../domain/evolve.ts'
import { outstanding } from '../../domain/fee.ts'
import type { Actor } from '../../domain/rule.ts'
import { yen } from '../../domain/yen.ts'
import { journalOf } from '../journal.ts'
import type { Store } from '../open-store.ts'
import { serves } from '../world.ts'
import { type LineFile, lineBook } from './line-book.ts'
import { type BookingPart, type LineBooking, maySettle, orUnsettled, type Together } from './line-booking.ts'
import { type NotSettled, noFor, type Settled, Unsettled } from './settled.ts'

/** One row of a split. `hold`: what the case does not owe is held there, to be returned or applied by hand. */
export interface AllocationPart {
  readonly caseNumber: string
  readonly amount: number
  readonly hold?: boolean
}

export interface Allocation {
  readonly caseNumber: string
  readonly receipt: string
}

/** A person decides: split, join, hand match; and takes it back. Each in one transaction. */
export const allocating = ({
  store,
  together,
  booking,
}: {
  store: Store
  together: Together
  booking: LineBooking
}) => {
  const journal = journalOf(store.write)
  const file = lineBook(store.write)
  const caseOf = async (number: string, by: Actor) => {
    const kase = fold(await journal.read(number))
    return kase.number === null || !serves(by, kase.intake.operator) ? null : kase
  }

  const wrongPart = async (
    { account, row }: LineFile,
    { caseNumber, amount, hold = false }: AllocationPart,
    by: Actor,
  ): Promise<NotSettled | null> => {
    const no = noFor(row.id)
    if (!Number.isInteger(amount) || amount <= 0) return no('amount_wrong', { case: caseNumber })
    const kase = await caseOf(caseNumber, by)
    if (kase === null) return no('unknown_case', { case: caseNumber })
    if (!account.operators.includes(kase.intake.operator)) return no('other_operator', { case: caseNumber })
    const owes = outstanding(kase)
    return hold || amount <= owes ? null : no('exceeds_owed', { case: caseNumber, owes })
  }

  return {
    allocate: (line: string, parts: readonly AllocationPart[], by: Actor, learn: boolean): Promise<Settled> =>
      orUnsettled(() =>
        together(async act => {
          const no = noFor(line)
          const open = await booking.openLine(line, by)
          if ('ok' in open) return open
          if (parts.length === 0) return no('no_parts')
          const twice = parts.find(({ caseNumber }, at) => parts.findIndex(each => each.caseNumber === caseNumber) < at)
          if (twice) return no('case_twice', { case: twice.caseNumber })
          for (const part of parts) {
            const wrong = await wrongPart(open, part, by)
            if (wrong) return wrong
          }
          const sum = parts.reduce((total, { amount }) => total + amount, 0)
          if (sum > open.state.rest) return no('exceeds_line', { rest: open.state.rest, sum })
          const rows = parts.map(({ caseNumber, amount }): BookingPart => ({ caseNumber, amount: yen(amount) }))
          return booking.book(act, open, rows, by, learn)
        }),
      ),

    /** Un-matches: what the line booked is reversed by new entries, what it only proved stays booked without it. */
    release: (line: string, given: readonly Allocation[], reason: string | null, by: Actor): Promise<Settled> =>
      orUnsettled(() =>
        together(async act => {
          const no = noFor(line)
          if (!maySettle(by)) return no('not_allowed')
          const open = await file(line, by)
          if (open === null) return no('unknown_line')
          if (given.length === 0) return no('no_parts')
          const booked = []
          for (const { caseNumber, receipt: id } of given) {
            const receipt = (await caseOf(caseNumber, by))?.fee.receipts.find(each => each.id === id && !each.reversed)
            if (receipt?.line !== line) throw new Unsettled(no('unknown_allocation', { case: caseNumber }))
            const done = await act(caseNumber, 'releaseLine', { receipt: id, ...(reason && { reason }) }, by)
            if (!done.ok)
              throw new Unsettled(
                no('case_refused', { case: caseNumber }, 'refusal' in done ? done.refusal : undefined),
              )
            booked.push({ caseNumber, receipt: id, amount: receipt.amount })
          }
          return { ok: true, line, booked }
        }),
      ),
  }
}
