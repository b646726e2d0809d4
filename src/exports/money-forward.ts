import { slashed } from './csv-text.ts'
import type { JournalRow, JournalSide } from './journal-rows.ts'

const sideHead = (side: '借方' | '貸方') =>
  ['勘定科目', '補助科目', '部門', '取引先', '税区分', 'インボイス', '金額(円)', '税額'].map(name => `${side}${name}`)

/** マネーフォワード クラウド会計: 仕訳帳, 27 columns (A–AA, not to be edited). The last four are filled by the product. */
export const moneyForwardHead: readonly string[] = [
  '取引No',
  '取引日',
  ...sideHead('借方'),
  ...sideHead('貸方'),
  '摘要',
  '仕訳メモ',
  'タグ',
  'MF仕訳タイプ',
  '決算整理仕訳',
  '作成日時',
  '作成者',
  '最終更新日時',
  '最終更新者',
]

/** インボイス stays empty, which MF reads as 適格: of what this desk buys there is only postage. */
const side = ({ account, sub, taxClass, tax }: JournalSide, amount: number) => [
  account,
  sub,
  '',
  '',
  taxClass,
  '',
  amount,
  tax,
]

/** Rows with the same 取引No become one compound entry: each entry has its own. */
export const moneyForwardRecord = ({ no, on, debit, credit, amount, memo }: JournalRow): (string | number)[] => [
  no,
  slashed(on),
  ...side(debit, amount),
  ...side(credit, amount),
  memo,
  ...Array.from({ length: 8 }, () => ''),
]
