import { createHash } from 'node:crypto'
import type { MadePackage, PackageChoice } from '../domain/package.ts'
import type { Enclosed } from './lock.ts'
import { type DataRow, itemOf, scheduleCsv } from './schedule-files.ts'

export interface DataOf {
  readonly number: string
  /** the decision that the letter tells, in the words of the letters */
  readonly answer: { readonly kind: string; readonly outcome: string; readonly text: string | null } | null
  readonly rows: readonly DataRow[]
  readonly made: MadePackage
  readonly parts: PackageChoice['parts']
}

/** The package as data: always what is in it, and its rows for a spreadsheet where there are any. Names of the source files stay in the house. */
export const dataFiles = (data: DataOf): Enclosed[] => {
  const { number, rows } = data
  const csv = { name: `disclosure-${number}.csv`, type: 'text/csv', bytes: scheduleCsv(rows) }
  const sheets = rows.length === 0 ? [] : [csv]
  return [...sheets, { name: `disclosure-${number}.json`, type: 'application/json', bytes: packageJson(data, sheets) }]
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** `files`: what lies beside it in the lock. */
const packageJson = ({ number, answer, rows, made, parts }: DataOf, files: readonly Enclosed[]): Buffer => {
  const pages = parts
    .filter(part => part.pages.length > 0)
    .flatMap((part, nth) => part.pages.map(page => ({ nth, page })))
  const first = made.pages - made.attached
  const told = {
    受付番号: number,
    作成日: made.on,
    ...(answer && { 回答: { 請求: answer.kind, 結果: answer.outcome, ...(answer.text && { 内容: answer.text }) } }),
    // Of the file as it is printed: what is kept by the desk can be held against it.
    開示資料: {
      版: made.edition ?? 1,
      ページ数: made.pages,
      回答書と別紙のページ数: first,
      'SHA-256': made.sha256,
    },
    資料: pages.map(({ nth, page }, at) => ({
      ページ: first + at + 1,
      番号: `${at + 1}/${made.attached}`,
      資料: nth + 1,
      元のページ: page.page,
      黒塗り: page.boxes.length > 0,
    })),
    項目: rows.map(itemOf),
    ファイル: files.map(({ name, type, bytes }) => ({
      名前: name,
      種類: type,
      バイト数: bytes.length,
      'SHA-256': sha256(bytes),
    })),
  }
  return Buffer.from(`${JSON.stringify(told, null, 2)}\n`)
}
