import type { Yen } from '../yen.ts'
import type { DueIndex } from './due-index.ts'
import type { LineReading } from './line-reading.ts'
import type { Bucket, Due, Proposal } from './plan.ts'
import type { Reason } from './reason-codes.ts'

/** What one line looks like by itself, before lines are held against each other. */
export interface Look {
  readonly reading: LineReading
  readonly bucket: Bucket
  readonly proposals: readonly Proposal[]
  /** places in the index: one for each proposal, or all that are tied */
  readonly cases: readonly number[]
  readonly byNumber: boolean
  readonly notes: readonly Reason[]
}

/** Whose dues an account serves; equal lists are one object. */
export interface Operators {
  readonly key: string
  has(operator: string): boolean
}

/** All that the verdict on a line may depend on. */
export interface Desk {
  readonly index: DueIndex
  readonly shortBy: ReadonlySet<number>
  readonly operatorsOf: (line: LineReading['line']) => Operators
}

/** More tied cases than these are counted, not shown. */
export const MOST_SHOWN = 50

export const owes = (due: Due): boolean => due.state === 'open' && due.outstanding > 0

export const unknown = (reading: LineReading, notes: readonly Reason[]): Look => ({
  reading,
  bucket: 'unknown',
  proposals: [],
  cases: [],
  byNumber: false,
  notes,
})

/** What the proposals leave of the line. Tied proposals take nothing: one of them may be right. */
export const restOf = ({ reading, bucket, proposals }: Look): Yen =>
  (bucket === 'ambiguous'
    ? reading.line.amount
    : reading.line.amount - proposals.reduce((sum, each) => sum + each.amount, 0)) as Yen

/** The same look with more against its proposals; what is contradicted is not ticked beforehand. */
export const doubted = (look: Look, against: readonly Reason[]): Look =>
  against.length === 0
    ? look
    : {
        ...look,
        bucket: look.bucket === 'proposed' ? 'likely' : look.bucket,
        proposals: look.proposals.map(each => ({ ...each, contradictions: [...each.contradictions, ...against] })),
      }
