/** What speaks for a proposal, against it, or must be known about a line. `src/words/settlement.ts` says each in Japanese. */
export const reasonCodes = [
  // the number
  'number_in',
  'number_near',
  'number_unknown',
  'number_check_failed',
  'number_old',
  'number_of_other',
  'several_numbers',
  // the name
  'name_strict',
  'name_weak',
  'name_swapped',
  'name_alias',
  'name_joined',
  'name_none',
  'name_agent',
  'name_cut',
  'name_form_differs',
  'name_surname_only',
  'name_family',
  'name_with_other',
  'name_differs',
  'same_name',
  // the amount
  'amount_exact',
  'amount_in_sum',
  'short_by_fee',
  'short_by',
  'over_by',
  'together_exact',
  'sums_tied',
  'group_too_large',
  // the case
  'state_withdrawn',
  'state_closed',
  'state_not_charged',
  'paid_already',
  'booked_by_hand',
  'maybe_by_hand',
  'rest_of_line',
  'other_operator',
  'before_arrival',
  'after_due',
  // other lines
  'claimed_twice',
  'same_due_as',
  'cancelled_by',
  'cancels',
  'tied',
  'nothing_left',
] as const

export type ReasonCode = (typeof reasonCodes)[number]

/** Figures: numbers of cases and lines, yen as numbers, days as YYYY-MM-DD. */
export interface Reason {
  readonly code: ReasonCode
  readonly about?: Readonly<Record<string, string | number>>
}
