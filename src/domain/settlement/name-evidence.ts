import { formsDiffer } from './legal-forms.ts'
import { bankBytes, type MatchName, unvoiced, weakKey, withoutInitials } from './match-key.ts'
import { type NameFit, rankOf } from './name-fit.ts'
import type { PayerName } from './plan.ts'

/** One of the names of a case, read. */
export interface DueName {
  readonly role: PayerName['role']
  readonly name: MatchName
}

/** Fewer bytes than this are the beginning of too many names. */
export const LEAST_CUT = 8
/** オウ and オオ are one weak key and two families. */
export const LEAST_WEAK = 3

/** The best fit among the names of one case. */
export function nameFit(payer: MatchName, names: readonly DueName[]): NameFit {
  if (payer.strict === '') return 'none'
  let best: NameFit = 'other'
  for (const { role, name } of names) {
    if (name.strict === '') continue
    const alone = fitOf(payer, name)
    const fit = alone === 'strict' || alone === 'weak' || alone === 'swapped' ? inRole(alone, role) : alone
    if (rankOf[fit] < rankOf[best]) best = fit
  }
  if (rankOf[best] > rankOf.joined && names.length > 1 && isJoined(payer, names)) return 'joined'
  return best
}

const inRole = (fit: NameFit, role: PayerName['role']): NameFit => (role === 'alias' || role === 'agent' ? role : fit)

const fitOf = (payer: MatchName, name: MatchName): NameFit => {
  const strict = payer.strict === name.strict
  const same =
    strict ||
    (payer.strict.length >= LEAST_WEAK && payer.weak === name.weak && !digitsDiffer(payer.strict, name.strict))
  if (same && formsDiffer(payer.forms, name.forms)) return 'form'
  if (strict) return 'strict'
  if (same) return 'weak'
  if (isSwapped(payer, name)) return 'swapped'
  if (isCut(payer, name)) return 'cut'
  if (holds(payer, name)) return 'with_other'
  return ofFamily(payer, name)
}

/** 5スター is not 7スター; a stray digit beside a name says nothing. */
const digitsDiffer = (a: string, b: string): boolean => {
  const [x, y] = [a.replace(/\D/g, ''), b.replace(/\D/g, '')]
  return x !== '' && y !== '' && x !== y
}

const isSwapped = (payer: MatchName, name: MatchName): boolean => {
  if (name.words.length < 2) return false
  const [first = '', second = ''] = name.words
  if (payer.words.length === 1) return name.words.length === 2 && payer.strict === second + first
  // Initials come and go: JOHN A SMITH, SMITH JOHN.
  const full = withoutInitials(name.words)
  const seen = withoutInitials(payer.words)
  return full.length > 1 && full.length === seen.length && full.toSorted().join(' ') === seen.toSorted().join(' ')
}

/** The payer is the beginning of the name; the sound mark of the last sign may be what the bank cut off. */
export function isCut(payer: MatchName, name: MatchName): boolean {
  const seen = payer.strict
  if (seen.length > name.strict.length || bankBytes(payer.words.join(' ')) < LEAST_CUT) return false
  if (!name.strict.startsWith(seen.slice(0, -1)) || formsDiffer(payer.forms, name.forms)) return false
  const last = seen.at(-1) ?? ''
  const there = name.strict[seen.length - 1] ?? ''
  return last === there ? seen.length < name.strict.length : last === unvoiced(there)
}

const MOST_WORDS = 20

/** The name stands whole at the beginning or the end of what the payer calls himself, beside something else. */
const holds = (payer: MatchName, name: MatchName): boolean => {
  if (payer.strict.length <= name.strict.length || payer.words.length < 2 || payer.words.length > MOST_WORDS)
    return false
  const atEdge = (words: readonly string[]): boolean => {
    let said = ''
    return words.some(word => {
      said += word
      return said === name.strict
    })
  }
  return atEdge(payer.words) || payer.words.some((_, at) => atEdge(payer.words.slice(at)))
}

const ofFamily = (payer: MatchName, name: MatchName): NameFit => {
  const surname = name.words.length > 1 ? (name.words[0] ?? '') : ''
  if (surname === '') return 'other'
  if (payer.strict === surname || payer.weak === weakKey(surname)) return 'surname'
  const family =
    payer.words.length > 1
      ? payer.words[0] === surname || weakKey(payer.words[0] ?? '') === weakKey(surname)
      : surname.length > 1 && payer.strict.startsWith(surname)
  return family ? 'family' : 'other'
}

/** Two names of the case one after the other: ﾍﾞﾝ)ﾄﾗﾉﾓﾝ ﾔﾏﾀﾞ ﾀﾛｳ. */
const isJoined = (payer: MatchName, names: readonly DueName[]): boolean =>
  names.some(({ name: first, role }) =>
    names.some(
      ({ name: second, role: other }) =>
        (role === 'agent') !== (other === 'agent') && payer.strict === first.strict + second.strict,
    ),
  )

/** Keys under which the joined names of a case are found. */
export const joinedKeys = (names: readonly DueName[]): string[] =>
  names
    .filter(each => each.role === 'agent')
    .flatMap(agent =>
      names
        .filter(each => each.role !== 'agent')
        .flatMap(({ name }) => [agent.name.strict + name.strict, name.strict + agent.name.strict]),
    )
