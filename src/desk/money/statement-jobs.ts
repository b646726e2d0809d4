import type { IssueCode } from '../../banks/issue-words.ts'
import type { DateMode } from '../../banks/statement.ts'
import { todayIn } from '../../domain/day.ts'
import type { Actor } from '../../domain/rule.ts'
import type { Store } from '../open-store.ts'
import { accountNamed, isSameAccount } from './account-number.ts'
import { type AccountRow, readAccounts, seesAccount } from './bank-accounts.ts'
import type { ReadFile } from './statement-layouts.ts'
import { SKIP } from './statement-places.ts'
import type { Choices } from './statement-preview.ts'
import { type Progress, readFile } from './statement-reading.ts'
import type { StatementTray, TrayFile } from './statement-tray.ts'

/** A file of the tray while it is read and after. */
export interface Job {
  readonly tray: TrayFile
  readonly choices: Choices
  readonly way: Progress
  /** null until it is read */
  readonly file: ReadFile | null
  /** id of the account whose saved columns it was read with */
  readonly likely: string | null
  readonly done: Promise<void>
}

export interface Jobs {
  /** Begins to read where nobody has; null where the tray has no such file of this person. */
  of(id: string, by: Actor): Promise<Job | null>
  /** What a person said; read again where it changes the reading. */
  choose(id: string, choices: Choices): void
  forget(id: string): void
}

/** Read files held in memory; a file that was read longest ago is read again when somebody comes back to it. */
const HELD = 3

const needCalendar: readonly IssueCode[] = ['date_mode_unclear', 'date_mode_changed']

export const jobsOf = ({ store, tray }: { store: Store; tray: StatementTray }): Jobs => {
  const jobs = new Map<string, Job>()
  const said = new Map<string, Choices>()

  const start = (id: string, file: TrayFile, by: Actor): Job => {
    const choices = said.get(id) ?? {}
    const job = {
      tray: file,
      choices,
      way: { bytes: 0, records: 0 },
      file: null as ReadFile | null,
      likely: null as string | null,
    }
    const onWay = (way: Progress) => {
      job.way = way
    }
    const run = async () => {
      const all = await readAccounts(store.read)
      const read = await readKnowing(file, all, choices, by, onWay)
      job.likely = read.likely
      job.file = read.file
    }
    const made = Object.assign(job, { done: run() })
    jobs.delete(id)
    jobs.set(id, made)
    const [oldest] = [...jobs].find(([, each]) => each !== made && each.file !== null) ?? []
    if (jobs.size > HELD && oldest !== undefined) jobs.delete(oldest)
    return made
  }

  return {
    async of(id, by) {
      const known = jobs.get(id)
      const found = known?.tray ?? (await tray.read(id))
      if (found === null || found.by !== by.id) return null
      // Another request may have begun while this one waited for the file.
      return known ?? jobs.get(id) ?? start(id, found, by)
    },
    choose(id, choices) {
      const before = said.get(id) ?? {}
      said.set(id, { ...before, ...choices })
      jobs.delete(id)
    },
    forget(id) {
      said.delete(id)
      jobs.delete(id)
    },
  }
}

/** Reads with what the desk remembers of the accounts: their columns, and the calendar of their dates. */
const readKnowing = async (
  { bytes, at }: TrayFile,
  all: readonly AccountRow[],
  choices: Choices,
  by: Actor,
  onWay: (way: Progress) => void,
): Promise<{ file: ReadFile; likely: string | null }> => {
  const mine = all.filter(account => account.active && seesAccount(by, account))
  const chosen = mine.find(account => account.id === choices.accounts?.find(each => each && each !== SKIP))
  const mapped = mine.flatMap(account => (account.layout === null ? [] : [{ account, layout: account.layout }]))
  const terms = { importedOn: todayIn(at), ...(choices.dateMode && { dateMode: choices.dateMode }) }
  let own: { layout?: NonNullable<AccountRow['layout']> } = {}
  const again = (mode: { dateMode?: DateMode } = {}) =>
    readFile(bytes, { ...terms, ...mode, ...own, layouts: mapped.map(each => each.layout) }, onWay)
  let file = await again()
  if (file.table !== undefined && chosen?.layout) {
    own = { layout: chosen.layout }
    file = await again()
  }
  const used = file.layoutUsed === undefined ? undefined : mapped[file.layoutUsed]
  const sharing = mapped.filter(each => used && each.layout.heading.join(',') === used.layout.heading.join(','))
  const likely = own.layout ? (chosen?.id ?? null) : sharing.length === 1 ? (used?.account.id ?? null) : null
  const modes = new Set(
    chosen ? [chosen.dateMode] : mine.filter(each => isIn(file, each)).map(account => account.dateMode),
  )
  const [remembered] = modes
  const doubted =
    file.issues.some(({ code }) => needCalendar.includes(code)) ||
    file.accounts.some(({ dateMode }) => dateMode !== undefined && dateMode !== remembered)
  if (choices.dateMode === undefined && modes.size === 1 && remembered && doubted)
    file = await again({ dateMode: remembered })
  return { file, likely }
}

const isIn = (file: ReadFile, account: AccountRow): boolean =>
  file.accounts.some(each => isSameAccount(account, accountNamed(each.account)))
