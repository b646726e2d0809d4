import type { UnknownTable } from '../../banks/statement.ts'
import type { ColumnUse } from '../../words/statements.ts'
import type { FormState } from '../controls.tsx'
import { headingGuess } from './statement-columns-sent.ts'

const likely: readonly (readonly [ColumnUse, RegExp])[] = [
  ['balance', /残高/],
  ['in', /入金|預入|預り|受入|受取|貸方/],
  ['out', /出金|支払|引出|払出|お払|借方/],
  ['date', /日付|年月日|日$/],
  ['payer', /依頼人|相手|振込人|取引先/],
  ['description', /摘要|内容|備考/],
  ['kind', /種別|区分|種類/],
  ['amount', /金額/],
]

/** A first proposal from the words of the heading, while the form is untouched; each use once. */
export const guessedUse = (form: FormState, table: UnknownTable, nth: number): ColumnUse | '' => {
  if (Object.keys(form.values).length > 0) return ''
  const heading = table.rows[headingGuess(table)] ?? []
  const useOf = (cell = '') => likely.find(([, words]) => words.test(cell.normalize('NFKC')))?.[0] ?? ''
  const use = useOf(heading[nth])
  return heading.findIndex(cell => useOf(cell) === use) === nth ? use : ''
}
