import type { Reason, ReasonCode } from './reason-codes.ts'

/** How the payer's name stands to the names of a case, best first. */
export const nameFits = [
  'strict',
  'alias',
  'joined',
  'weak',
  'swapped',
  'none',
  'agent',
  'cut',
  'form',
  'with_other',
  'surname',
  'family',
  'other',
] as const
export type NameFit = (typeof nameFits)[number]

export const rankOf: Readonly<Record<NameFit, number>> = Object.fromEntries(
  nameFits.map((fit, rank) => [fit, rank]),
) as Record<NameFit, number>
/** Together with number and amount these let a line be ticked beforehand. */
export const agrees = (fit: NameFit): boolean => rankOf[fit] <= rankOf.none
/** The payer is none of those whom the case names: only here may another case of that very name be meant. */
export const isStranger = (fit: NameFit): boolean => rankOf[fit] >= rankOf.with_other

/** One of the lists is empty; every proposal with the same fit shares them. */
export interface NameReason {
  readonly reasons: readonly Reason[]
  readonly contradictions: readonly Reason[]
}
const inFavour = (code: ReasonCode): NameReason => ({ reasons: [{ code }], contradictions: [] })
const against = (code: ReasonCode): NameReason => ({ reasons: [], contradictions: [{ code }] })

/** What each fit says for a proposal, or against it. */
export const nameReason: Readonly<Record<NameFit, NameReason>> = {
  strict: inFavour('name_strict'),
  alias: inFavour('name_alias'),
  joined: inFavour('name_joined'),
  weak: inFavour('name_weak'),
  swapped: inFavour('name_swapped'),
  none: inFavour('name_none'),
  agent: against('name_agent'),
  cut: against('name_cut'),
  form: against('name_form_differs'),
  with_other: against('name_with_other'),
  surname: against('name_surname_only'),
  family: against('name_family'),
  other: against('name_differs'),
}
