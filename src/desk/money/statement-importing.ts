import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { LARGEST } from '../../banks/not-a-statement.ts'
import { todayIn } from '../../domain/day.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Actor } from '../../domain/rule.ts'
import { plainName } from '../file-name.ts'
import type { FieldIssue } from '../issues.ts'
import type { Store } from '../open-store.ts'
import { openVault } from '../vault.ts'
import { keepsBooks, readAccounts, seesAccount } from './bank-accounts.ts'
import { saveColumns, type Tried, tryColumns } from './statement-columns.ts'
import { type Job, jobsOf } from './statement-jobs.ts'
import { type Choices, type Preview, previewOf } from './statement-preview.ts'
import type { Progress } from './statement-reading.ts'
import { type StatementRows, statementRowsOf } from './statement-rows.ts'
import { type Taking, takingOf } from './statement-taking.ts'
import { openStatementTray, type StatementTray } from './statement-tray.ts'
import { statements } from './tables-money.ts'

type No = { ok: false; refusal: Refusal } | { ok: false; issues: readonly FieldIssue[] }

export type Look = { readonly name: string; readonly size: number; readonly at: string; readonly choices: Choices } & (
  | { readonly state: 'reading'; readonly way: Progress }
  /** lines written so far */
  | { readonly state: 'storing'; readonly written: number }
  | { readonly state: 'read'; readonly preview: Preview }
)

/** Bank files on their way in. A file of the tray is there for the person alone who put it in, for a day. */
export interface Statements extends StatementRows {
  /** Issues at 'file': file_empty, statement_too_large (about.mb). */
  put(file: { name: string; bytes: Buffer }, by: Actor): Promise<{ ok: true; id: string } | No>
  /** Reading goes on by itself; waits for it a moment, or with `whole` to its end. Null where the tray has no such file. */
  look(id: string, by: Actor, how?: { whole?: true }): Promise<Look | null>
  choose(id: string, choices: Choices, by: Actor): Promise<boolean>
  /** The first lines under columns (`ColumnMapping`) that somebody tries. */
  tryColumns(id: string, layout: unknown, by: Actor): Promise<Tried | null>
  /** Columns of this account's files from now on; the file is read again with them. */
  saveColumns(id: string, account: string, layout: unknown, by: Actor): Promise<{ ok: true } | No>
  /** All in one transaction. `despite`: why, where the file does not prove itself. Issues: see `barred`; file_gone at 'file'. */
  take(id: string, how: { despite?: string }, by: Actor): Promise<Taking | No>
  discard(id: string, by: Actor): Promise<boolean>
  /** The three steps at once, for programs. What is not taken leaves nothing behind. `account`: where the file names none. */
  bring(
    file: { name: string; bytes: Buffer },
    how: { account?: string; dateMode?: Choices['dateMode']; despite?: string; look?: boolean },
    by: Actor,
  ): Promise<{ taking: Taking | No; preview: Preview | null }>
  /** The file as the bank made it, for 経理, 監査 and 管理者 who see every account that came out of it. */
  evidence(id: string, by: Actor): Promise<{ name: string; bytes: Buffer } | null>
}

export interface StatementParts {
  readonly store: Store
  readonly now: () => string
  /** where the bank's bytes lie: folders 'statements' and 'statement-tray' in it; `key`: 32 bytes */
  readonly bankFiles?: { readonly folder: string; readonly key: Buffer } | undefined
}

const MOMENT_MS = 400
const MEGABYTE = 1024 * 1024

