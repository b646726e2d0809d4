import type { PlainDate } from '../day.ts'
import { type Yen, yen } from '../yen.ts'
import type { LedgerAccount, LedgerEntry, LedgerKind } from './ledger-entry.ts'

/** 明細行 as its entries in the ledger leave it; yen. */
export interface LineState {
  readonly id: string
  readonly operator: string | null
  readonly account: string
  readonly date: PlainDate
  /** what the bank wrote; exactly one of them is there */
  readonly in?: Yen
  readonly out?: Yen
  /** of a credit: 仮受金 that is nobody's yet */
  readonly rest: number
  /** of a credit: given to cases, and not taken back */
  readonly given: number
  /** of a debit: not yet known as a refund or a recall */
  readonly unexplained: number
  /** of a debit: the credit line that the bank takes back by it (取消, 訂正) */
  readonly cancels?: string
  /** 対象外: no money of this desk */
  readonly aside: number
  /** of a debit set aside: where it went */
  readonly asideAs?: LedgerAccount
  /** 返金: asked for by one person, approved by another, then seen to leave the bank */
  readonly refund?: { readonly amount: Yen; readonly by: string; readonly approved: boolean }
  /** 組戻し: the payer's bank asks for the money back; we agree or refuse; it leaves by a debit line */
  readonly recall?: { readonly amount: Yen; readonly on: PlainDate; readonly state: 'requested' | 'agreed' }
}

type Line = Pick<LineState, 'id' | 'operator' | 'account' | 'date' | 'in' | 'out' | 'cancels'>

const amountIn = ({ body, amount }: LedgerEntry): Yen => (typeof body?.amount === 'number' ? yen(body.amount) : amount)

/** Folds the entries of one line, in their order. */
export const lineState = (line: Line, entries: readonly LedgerEntry[]): LineState =>
  entries.reduce<LineState>((state, entry) => ({ ...without(state, entry), ...after(state, entry) }), {
    ...line,
    rest: 0,
    given: 0,
    unexplained: line.out ?? 0,
    aside: 0,
  })

const gives: Partial<Record<LedgerKind, 1 | -1>> = { allocated: 1, released: -1, linked: 1, unlinked: -1 }

const after = (state: LineState, entry: LedgerEntry): Partial<LineState> => {
  const { kind, amount, debit, credit } = entry
  const rest = state.rest + (credit === 'unidentified' ? amount : 0) - (debit === 'unidentified' ? amount : 0)
  const left = credit === 'bank' ? amount : debit === 'bank' && kind !== 'line_in' ? -amount : 0
  const given = state.given + (gives[kind] ?? 0) * amount
  const moved = { rest, given, unexplained: state.unexplained - left }
  switch (kind) {
    case 'set_aside':
      return { ...moved, aside: state.aside + amount }
    case 'taken_back':
      return { ...moved, aside: state.aside - amount }
    case 'debit_explained':
      return debit === 'in_transit' ? moved : { ...moved, aside: state.aside + amount, asideAs: debit }
    case 'debit_unexplained':
      return credit === 'in_transit' ? moved : { ...moved, aside: state.aside - amount }
    case 'refund_proposed':
      return { ...moved, refund: { amount: amountIn(entry), by: entry.by, approved: false } }
    case 'refund_owed':
      return { ...moved, refund: { amount, by: state.refund?.by ?? entry.by, approved: true } }
    case 'recall_requested':
      return { ...moved, recall: { amount: amountIn(entry), on: entry.on, state: 'requested' } }
    case 'recall_agreed':
      return state.recall ? { ...moved, recall: { ...state.recall, state: 'agreed' } } : moved
    default:
      return moved
  }
}

/** What an entry brings to its end. */
const without = (state: LineState, { kind }: LedgerEntry): LineState => {
  const { refund: _refund, ...refunded } = state
  const { recall: _recall, ...recalled } = state
  const { asideAs: _asideAs, ...explained } = state
  if (kind === 'debit_unexplained') return explained
  if (kind === 'refund_declined' || kind === 'refund_paid' || kind === 'refund_unpaid') return refunded
  if (kind === 'recall_refused' || kind === 'recall_ended' || kind === 'recalled') return recalled
  return state
}
