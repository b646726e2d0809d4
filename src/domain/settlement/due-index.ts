import { folded } from './folded.ts'
import { type MatchName, unvoiced, withoutInitials } from './match-key.ts'
import { type DueName, joinedKeys, LEAST_WEAK } from './name-evidence.ts'
import { indexed, NOBODY, once, placesOf } from './places.ts'
import type { Due } from './plan.ts'

/** Cases by their place in `dues`. Name indexes are built when the first line needs them. */
export interface DueIndex {
  readonly dues: readonly Due[]
  byNumber(number: string): readonly number[]
  namesOf(at: number): readonly DueName[]
  byStrict(key: string): readonly number[]
  byWeak(key: string): readonly number[]
  bySurname(key: string): readonly number[]
  /** cases with a name that begins like this, sound marks aside; null for more than can be told apart */
  byBeginning(key: string): readonly number[] | null
  ofGroup(group: string): readonly number[]
  /** the case that a receipt of this line was booked on */
  byBookedLine(line: string): number | undefined
}

/** No folded name holds it, and it sorts before all that they hold. */
const GAP = '\u0000'
const MOST_ALIKE = 500

/** `dues` in the order of their numbers, so that nothing depends on the order they were given in. */
export function dueIndex(dues: readonly Due[], nameOf: (text: string) => MatchName): DueIndex {
  const names: (readonly DueName[])[] = new Array(dues.length)
  const namesOf = (at: number): readonly DueName[] => {
    const known = names[at]
    if (known !== undefined) return known
    const of: DueName[] = []
    for (const { kana, name, role } of dues[at]?.names ?? []) {
      of.push({ role, name: nameOf(folded(kana)) })
      if (name !== undefined && name !== '') of.push({ role, name: nameOf(folded(name)) })
    }
    names[at] = of
    return of
  }
  const numbers = once(() => indexed(dues, (due, add) => add(due.caseNumber)))
  const groups = once(() => indexed(dues, (due, add) => due.group !== undefined && add(due.group)))
  const strict = once(() =>
    indexed(dues, (_, add, at) => {
      const of = namesOf(at)
      for (const { name } of of) if (name.strict !== '') add(name.strict)
      if (of.length > 1) for (const key of joinedKeys(of)) add(key)
    }),
  )
  const weak = once(() =>
    indexed(dues, (_, add, at) => {
      for (const { name } of namesOf(at)) {
        if (name.weak.length >= LEAST_WEAK) add(name.weak)
        const full = withoutInitials(name.words)
        if (full !== name.words) add(full.join(''))
      }
    }),
  )
  const surnames = once(() =>
    indexed(dues, (_, add, at) => {
      for (const { name } of namesOf(at)) if (name.words.length > 1) add(name.words[0] ?? '')
    }),
  )
  const beginnings = once(() => {
    const byHead = new Map<string, Beginnings>()
    for (const at of dues.keys())
      for (const { name } of namesOf(at)) {
        const head = unvoiced(name.strict.slice(0, HEAD))
        const there = byHead.get(head)
        if (there === undefined) byHead.set(head, { names: [name.strict], cases: [at], sorted: undefined })
        else {
          there.names.push(name.strict)
          there.cases.push(at)
        }
      }
    return byHead
  })
  const booked = once(() => {
    const lines = new Map<string, number>()
    for (const [at, due] of dues.entries())
      for (const { line } of due.booked) if (line !== undefined) lines.set(line, at)
    return lines
  })
  return {
    dues,
    namesOf,
    byNumber: number => placesOf(numbers(), number),
    byStrict: key => placesOf(strict(), key),
    byWeak: key => placesOf(weak(), key),
    bySurname: key => placesOf(surnames(), key),
    ofGroup: group => placesOf(groups(), group),
    byBookedLine: line => booked().get(line),
    byBeginning(key) {
      const begin = unvoiced(key)
      const alike = beginnings().get(begin.slice(0, HEAD))
      if (alike === undefined || begin.length < HEAD) return NOBODY
      alike.sorted ??= alike.names.map((name, at) => `${unvoiced(name)}${GAP}${alike.cases[at]}`).sort()
      const { sorted } = alike
      const found = new Set<number>()
      for (let at = firstFrom(sorted, begin); sorted[at]?.startsWith(begin); at += 1) {
        const entry = sorted[at] ?? ''
        found.add(Number(entry.slice(entry.indexOf(GAP) + 1)))
        if (found.size > MOST_ALIKE) return null
      }
      return [...found].sort((a, b) => a - b)
    },
  }
}

/** Names that begin alike; they are sorted when the first cut name begins like them. */
interface Beginnings {
  readonly names: string[]
  readonly cases: number[]
  sorted: string[] | undefined
}
/** Eight bytes are four kana at the least. */
const HEAD = 4

const firstFrom = (sorted: readonly string[], key: string): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}
