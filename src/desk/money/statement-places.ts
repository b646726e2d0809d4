import type { StatementAccount } from '../../banks/statement.ts'
import type { Actor } from '../../domain/rule.ts'
import { accountNamed, isSameAccount } from './account-number.ts'
import { type AccountRow, seesAccount } from './bank-accounts.ts'

/**
 * Which account of the desk an account of a file is. unnamed: the file does not say. unknown: nobody registered it.
 * ambiguous: several may be meant. not_served: one of another operator. other: the person chose one with another number.
 */
export type Place =
  | { readonly state: 'known' | 'chosen'; readonly account: AccountRow }
  | { readonly state: 'unnamed' | 'unknown' | 'ambiguous'; readonly suggested: string | null }
  | { readonly state: 'not_served' | 'skipped' }
  | { readonly state: 'other'; readonly account: AccountRow }

/** What a person said: id of an account, 'skip', or nothing. */
export type Chosen = string | null | undefined

export const SKIP = 'skip'

export const placeOf = (
  { account }: StatementAccount,
  all: readonly AccountRow[],
  by: Actor,
  { chosen, likely }: { chosen: Chosen; likely: string | null },
): Place => {
  if (chosen === SKIP) return { state: 'skipped' }
  const named = accountNamed(account)
  const open = all.filter(each => each.active)
  const mine = open.filter(each => seesAccount(by, each))
  const own = chosen ? mine.find(each => each.id === chosen) : undefined
  if (own) {
    const contradicts = named.number !== null && own.number !== null && !isSameAccount(own, named)
    return { state: contradicts ? 'other' : 'chosen', account: own }
  }
  const found = open.filter(each => isSameAccount(each, named))
  const [only] = found
  if (only !== undefined && found.length === 1)
    return seesAccount(by, only) ? { state: 'known', account: only } : { state: 'not_served' }
  if (found.length > 1) return { state: 'ambiguous', suggested: null }
  return { state: named.number === null ? 'unnamed' : 'unknown', suggested: likely }
}

export const accountAt = (place: Place): AccountRow | null =>
  place.state === 'known' || place.state === 'chosen' ? place.account : null
