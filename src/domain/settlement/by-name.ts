import type { Yen } from '../yen.ts'
import { amountEvidence, proposal } from './amount-evidence.ts'
import type { groupSumsIn } from './group-sums.ts'
import type { LineReading } from './line-reading.ts'
import { type Desk, type Look, MOST_SHOWN, type Operators, owes, unknown } from './look.ts'
import type { MatchName } from './match-key.ts'
import { nameFit } from './name-evidence.ts'
import { nameReason } from './name-fit.ts'
import type { Namesakes, namesakesIn } from './namesakes.ts'
import { numberAgainst, untied } from './near-number.ts'
import type { Bucket, Proposal } from './plan.ts'
import type { Reason } from './reason-codes.ts'

/** What a name and an amount say, whoever wrote them; lines that say the same share one. */
interface NameVerdict {
  readonly bucket: Bucket
  readonly proposals: readonly Proposal[]
  readonly cases: readonly number[]
  readonly notes: readonly Reason[]
}

export interface Lookups {
  readonly namesakes: ReturnType<typeof namesakesIn>
  readonly sums: ReturnType<typeof groupSumsIn>
}

/** Verdicts on lines without a number of ours: at best `likely`, and never by the amount alone. */
export function namedBy(desk: Desk, { namesakes, sums }: Lookups) {
  const known = new Map<Namesakes, Map<number, NameVerdict>>()
  const verdictOn = (name: MatchName, amount: Yen, operators: Operators, mayBeCut: boolean): NameVerdict => {
    const alike = namesakes(name, operators, mayBeCut)
    if (alike.how === 'nobody') return nobody(desk, name)
    let byAmount = known.get(alike)
    if (byAmount === undefined) {
      byAmount = new Map()
      known.set(alike, byAmount)
    }
    let found = byAmount.get(amount)
    if (found === undefined) {
      found = judge(desk, name, alike, amount, amount => sums(alike.groups, amount, operators))
      byAmount.set(amount, found)
    }
    return found
  }
  return (reading: LineReading, mayBeCut: boolean, notes: readonly Reason[]): Look => {
    const { name, line } = reading
    const verdict = verdictOn(name, line.amount, desk.operatorsOf(line), mayBeCut)
    const look = {
      reading,
      ...verdict,
      byNumber: false,
      notes: verdict.notes.length === 0 ? notes : [...notes, ...verdict.notes],
    }
    if (verdict.bucket === 'ambiguous') return untied(desk, look)
    if (verdict.bucket === 'unknown') return unknown(reading, look.notes)
    const against = numberAgainst(reading, desk.index.dues[verdict.cases[0] ?? -1]?.caseNumber ?? '', notes)
    if (against.length === 0) return look
    return {
      ...look,
      proposals: look.proposals.map(each => ({ ...each, contradictions: [...each.contradictions, ...against] })),
    }
  }
}

const NOTHING: NameVerdict = { bucket: 'unknown', proposals: [], cases: [], notes: [] }

/** ﾔﾏﾀﾞ alone is told and means nobody. */
const nobody = (desk: Desk, name: MatchName): NameVerdict => {
  const family = name.words.length === 1 ? desk.index.bySurname(name.strict).length : 0
  return family === 0 ? NOTHING : { ...NOTHING, notes: [{ code: 'name_surname_only', about: { cases: family } }] }
}

const judge = (
  desk: Desk,
  name: MatchName,
  alike: Namesakes,
  amount: Yen,
  sumFor: (amount: Yen) => ReturnType<Lookups['sums']>,
): NameVerdict => {
  const { dues, namesOf } = desk.index
  const exact = alike.owing(amount)
  const byHand = alike.byHand(amount)
  const fits = byHand.length === 0 ? exact : [...exact, ...byHand]
  const propose = (at: number, more: Parameters<typeof proposal>[3] = {}, takes?: Yen): Proposal[] => {
    const due = dues[at]
    if (due === undefined) return []
    const money = amountEvidence(due, amount, desk.shortBy)
    const fit = nameReason[nameFit(name, namesOf(at))]
    return [proposal(due, takes === undefined ? money : { takes, reasons: [], contradictions: [] }, fit, more)]
  }
  const tied = (cases: readonly number[], notes: readonly Reason[] = []): NameVerdict => ({
    bucket: 'ambiguous',
    proposals: cases.slice(0, MOST_SHOWN).flatMap(at => propose(at)),
    // Every case that owes just this is tied; of others only those that are shown, or each amount would go through all.
    cases: cases === fits ? cases : cases.slice(0, MOST_SHOWN),
    notes: [...notes, { code: 'tied', about: { cases: cases.length } }],
  })
  const one = (at: number): NameVerdict => {
    const due = dues[at]
    if (due === undefined) return NOTHING
    const { bucket } = amountEvidence(due, amount, desk.shortBy)
    const others = alike.open.length - (owes(due) ? 1 : 0)
    const contradictions: Reason[] = others > 0 ? [{ code: 'same_name', about: { cases: others } }] : []
    return {
      bucket: bucket === 'exact' ? 'likely' : bucket,
      proposals: propose(at, { contradictions }),
      cases: [at],
      notes: [],
    }
  }
  const vague = (): NameVerdict => ({
    ...NOTHING,
    notes: alike.all.length === 0 ? [] : [{ code: 'same_name', about: { cases: alike.all.length } }],
  })

  // A cut name that begins several names is nobody's, even where the amounts differ.
  if (alike.how === 'cut' && alike.open.length > 1) return fits.length > 0 ? tied(alike.open) : vague()
  const [only] = fits
  if (only !== undefined) return fits.length === 1 ? one(only) : tied(fits)

  const sum = sumFor(amount)
  if (typeof sum !== 'string' && 'tied' in sum) return tied(sum.tied, [{ code: 'sums_tied' }])
  if (typeof sum !== 'string') {
    const reasons: Reason[] = [{ code: 'amount_in_sum', about: { cases: sum.cases.length, sum: amount } }]
    const proposals = sum.cases.flatMap(at => propose(at, { reasons }, dues[at]?.outstanding))
    return { bucket: 'sum', proposals, cases: sum.cases, notes: [] }
  }
  const large: Reason[] = sum === 'too_large' ? [{ code: 'group_too_large' }] : []
  const feeShort = [...desk.shortBy].flatMap(fee => alike.owing(amount + fee)).sort((a, b) => a - b)
  const near = alike.how === 'whole' ? alike.open : feeShort
  const verdict = near.length > 1 ? tied(near) : near[0] === undefined ? nothingOpen(alike) : one(near[0])
  return large.length === 0 ? verdict : { ...verdict, notes: [...verdict.notes, ...large] }

  function nothingOpen({ shut, how, open }: Namesakes): NameVerdict {
    const asked = alike.asked(amount)
    const cases = asked.length > 0 || how !== 'whole' ? asked : shut
    if (open.length > 0 || cases[0] === undefined) return vague()
    return cases.length > 1 ? tied(cases) : one(cases[0])
  }
}
