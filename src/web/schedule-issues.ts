import type { Performed } from '../desk/desk.ts'
import type { TypedRow } from '../disclosure/schedule-text.ts'
import { issueSentence } from '../words/issues.ts'
import { refusalSentence } from '../words/refusals.ts'
import type { FormState } from './controls.tsx'

/** What is wrong with a table, row by row; a table that is wrong all over is not told to the end. */
const MOST_TOLD = 20
export const columnWords: Record<keyof TypedRow, string> = {
  system: 'システム',
  item: '項目',
  value: '内容',
  withheld: '開示しない根拠',
  facts: '根拠となる事実',
}

export const scheduleIssues = (answer: Performed & { ok: false }): FormState => {
  if ('refusal' in answer) return { values: {}, issues: [], problem: refusalSentence(answer.refusal) }
  const issues = answer.issues.slice(0, MOST_TOLD).map(({ path, code, about }) => ({
    path: path === 'rows' ? 'text' : path,
    label: labelOf(path),
    sentence: issueSentence(code, about),
  }))
  const more = answer.issues.length - issues.length
  return { values: {}, issues, ...(more > 0 && { problem: `入力を確かめてください（ほかに${more}件あります）` }) }
}

const labelOf = (path: string): string => {
  const [, row, column] = /^rows\.(\d+)\.(\w+)$/.exec(path) ?? []
  if (row === undefined) return '項目の一覧'
  return `${Number(row) + 1}行目の${columnWords[column as keyof TypedRow] ?? '欄'}`
}

export const wrongText = (path: 'text' | 'file'): FormState => ({
  values: {},
  issues: [
    {
      path,
      label: path === 'file' ? 'ファイル' : '貼り付ける表',
      sentence: issueSentence('columns_not_read'),
    },
  ],
})
