import { type Instruments, instrumentAccounts, instrumentsOf, overdrawn } from '../../domain/money/instruments.ts'
import type { LedgerEntry, Movement } from '../../domain/money/ledger-entry.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Actor } from '../../domain/rule.ts'
import type { Db } from '../open-store.ts'
import { serves } from '../world.ts'
import { ledgerOf } from './ledger.ts'

/** Money of no operator is for those who serve all of them. */
export const mine =
  (by: Actor) =>
  ({ operator }: Pick<LedgerEntry, 'operator'>): boolean =>
    operator === null ? by.operators === 'all' : serves(by, operator)

/** 為替帳, 切手帳 and 現金 on one connection, of the operators that `by` serves. */
export const instrumentBook = (db: Db) => {
  const ledger = ledgerOf(db)
  return async (by: Actor): Promise<Instruments> => {
    const entries = await ledger.read({ accounts: instrumentAccounts })
    const links = (await ledger.read({ kinds: ['linked', 'unlinked'] })).filter(each => each.body?.of !== undefined)
    return instrumentsOf([...entries, ...links].filter(mine(by)).sort((a, b) => a.seq - b.seq))
  }
}

/** A case may not give back paper that has been cashed or used: why not, null when it is there. */
export const paperGone = (db: Db) => {
  const ledger = ledgerOf(db)
  return async (movements: readonly Movement[]): Promise<Refusal | null> => {
    if (!movements.some(({ credit }) => credit === 'stamps' || credit === 'postal_orders')) return null
    const written = await ledger.read({ accounts: ['stamps', 'postal_orders'] })
    const wrong = (entries: readonly LedgerEntry[]) => instrumentsOf(entries).pools.filter(overdrawn).length
    const last = written.at(-1)?.seq ?? 0
    const next = movements.map((each, at): LedgerEntry => ({ ...each, seq: last + 1 + at, at: '', by: '' }))
    return wrong([...written, ...next]) > wrong(written) ? refuse('instruments_not_held') : null
  }
}
