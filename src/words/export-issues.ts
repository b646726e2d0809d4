import type { ExportField } from '../domain/money/book-products.ts'
import { exportFieldWords } from './bookkeeping.ts'

/** Why a journal file cannot be written: a text too long for the product, or a character that its encoding lacks. */
export const exportIssueSentence = (issue: {
  readonly row: number
  readonly field: ExportField
  readonly text: string
  readonly character?: string
}): string => {
  const { row, field, text, character } = issue
  const where = `${row}行目の${exportFieldWords[field]}「${text}」`
  return character === undefined
    ? `${where}は、この会計ソフトには長すぎます。設定で短い名前にしてください。`
    : `${where}の「${character}」は、この会計ソフトの文字コードにありません。設定で、代わりに書く文字を決めてください。`
}
