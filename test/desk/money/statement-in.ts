import { readFileSync } from 'node:fs'
import type { AccountRow } from '../../../src/desk/money/bank-accounts.ts'
import { ledgerOf } from '../../../src/desk/money/ledger.ts'
import type { Preview } from '../../../src/desk/money/statement-preview.ts'
import type { Statements } from '../../../src/desk/money/statements.ts'
import type { Actor } from '../../../src/domain/rule.ts'
import { type Book03, file03, framed } from '../../banks/zengin-writer.ts'
import { ito } from '../../domain/given.ts'
import { type DeskIn, deskIn } from '../desk-in.ts'

type How = Parameters<Statements['bring']>[1]

export const fixture = (name: string) => ({
  name,
  bytes: readFileSync(new URL(`../../../fixtures/statements/${name}`, import.meta.url)),
})

/** A 全銀 file of one account, or several. */
export const zengin = (...books: readonly Book03[]) => ({
  name: 'meisai.txt',
  bytes: Buffer.from(framed(file03(...books), 'crlf')),
})

/** A file of a bank that shows no account number: ＧＭＯあおぞら. Rows: day, words, in, out, balance. */
export const gmo = (...rows: readonly (readonly [string, string, number | '', number | '', number | ''])[]) => ({
  name: 'gmo.csv',
  bytes: Buffer.from(
    ['日付,摘要,入金金額,出金金額,残高,メモ', ...rows.map(row => `${row.join(',')},`)].join('\r\n').concat('\r\n'),
  ),
})

export const freshIn = (preview: Preview | null): number[] =>
  (preview?.accounts ?? []).map(({ lines }) => lines.filter(({ known }) => known === null).length)

export interface StatementIn extends DeskIn {
  account(more?: object): Promise<AccountRow>
  bring(
    file: { name: string; bytes: Buffer },
    how?: How,
    by?: Actor,
  ): Promise<Awaited<ReturnType<Statements['bring']>> & { codes: string[] }>
  lines(more?: Parameters<Statements['lines']>[0]): Promise<Awaited<ReturnType<Statements['lines']>>['rows']>
  /** yen that came in by lines, as the ledger has it */
  banked(): Promise<number>
}

export const statementIn = async (): Promise<StatementIn> => {
  const at = await deskIn()
  return {
    ...at,
    account: async (more = {}) => {
      const made = await at.desk.accounts.register({ label: 'みずほ 虎ノ門', operators: ['ims'], ...more }, ito)
      if (!made.ok) throw new Error(JSON.stringify(made))
      return made.account
    },
    bring: async (file, how = {}, by = ito) => {
      const done = await at.desk.statements.bring(file, how, by)
      const { taking } = done
      return {
        ...done,
        codes: taking.ok ? [] : 'issues' in taking ? taking.issues.map(each => each.code) : [taking.refusal.refused],
      }
    },
    lines: async (more = {}) => (await at.desk.statements.lines(more, ito)).rows,
    banked: async () =>
      (await ledgerOf(at.store.read).read({ kinds: ['line_in'] })).reduce((sum, each) => sum + each.amount, 0),
  }
}
