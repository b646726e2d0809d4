import { TRANSFER_FEES } from './settlement/amount-evidence.ts'
import { settleClaims } from './settlement/claims.ts'
import { dueIndex } from './settlement/due-index.ts'
import { dueVerdicts } from './settlement/due-verdicts.ts'
import { firstLook } from './settlement/first-look.ts'
import { lineReader } from './settlement/line-reading.ts'
import { type Operators, restOf } from './settlement/look.ts'
import { nameReader } from './settlement/match-key.ts'
import type { Due, LineVerdict, PayerLine, Plan, SettleTerms } from './settlement/plan.ts'
import { fingerprintOf } from './settlement/proof.ts'

export type {
  BookedReceipt,
  Bucket,
  Due,
  DueBucket,
  LineVerdict,
  PayerLine,
  PayerName,
  Plan,
  Proposal,
  SettleTerms,
} from './settlement/plan.ts'
export { buckets } from './settlement/plan.ts'
export { proofOf } from './settlement/proof.ts'
export type { Reason, ReasonCode } from './settlement/reason-codes.ts'
export { reasonCodes } from './settlement/reason-codes.ts'

/**
 * Which line pays which case: total, and the same for every order of its arguments. Every line and every case lands in
 * exactly one bucket. Nothing is matched by its amount alone, ties are never picked, and a plan books nothing.
 */
export function settle(lines: readonly PayerLine[], dues: readonly Due[], terms: SettleTerms = {}): Plan {
  const ordered = dues.toSorted((a, b) => compare(a.caseNumber, b.caseNumber))
  const nameOf = nameReader()
  const desk = {
    index: dueIndex(ordered, nameOf),
    shortBy: new Set<number>(terms.shortBy ?? TRANSFER_FEES),
    operatorsOf: operatorsReader(),
  }
  const read = lineReader(nameOf)
  const look = firstLook(desk, terms.shownKana)
  const alone = lines
    .toSorted(
      (a, b) => compare(a.date, b.date) || compareIds(a.id, b.id) || compare(a.payer, b.payer) || a.amount - b.amount,
    )
    .map(line => look(read(line)))
  const looks = settleClaims(desk, alone)
  const verdicts: LineVerdict[] = looks.map(each => ({
    line: each.reading.line.id,
    bucket: each.bucket,
    proposals: each.proposals,
    rest: restOf(each),
    notes: each.notes,
  }))
  return { lines: verdicts, dues: dueVerdicts(ordered, looks), fingerprint: fingerprintOf(verdicts) }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** l9 before l10: banks and files count their lines. */
const compareIds = (a: string, b: string): number => {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const digits = /^\d*/
  while (at > 0 && /\d/.test(a[at - 1] ?? '')) at -= 1
  const x = digits.exec(a.slice(at))?.[0] ?? ''
  const y = digits.exec(b.slice(at))?.[0] ?? ''
  return (x !== '' && y !== '' && Number(x) - Number(y)) || compare(a, b)
}

const operatorsReader = (): ((line: PayerLine) => Operators) => {
  const byList = new Map<readonly string[], Operators>()
  const byKey = new Map<string, Operators>()
  return ({ operators }) => {
    const known = byList.get(operators)
    if (known !== undefined) return known
    const key = operators.toSorted().join('\n')
    const made = byKey.get(key) ?? Object.assign(new Set(operators), { key })
    byKey.set(key, made)
    byList.set(operators, made)
    return made
  }
}
