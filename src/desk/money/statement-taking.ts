import { randomUUID } from 'node:crypto'
import { todayIn } from '../../domain/day.ts'
import type { Actor } from '../../domain/rule.ts'
import type { FieldIssue } from '../issues.ts'
import type { Db, Store } from '../open-store.ts'
import type { Vault } from '../vault.ts'
import { accountNamed } from './account-number.ts'
import { readAccounts } from './bank-accounts.ts'
import type { ReadFile } from './statement-layouts.ts'
import { accountAt } from './statement-places.ts'
import { type Choices, type Preview, type PreviewAccount, previewOf } from './statement-preview.ts'
import { type FileFacts, type Share, storingOf } from './statement-storing.ts'

export interface TakenStatement {
  readonly id: string
  readonly account: string
  readonly lines: number
  readonly added: number
}

export type Taking = { ok: true; statements: readonly TakenStatement[] } | { ok: false; issues: readonly FieldIssue[] }

interface Given {
  readonly file: ReadFile
  readonly facts: FileFacts
  readonly bytes: Buffer
  readonly choices: Choices
  readonly likely: string | null
  readonly despite: string
}

/** Moves a file that was read into the store: all of it in one transaction, or nothing. */
export const takingOf = ({ store, vault, now }: { store: Store; vault: Vault; now: () => string }) => {
  const write = storingOf(store)
  return async (given: Given, by: Actor, onWay: (written: number) => void): Promise<Taking> => {
    const { file, facts, bytes, choices, likely, despite } = given
    const at = now()
    const look = async (db: Db) => {
      const accounts = await readAccounts(db)
      return previewOf(db, file, choices, by, { accounts, today: todayIn(at), sha256: facts.sha256, likely })
    }
    const first = await look(store.read)
    const issues = barred(first, despite)
    if (issues.length > 0) return { ok: false, issues }
    // The evidence first: a line is never without the bytes that it came from.
    const ids = new Map<string, string>()
    for (const { place } of first.accounts) {
      const account = accountAt(place)
      if (account && !ids.has(account.id)) ids.set(account.id, randomUUID())
    }
    try {
      for (const id of ids.values()) await vault.prepare(id, bytes)
      const done = await store.transaction(async (): Promise<Taking> => {
        const preview = await look(store.write)
        const late = barred(preview, despite)
        if (late.length > 0) return { ok: false, issues: late }
        const statements: TakenStatement[] = []
        for (const share of sharesOf(preview, ids, choices, despite)) {
          const before = statements.reduce((sum, each) => sum + each.added, 0)
          statements.push(await write(share, facts, { at, by: by.id, onWay: written => onWay(before + written) }))
        }
        return { ok: true, statements }
      })
      const kept = new Set(done.ok ? done.statements.map(({ id }) => id) : [])
      for (const id of ids.values()) await (kept.has(id) ? vault.keep(id) : vault.drop(id))
      return done
    } catch (error) {
      for (const id of ids.values()) await vault.drop(id)
      throw error
    }
  }
}

/**
 * Why it cannot be taken yet. Paths: 'file', 'columns', 'accounts.N', 'dateMode', 'despite'. Accounts of operators that one does
 * not serve are left out of a file that brings something else; where nothing else is new, they are the reason.
 */
export const barred = (preview: Preview, despite: string): FieldIssue[] => {
  if (preview.table !== null) return [{ path: 'columns', code: 'columns_missing' }]
  if (preview.accounts.length === 0) return [{ path: 'file', code: 'nothing_readable' }]
  const issues: FieldIssue[] = preview.accounts.flatMap(({ nth, place: { state } }) => {
    const path = `accounts.${nth}`
    if (state === 'other') return [{ path, code: 'account_other' }]
    return state === 'unnamed' || state === 'unknown' || state === 'ambiguous'
      ? [{ path, code: 'account_missing' }]
      : []
  })
  if (preview.asksCalendar) issues.push({ path: 'dateMode', code: 'calendar_missing' })
  if (issues.length > 0) return issues
  const fresh = preview.accounts.some(({ place, lines }) => accountAt(place) && lines.some(line => line.known === null))
  if (!fresh) return nothingToTake(preview)
  return preview.unproven.length > 0 && despite === '' ? [{ path: 'despite', code: 'proof_missing' }] : []
}

const nothingToTake = ({ accounts }: Preview): FieldIssue[] => {
  const strange = accounts
    .filter(({ place }) => place.state === 'not_served')
    .map(({ nth }) => ({ path: `accounts.${nth}`, code: 'account_not_served' }))
  const own = accounts.some(({ place }) => accountAt(place) !== null)
  return [...strange, ...(own || strange.length === 0 ? [{ path: 'file', code: 'nothing_new' }] : [])]
}

/** Accounts of the file that are one account of the desk become one statement. */
const sharesOf = (preview: Preview, ids: ReadonlyMap<string, string>, choices: Choices, despite: string): Share[] => {
  const own = preview.accounts.filter(({ place }) => accountAt(place) !== null)
  return [...Map.groupBy(own, ({ place }) => accountAt(place)?.id ?? '').values()].flatMap(group => {
    const account = group[0] && accountAt(group[0].place)
    const id = ids.get(account?.id ?? '')
    if (!account || id === undefined) return []
    const periods = group.flatMap(({ period }) => period ?? []).sort((a, b) => (a.from < b.from ? -1 : 1))
    const [first, last] = [periods[0], periods.at(-1)]
    return [
      {
        id,
        account,
        period: first && last ? { from: first.from, to: last.to, opening: first.opening, closing: last.closing } : null,
        lines: group.flatMap(each => (each.newestFirst ? each.lines.toReversed() : each.lines)),
        issues: JSON.stringify(told(preview, group)),
        despite: preview.unproven.length > 0 ? despite : null,
        learned: learned(group, choices),
      },
    ]
  })
}

/** What stands in the row: the reader's issues, and the gaps around the file. */
const told = ({ issues }: Preview, group: readonly PreviewAccount[]) => [
  ...issues,
  ...group.flatMap(({ gaps }) =>
    gaps.map(({ where, amount }) => ({
      record: 0,
      position: 0,
      code: `gap_${where}`,
      level: 'check',
      message: '',
      amount,
    })),
  ),
]

const learned = (group: readonly PreviewAccount[], { dateMode }: Choices): Share['learned'] => {
  const [first] = group
  const account = first && accountAt(first.place)
  if (first === undefined || !account) return {}
  const named = accountNamed(first.named)
  const mode = dateMode ?? first.dateMode
  const { bankCode, branchCode, kind, number } = named
  return {
    ...(mode !== null && mode !== account.dateMode && { dateMode: mode }),
    ...(account.number === null &&
      number !== null && {
        number,
        bankCode: account.bankCode ?? bankCode,
        branchCode: account.branchCode ?? branchCode,
        kind: account.kind ?? kind,
      }),
  }
}
