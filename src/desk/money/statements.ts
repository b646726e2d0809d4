import type { Refusal } from '../../domain/refusal.ts'
import type { Actor } from '../../domain/rule.ts'
import type { FieldIssue } from '../issues.ts'
import type { Tried } from './statement-columns.ts'
import type { Choices, Preview } from './statement-preview.ts'
import type { Progress } from './statement-reading.ts'
import type { StatementRows } from './statement-rows.ts'
import type { Taking } from './statement-taking.ts'

/** Not done, and why. */
export type NotTaken = { ok: false; refusal: Refusal } | { ok: false; issues: readonly FieldIssue[] }

export type Look = { readonly name: string; readonly size: number; readonly at: string; readonly choices: Choices } & (
  | { readonly state: 'reading'; readonly way: Progress }
  /** lines written so far */
  | { readonly state: 'storing'; readonly written: number }
  | { readonly state: 'read'; readonly preview: Preview }
)

/** Bank files on their way in. A file of the tray is there for the person alone who put it in, for a day. */
export interface Statements extends StatementRows {
  /** Issues at 'file': file_empty, statement_too_large (about.mb). */
  put(file: { name: string; bytes: Buffer }, by: Actor): Promise<{ ok: true; id: string } | NotTaken>
  /** Reading goes on by itself; waits for it a moment, or with `whole` to its end. Null where the tray has no such file. */
  look(id: string, by: Actor, how?: { whole?: true }): Promise<Look | null>
  choose(id: string, choices: Choices, by: Actor): Promise<boolean>
  /** The first lines under columns (`ColumnMapping`) that somebody tries. */
  tryColumns(id: string, layout: unknown, by: Actor): Promise<Tried | null>
  /** Columns of this account's files from now on; the file is read again with them. */
  saveColumns(id: string, account: string, layout: unknown, by: Actor): Promise<{ ok: true } | NotTaken>
  /** All in one transaction. `despite`: why, where the file does not prove itself. Issues: see `barred`; file_gone at 'file'. */
  take(id: string, how: { despite?: string }, by: Actor): Promise<Taking | NotTaken>
  discard(id: string, by: Actor): Promise<boolean>
  /** The three steps at once, for programs. What is not taken leaves nothing behind. `account`: where the file names none. */
  bring(
    file: { name: string; bytes: Buffer },
    how: { account?: string; dateMode?: Choices['dateMode']; despite?: string; look?: boolean },
    by: Actor,
  ): Promise<{ taking: Taking | NotTaken; preview: Preview | null }>
  /** The file as the bank made it, for 経理, 監査 and 管理者 who see every account that came out of it. */
  evidence(id: string, by: Actor): Promise<{ name: string; bytes: Buffer } | null>
}
