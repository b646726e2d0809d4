import type { OperatorRow } from '../desk/importing.ts'
import { serves } from '../desk/world.ts'
import type { Operator } from '../domain/operator.ts'
import type { Actor } from '../domain/rule.ts'

/** The operators that `by` serves with their terms. What a letter needs to look real (seal, signature, logo) stays here. */
export const toldTo = (by: Actor, rows: readonly OperatorRow[]) =>
  rows.filter(({ id }) => serves(by, id)).map(({ operator }) => withoutPictures(operator))

const withoutPictures = (operator: Operator) => ({
  ...operator,
  policies: operator.policies.map(policy => ({
    ...policy,
    letterhead: {
      ...policy.letterhead,
      value: Object.fromEntries(Object.entries(policy.letterhead.value).map(([part, given]) => [part, bare(given)])),
    },
  })),
})

const bare = (given: unknown) =>
  typeof given === 'object' && given !== null && 'png' in given ? { ...given, png: undefined } : given
