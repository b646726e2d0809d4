import type { PlainDate } from '../day.ts'
import type { Yen } from '../yen.ts'
import type { Reason } from './reason-codes.ts'

/** One credit line of a statement with money left on it. */
export interface PayerLine {
  readonly id: string
  readonly date: PlainDate
  /** what is left of the line */
  readonly amount: Yen
  /** as the bank wrote it */
  readonly payer: string
  /** 振込依頼人コード */
  readonly payerCode?: string
  readonly edi?: string
  /** 摘要 */
  readonly description?: string
  /** whose dues this account may pay */
  readonly operators: readonly string[]
  /** 取消・訂正: never proposed */
  readonly cancels?: boolean
}

/** An alias was confirmed by a person once; an agent's name is no evidence by itself until it is one. */
export interface PayerName {
  readonly kana: string
  readonly name?: string
  readonly role: 'subject' | 'requester' | 'agent' | 'alias'
}

export interface BookedReceipt {
  readonly receipt: string
  readonly amount: Yen
  readonly receivedOn: PlainDate
  readonly line?: string
  /** booked as a transfer without a line */
  readonly byHand: boolean
}

/** One case with a fee, open or not. */
export interface Due {
  /** eight digits, the last a Damm digit */
  readonly caseNumber: string
  readonly operator: string
  /** 0 when nothing is owed */
  readonly outstanding: Yen
  /** the whole fee */
  readonly asked: Yen
  /** not_charged: a request that costs nothing */
  readonly state: 'open' | 'withdrawn' | 'closed' | 'not_charged'
  readonly names: readonly PayerName[]
  /** same requester or agent: sums are only looked for inside one group */
  readonly group?: string
  readonly arrivedOn: PlainDate
  readonly requestedOn?: PlainDate
  readonly dueOn?: PlainDate
  readonly booked: readonly BookedReceipt[]
}

export const buckets = [
  'proposed',
  'likely',
  'ambiguous',
  'short',
  'over',
  'duplicate',
  'sum',
  'closed_case',
  'unknown',
] as const
export type Bucket = (typeof buckets)[number]

/** `open` owes and has no line, `settled` owes nothing and has none. */
export type DueBucket = Exclude<Bucket, 'unknown'> | 'open' | 'settled'

export interface Proposal {
  readonly caseNumber: string
  /** of the line that would go to this case */
  readonly amount: Yen
  readonly reasons: readonly Reason[]
  readonly contradictions: readonly Reason[]
  /** the receipt booked by hand that this line seems to be */
  readonly already?: string
}

export interface LineVerdict {
  readonly line: string
  readonly bucket: Bucket
  /** sum: several; ambiguous: the tied ones, best first, and each shows what it could take alone; unknown: none; else one */
  readonly proposals: readonly Proposal[]
  /** over what the proposals take; the whole line where they are tied */
  readonly rest: Yen
  readonly notes: readonly Reason[]
}

export interface DueVerdict {
  readonly caseNumber: string
  readonly bucket: DueBucket
  readonly lines: readonly string[]
}

/** Lines by date and id, dues by number, whatever order they were given in. */
export interface Plan {
  readonly lines: readonly LineVerdict[]
  readonly dues: readonly DueVerdict[]
  /** equal for plans whose lines would all be confirmed with the same meaning */
  readonly fingerprint: string
}

export interface SettleTerms {
  /** exact shortfalls that count as a transfer fee taken off by the bank */
  readonly shortBy?: readonly number[]
  /** how many half-width characters this bank shows of a payer; a shorter one was not cut */
  readonly shownKana?: number
}
