import { amountEvidence, proposal } from './amount-evidence.ts'
import type { Lookups } from './by-name.ts'
import type { LineReading } from './line-reading.ts'
import { type Desk, type Look, MOST_SHOWN, owes } from './look.ts'
import { nameFit } from './name-evidence.ts'
import { agrees, isStranger, nameReason } from './name-fit.ts'
import type { Due, Proposal } from './plan.ts'
import type { Reason } from './reason-codes.ts'

/** Verdicts on lines with one or more numbers of ours in them. */
export function numberedBy(desk: Desk, lookups: Lookups) {
  const { dues, namesOf } = desk.index

  const propose = (reading: LineReading, at: number, more: readonly Reason[] = [], sum?: Reason): Proposal[] => {
    const due = dues[at]
    if (due === undefined) return []
    const { line, name, numbers } = reading
    const money = sum
      ? { takes: due.outstanding, reasons: [sum], contradictions: [] }
      : amountEvidence(due, line.amount, desk.shortBy)
    const found = numbers.find(each => each.number === due.caseNumber)
    const reasons: Reason[] =
      found === undefined ? [] : [{ code: 'number_in', about: { number: found.number, where: found.where } }]
    const elsewhere: Reason[] = desk.operatorsOf(line).has(due.operator) ? [] : [{ code: 'other_operator' }]
    const fit = nameReason[nameFit(name, namesOf(at))]
    return [proposal(due, money, fit, { reasons, contradictions: [...elsewhere, ...more] })]
  }
  const tied = (reading: LineReading, cases: readonly number[], notes: readonly Reason[]): Look => ({
    reading,
    bucket: 'ambiguous',
    proposals: cases.slice(0, MOST_SHOWN).flatMap(at => propose(reading, at)),
    cases: cases.slice(0, MOST_SHOWN),
    byNumber: true,
    notes: [...notes, { code: 'tied', about: { cases: cases.length } }],
  })
  const summed = (reading: LineReading, cases: readonly number[], notes: readonly Reason[]): Look => {
    const sum: Reason = { code: 'amount_in_sum', about: { cases: cases.length, sum: reading.line.amount } }
    const proposals = cases.flatMap(at => propose(reading, at, [], sum))
    return { reading, bucket: 'sum', proposals, cases, byNumber: true, notes }
  }
  /** Other open cases that bear the payer's whole name and owe just this amount. */
  const rivalsOf = ({ name, line }: LineReading, at: number): readonly number[] => {
    const alike = lookups.namesakes(name, desk.operatorsOf(line), false)
    return alike.how === 'whole' ? alike.owing(line.amount).filter(each => each !== at) : []
  }

  const one = (reading: LineReading, at: number, due: Due, notes: readonly Reason[]): Look => {
    const { line, name } = reading
    const fit = nameFit(name, namesOf(at))
    const { bucket, already } = amountEvidence(due, line.amount, desk.shortBy)
    const certain = already !== undefined || (bucket === 'exact' && !isStranger(fit))
    const rivals = certain ? [] : rivalsOf(reading, at)
    const [rival] = rivals
    if (rival !== undefined) {
      if (owes(due)) return tied(reading, [at, ...rivals], notes)
      if (rivals.length > 1) return tied(reading, rivals, notes)
      const old: Reason = {
        code: isStranger(fit) ? 'number_of_other' : 'number_old',
        about: { number: due.caseNumber },
      }
      return {
        reading,
        bucket: 'likely',
        proposals: propose(reading, rival, [old]),
        cases: [rival],
        byNumber: false,
        notes,
      }
    }
    if ((bucket === 'over' || bucket === 'short') && due.group !== undefined) {
      const sum = lookups.sums([due.group], line.amount, desk.operatorsOf(line))
      if (typeof sum !== 'string' && 'cases' in sum && sum.cases.includes(at)) return summed(reading, sum.cases, notes)
      if (typeof sum !== 'string' && 'tied' in sum && bucket === 'over')
        return tied(reading, [at, ...sum.tied.filter(each => each !== at)], [...notes, { code: 'sums_tied' }])
    }
    const proposals = propose(reading, at)
    const clear = agrees(fit) && proposals.every(each => each.contradictions.length === 0)
    return {
      reading,
      bucket: bucket !== 'exact' ? bucket : clear ? 'proposed' : 'likely',
      proposals,
      cases: [at],
      byNumber: true,
      notes,
    }
  }

  return (reading: LineReading, cases: readonly number[], notes: readonly Reason[]): Look => {
    const [at = -1, another] = cases
    const due = dues[at]
    if (due !== undefined && another === undefined) return one(reading, at, due, notes)
    const more: Reason[] = [...notes, { code: 'several_numbers', about: { cases: cases.length } }]
    const open = cases.filter(each => dues.slice(each, each + 1).some(owes))
    const sum = open.reduce((total, each) => total + (dues[each]?.outstanding ?? 0), 0)
    if (open.length === cases.length && sum === reading.line.amount) return summed(reading, cases, more)
    return tied(reading, [...open, ...cases.filter(each => !open.includes(each))], more)
  }
}
