import { handBooked } from './amount-evidence.ts'
import type { DueIndex } from './due-index.ts'
import { type Operators, owes } from './look.ts'
import { bankBytes, type MatchName, otherOrders, withoutInitials } from './match-key.ts'
import { LEAST_CUT, LEAST_WEAK, nameFit } from './name-evidence.ts'
import type { NameFit } from './name-fit.ts'

/** The cases that one payer's name may mean, in the strongest way it means any. */
export interface Namesakes {
  readonly how: 'whole' | 'weak' | 'cut' | 'nobody'
  readonly all: readonly number[]
  readonly open: readonly number[]
  readonly shut: readonly number[]
  /** open cases that owe just this */
  readonly owing: (amount: number) => readonly number[]
  /** cases that owe nothing, whose whole fee was this */
  readonly asked: (amount: number) => readonly number[]
  /** cases with a receipt of just this booked by hand, that do not owe as much again */
  readonly byHand: (amount: number) => readonly number[]
  readonly groups: readonly string[]
}

const WHOLE: ReadonlySet<NameFit> = new Set(['strict', 'alias', 'joined', 'agent'])
const WEAK: ReadonlySet<NameFit> = new Set(['strict', 'alias', 'joined', 'agent', 'weak', 'swapped'])
const CUT: ReadonlySet<NameFit> = new Set(['cut'])
const NOBODY: readonly number[] = []

/** Looks names up; the same name before the same account is looked up once. */
export function namesakesIn(index: DueIndex) {
  const whole = new Map<Operators, Map<MatchName, Namesakes>>()
  const maybeCut = new Map<Operators, Map<MatchName, Namesakes>>()
  return (name: MatchName, operators: Operators, mayBeCut: boolean): Namesakes => {
    const memo = mayBeCut ? maybeCut : whole
    let known = memo.get(operators)
    if (known === undefined) {
      known = new Map()
      memo.set(operators, known)
    }
    let found = known.get(name)
    if (found === undefined) {
      found = lookUp(index, name, operators, mayBeCut)
      known.set(name, found)
    }
    return found
  }
}

const lookUp = (index: DueIndex, name: MatchName, operators: Operators, mayBeCut: boolean): Namesakes => {
  const fitting = (cases: readonly number[], fits: ReadonlySet<NameFit>) =>
    cases.filter(at => operators.has(index.dues[at]?.operator ?? '') && fits.has(nameFit(name, index.namesOf(at))))
  if (name.strict === '') return NO_ONE
  const whole = fitting(index.byStrict(name.strict), WHOLE)
  if (whole.length > 0) return sorted(index, 'whole', whole)
  const weak = fitting(weakly(index, name), WEAK)
  if (weak.length > 0) return sorted(index, 'weak', weak)
  if (!mayBeCut || bankBytes(name.words.join(' ')) < LEAST_CUT) return NO_ONE
  const begun = index.byBeginning(name.strict)
  if (begun === null) return NO_ONE
  const cut = fitting(begun, CUT)
  return cut.length > 0 ? sorted(index, 'cut', cut) : NO_ONE
}

const weakly = (index: DueIndex, { weak, words }: MatchName): readonly number[] => {
  const found = new Set(weak.length >= LEAST_WEAK ? index.byWeak(weak) : NOBODY)
  const full = withoutInitials(words)
  for (const key of otherOrders(full)) {
    for (const at of index.byStrict(key)) found.add(at)
    for (const at of index.byWeak(key)) found.add(at)
  }
  if (full !== words) for (const at of index.byStrict(full.join(''))) found.add(at)
  return [...found].sort((a, b) => a - b)
}

const NO_ONE: Namesakes = {
  how: 'nobody',
  all: NOBODY,
  open: NOBODY,
  shut: NOBODY,
  owing: () => NOBODY,
  asked: () => NOBODY,
  byHand: () => NOBODY,
  groups: [],
}

const sorted = (index: DueIndex, how: Namesakes['how'], all: readonly number[]): Namesakes => {
  const dueAt = (at: number) => index.dues.slice(at, at + 1)
  const open = all.filter(at => dueAt(at).some(owes))
  const booked = all.filter(at => dueAt(at).some(due => due.booked.length > 0))
  const shut = open.length === all.length ? NOBODY : all.filter(at => !dueAt(at).some(owes))
  const groups = all.flatMap(at => index.dues[at]?.group ?? [])
  return {
    how,
    all,
    open,
    shut,
    asked: byAmount(shut, at => [index.dues[at]?.asked ?? 0]),
    owing: byAmount(open, at => [index.dues[at]?.outstanding ?? 0]),
    byHand: byAmount(booked, at =>
      dueAt(at).flatMap(due =>
        due.booked
          .map(each => each.amount)
          .filter(amount => handBooked(due, amount).length > 0 && amount !== due.outstanding),
      ),
    ),
    groups: groups.length < 2 ? groups : [...new Set(groups)].sort(),
  }
}

const FEW = 8

/** Few cases are looked through each time, many are sorted by amount at the first question. */
const byAmount = (cases: readonly number[], amountsOf: (at: number) => readonly number[]) => {
  if (cases.length === 0) return () => NOBODY
  if (cases.length <= FEW) return (amount: number) => cases.filter(at => amountsOf(at).includes(amount))
  let map: Map<number, number[]> | undefined
  return (amount: number): readonly number[] => {
    if (map === undefined) {
      map = new Map()
      for (const at of cases)
        for (const each of new Set(amountsOf(at))) {
          const there = map.get(each)
          if (there === undefined) map.set(each, [at])
          else there.push(at)
        }
    }
    return map.get(amount) ?? NOBODY
  }
}
