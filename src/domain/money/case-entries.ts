import type { Case, CaseEvent } from '../case.ts'
import type { PlainDate } from '../day.ts'
import type { PostalOrder, Receipt, Stamps } from '../fee.ts'
import type { PaymentMeans } from '../operator.ts'
import { yen } from '../yen.ts'
import type { LedgerAccount, Movement } from './ledger-entry.ts'
import type { OrderKey } from './order-book.ts'

/** Where money lies that was booked by hand. A transfer is in the bank, but no line has proved it yet. */
export const assetOf: Readonly<Record<PaymentMeans, LedgerAccount>> = {
  transfer: 'in_transit',
  postal_transfer: 'in_transit',
  stamps: 'stamps',
  postal_order: 'postal_orders',
  registered_cash: 'cash',
  cash: 'cash',
}

type Side = Pick<Movement, 'kind' | 'debit' | 'credit'> & Partial<Movement>

/**
 * What one event of a case's journal moves in the ledger; `before`: the case as it was, `today`: the day of the command.
 * Nothing for events that move no money (a due, a waiver, a decision to keep what is applied anyway).
 */
export const caseEntries = (before: Case, event: CaseEvent, today: PlainDate): Movement[] => {
  const of = (receipt: string, amount: number, side: Side): Movement[] =>
    amount === 0
      ? []
      : [
          {
            on: today,
            amount: yen(amount),
            operator: before.intake.operator,
            ...(before.number !== null && { caseNumber: before.number }),
            receipt,
            ...side,
          },
        ]
  const known = (id: string) => before.fee.receipts.find(each => each.id === id)

  switch (event.type) {
    case 'FeeReceived': {
      const pieces = piecesOf(event)
      const { receipt, amount, receivedOn: on, line } = event
      return line === undefined
        ? of(receipt, amount, { kind: 'received', debit: assetOf[event.means], credit: 'held', on, ...pieces })
        : of(receipt, amount, { kind: 'allocated', debit: 'unidentified', credit: 'held', on, line })
    }
    case 'FeeLineLinked': {
      const { receipt, line } = event
      const amount = known(receipt)?.amount ?? 0
      return of(receipt, amount, { kind: 'linked', debit: 'unidentified', credit: 'in_transit', line })
    }
    case 'FeeLineUnlinked': {
      const { receipt, line } = event
      const amount = known(receipt)?.amount ?? 0
      return of(receipt, amount, { kind: 'unlinked', debit: 'in_transit', credit: 'unidentified', line })
    }
    case 'FeeApplied':
      return of(event.receipt, event.amount, { kind: 'applied', debit: 'held', credit: 'fees' })
    case 'FeeUnapplied':
      return of(event.receipt, event.amount, { kind: 'unapplied', debit: 'fees', credit: 'held' })
    case 'FeeReversed': {
      const receipt = known(event.receipt)
      return receipt === undefined ? [] : reversal(receipt, of)
    }
    case 'FeeRefunded': {
      const { receipt, amount, on, line, orders = [] } = event
      const named = orders.map(nth => ({ caseNumber: before.number, receipt, nth }))
      const credit = assetOf[event.means]
      const approved = event.means === 'transfer' && known(receipt)?.refundDue === amount
      return [
        ...of(
          receipt,
          amount,
          approved
            ? { kind: 'refund_paid', debit: 'refund_payable', credit, on }
            : {
                kind: 'returned',
                debit: 'held',
                credit,
                on,
                ...piecesOf({ orders: named, stamps: event.stamps ?? [] }),
              },
        ),
        ...(line === undefined
          ? []
          : of(receipt, amount, { kind: 'debit_explained', debit: 'in_transit', credit: 'bank', on, line })),
      ]
    }
    case 'RefundUnsent': {
      const { receipt, amount, line, bounced } = event
      const back: Side = { kind: 'refund_unpaid', debit: 'in_transit', credit: bounced ? 'held' : 'refund_payable' }
      // What bounced did leave by its line; the money comes back by another one.
      const unproved = line !== undefined && !bounced
      return [
        ...(unproved
          ? of(receipt, amount, { kind: 'debit_unexplained', debit: 'bank', credit: 'in_transit', line })
          : []),
        ...of(receipt, amount, back),
      ]
    }
    case 'RefundApproved':
      return of(event.receipt, event.amount, { kind: 'refund_owed', debit: 'held', credit: 'refund_payable' })
    case 'RefundWithdrawn': {
      const amount = known(event.receipt)?.refundDue ?? 0
      return of(event.receipt, amount, { kind: 'refund_unpaid', debit: 'refund_payable', credit: 'held' })
    }
    case 'RefundGivenUp':
      return of(event.receipt, event.amount, { kind: 'given_up', debit: 'held', credit: 'kept' })
    default:
      return []
  }
}

/** The whole way back, step by step, so that every account ends where it was. What came by a line is 仮受金 again. */
const reversal = (receipt: Receipt, of: (id: string, amount: number, side: Side) => Movement[]): Movement[] => {
  const { id, means, amount, applied, givenUp, line } = receipt
  const back: Side =
    line === undefined
      ? { kind: 'reversed', debit: 'held', credit: assetOf[means] }
      : { kind: 'released', debit: 'held', credit: 'unidentified', line }
  return [
    ...of(id, applied, { kind: 'unapplied', debit: 'fees', credit: 'held' }),
    ...of(id, givenUp, { kind: 'given_up', debit: 'kept', credit: 'held' }),
    ...of(id, amount, back),
  ]
}

/** Numbers and faces: facts of instruments, not of people. */
const piecesOf = ({
  orders,
  stamps,
}: {
  readonly orders: readonly (PostalOrder | (Omit<OrderKey, 'caseNumber'> & { readonly caseNumber: string | null }))[]
  readonly stamps: readonly Stamps[]
}): Partial<Movement> => {
  const pieces = { ...(orders.length > 0 && { orders }), ...(stamps.length > 0 && { stamps }) }
  return Object.keys(pieces).length === 0 ? {} : { body: pieces }
}

/** Every movement of a command, in the order of its events. */
export const movementsOf = (
  before: Case,
  events: readonly CaseEvent[],
  today: PlainDate,
  evolve: (kase: Case, event: CaseEvent) => Case,
): Movement[] => {
  let kase = before
  return events.flatMap(event => {
    const after = evolve(kase, event)
    // The number of a case that this very command opens is known only after its first event.
    const moved = caseEntries({ ...kase, number: after.number, intake: after.intake }, event, today)
    kase = after
    return moved
  })
}
