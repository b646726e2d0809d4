import type { ExportField, Product } from '../domain/money/book-products.ts'
import type { BookTerms } from '../domain/money/book-terms.ts'

export const productWords: Readonly<Record<Product, string>> = {
  yayoi: '弥生会計',
  freee: 'freee会計',
  money_forward: 'マネーフォワード クラウド会計',
}

/** How each file is taken in, for the person who does it. */
export const productHelp: Readonly<Record<Product, string>> = {
  yayoi: '弥生インポート形式（25列、Shift_JIS）。［ファイル］→［インポート］で読み込みます。',
  freee: '振替伝票の形式（UTF-8）。［振替伝票］→［インポート］→［他社会計ソフト］で読み込みます。',
  money_forward: '仕訳帳の形式（27列、UTF-8）。［会計帳簿］→［仕訳帳］→［インポート］で読み込みます。',
}

export const roundingWords: Readonly<Record<BookTerms['rounding'], string>> = {
  floor: '1円未満を切り捨てる',
  round: '1円未満を四捨五入する',
  ceil: '1円未満を切り上げる',
}

export const exportFieldWords: Readonly<Record<ExportField, string>> = {
  'debit.account': '借方勘定科目',
  'debit.sub': '借方補助科目',
  'debit.taxClass': '借方税区分',
  'credit.account': '貸方勘定科目',
  'credit.sub': '貸方補助科目',
  'credit.taxClass': '貸方税区分',
  memo: '摘要',
}
