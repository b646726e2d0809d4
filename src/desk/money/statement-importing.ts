import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { LARGEST } from '../../banks/not-a-statement.ts'
import { todayIn } from '../../domain/day.ts'
import { refuse } from '../../domain/refusal.ts'
import type { Actor } from '../../domain/rule.ts'
import { plainName } from '../file-name.ts'
import type { Store } from '../open-store.ts'
import { keepsBooks, readAccounts, seesAccount } from './bank-accounts.ts'
import { saveColumns, tryColumns } from './statement-columns.ts'
import { statementEvidence } from './statement-evidence.ts'
import { type BankFiles, statementFolders } from './statement-folders.ts'
import { type Job, jobsOf } from './statement-jobs.ts'
import { type Preview, previewOf } from './statement-preview.ts'
import { statementRowsOf } from './statement-rows.ts'
import { takingOf } from './statement-taking.ts'
import type { Look, NotTaken, Statements } from './statements.ts'

export interface StatementParts {
  readonly store: Store
  readonly now: () => string
  readonly bankFiles?: BankFiles | undefined
}

const MOMENT_MS = 400
const MEGABYTE = 1024 * 1024

export const statementsOf = async ({ store, now, bankFiles }: StatementParts): Promise<Statements> => {
  const rows = statementRowsOf(store)
  const { tray, vault } = await statementFolders(store, now, bankFiles)
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
    evidence: statementEvidence({ store, rows, vault }),
  }
}

const no = (path: string, code: string): NotTaken => ({ ok: false, issues: [{ path, code }] })

/** The account for those of the file's that name none or that nobody knows; a file without lines yet has one. */
const chosenFor = ({ accounts }: Preview, account: string) =>
  accounts.length === 0
    ? [account]
    : accounts.map(({ place: { state } }) => (state === 'known' || state === 'not_served' ? null : account))