export const statementsOf = async ({ store, now, bankFiles }: StatementParts): Promise<Statements> => {
  const rows = statementRowsOf(store)
  const { tray, vault } = await placesOf(store, now, bankFiles)
  const jobs = jobsOf({ store, tray })
  const taking = takingOf({ store, vault, now })
  const storing = new Map<string, number>()

  const shaOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  const shown = async (job: Job, id: string, by: Actor): Promise<Look> => {
    const { tray: file } = job
    const facts = { name: file.name, size: file.bytes.length, at: file.at, choices: job.choices }
    const written = storing.get(id)
    if (written !== undefined) return { ...facts, state: 'storing', written }
    if (job.file === null) return { ...facts, state: 'reading', way: job.way }
    const accounts = await readAccounts(store.read)
    const known = { accounts, today: todayIn(now()), sha256: shaOf(file.bytes), likely: job.likely }
    return { ...facts, state: 'read', preview: await previewOf(store.read, job.file, job.choices, by, known) }
  }

  const put: Statements['put'] = async ({ name, bytes }, by) => {
    if (!keepsBooks(by)) return { ok: false, refusal: refuse('not_allowed') }
    if (bytes.length === 0) return no('file', 'file_empty')
    if (bytes.length > LARGEST)
      return {
        ok: false,
        issues: [{ path: 'file', code: 'statement_too_large', about: { mb: LARGEST / MEGABYTE } }],
      }
    return { ok: true, id: await tray.put(plainName(name), bytes, by.id) }
  }
  const look: Statements['look'] = async (id, by, how = {}) => {
    const found = await jobs.of(id, by)
    if (found === null) return null
    const moment = new AbortController()
    await Promise.race([
      found.done,
      ...(how.whole ? [] : [setTimeout(MOMENT_MS, undefined, { signal: moment.signal }).catch(() => undefined)]),
    ])
    moment.abort()
    return shown(found, id, by)
  }
  const choose: Statements['choose'] = async (id, choices, by) => {
    if ((await jobs.of(id, by)) === null) return false
    jobs.choose(id, choices)
    return true
  }
  const drop = async (id: string) => {
    jobs.forget(id)
    await tray.drop(id)
  }
  const take: Statements['take'] = async (id, { despite = '' }, by) => {
    if (!keepsBooks(by)) return { ok: false, refusal: refuse('not_allowed') }
    const job = await jobs.of(id, by)
    if (job === null || storing.has(id)) return no('file', 'file_gone')
    storing.set(id, 0)
    try {
      await job.done
      if (job.file === null) return no('file', 'file_gone')
      const { bytes, name } = job.tray
      const facts = { name, bytes: bytes.length, sha256: shaOf(bytes), format: job.file.format }
      const { choices, likely } = job
      const given = { file: job.file, facts, bytes, choices, likely, despite: despite.trim() }
      const done = await taking(given, by, written => storing.set(id, written))
      if (done.ok) await drop(id)
      return done
    } finally {
      storing.delete(id)
    }
  }

  return {
    ...rows,
    put,
    look,
    choose,
    take,
    async tryColumns(id, layout, by) {
      const found = await jobs.of(id, by)
      return found && tryColumns(found.tray.bytes, layout, todayIn(found.tray.at))
    },
    async saveColumns(id, account, layout, by) {
      if ((await jobs.of(id, by)) === null) return no('file', 'file_gone')
      const why = await saveColumns(store, account, layout, by)
      if (why !== null) return 'refused' in why ? { ok: false, refusal: why } : { ok: false, issues: why }
      jobs.choose(id, { accounts: [account] })
      return { ok: true }
    },
    async discard(id, by) {
      if (storing.has(id) || (await jobs.of(id, by)) === null) return false
      await drop(id)
      return true
    },
    async bring(file, { account, dateMode, despite, look: only }, by) {
      if (account !== undefined && keepsBooks(by)) {
        const named = (await readAccounts(store.read)).find(({ id, active }) => id === account && active)
        if (named === undefined || !seesAccount(by, named))
          return { taking: no('account', 'account_not_there'), preview: null }
      }
      const given = await put(file, by)
      if (!given.ok) return { taking: given, preview: null }
      const { id } = given
      try {
        if (dateMode) jobs.choose(id, { dateMode })
        const first = await look(id, by, { whole: true })
        if (account !== undefined && first?.state === 'read')
          jobs.choose(id, { accounts: chosenFor(first.preview, account) })
        const seen = await look(id, by, { whole: true })
        const preview = seen?.state === 'read' ? seen.preview : null
        if (only) return { taking: { ok: true, statements: [] }, preview }
        return { taking: await take(id, { ...(despite !== undefined && { despite }) }, by), preview }
      } finally {
        await drop(id)
      }
    },
    async evidence(id, by) {
      const row = await rows.one(id, by)
      if (row === null || !by.roles.some(role => role === 'cashier' || role === 'auditor' || role === 'admin'))
        return null
      // A file of several accounts shows all of them.
      const same = await store.read
        .select({ id: statements.id })
        .from(statements)
        .where(eq(statements.sha256, row.sha256))
      for (const each of same) if ((await rows.one(each.id, by)) === null) return null
      const bytes = await vault.read(id)
      return bytes && { name: row.name, bytes }
    },
  }
}

const no = (path: string, code: string): No => ({ ok: false, issues: [{ path, code }] })

/** The account for those of the file's that name none or that nobody knows; a file without lines yet has one. */
const chosenFor = ({ accounts }: Preview, account: string) =>
  accounts.length === 0
    ? [account]
    : accounts.map(({ place: { state } }) => (state === 'known' || state === 'not_served' ? null : account))

const placesOf = async (
  store: Store,
  now: () => string,
  bankFiles: StatementParts['bankFiles'],
): Promise<{ tray: StatementTray; vault: ReturnType<typeof openVault> }> => {
  if (bankFiles === undefined) return { tray: noTray, vault: openVault('', Buffer.alloc(0)) }
  const { folder, key } = bankFiles
  const vault = openVault(join(folder, 'statements'), key)
  const committed = await store.read.select({ id: statements.id }).from(statements)
  await vault.mend(new Set(committed.map(({ id }) => id)), Date.parse(now()))
  return { vault, tray: await openStatementTray(join(folder, 'statement-tray'), { key, now }) }
}

/** A desk of terms alone takes no files. */
const noTray: StatementTray = {
  put: () => Promise.reject(new Error('this desk has no place for bank files')),
  read: async () => null,
  drop: async () => undefined,
}
