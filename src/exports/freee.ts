import { slashed } from './csv-text.ts'
import type { JournalRow, JournalSide } from './journal-rows.ts'

const sideHead = (side: '借方' | '貸方') =>
  [
    '勘定科目',
    '科目コード',
    '補助科目',
    '取引先',
    '取引先コード',
    '部門',
    '品目',
    'メモタグ',
    'セグメント1',
    'セグメント2',
    'セグメント3',
    '金額',
    '税区分',
    '税額',
  ].map(name => `${side}${name}`)

/**
 * freee会計: 振替伝票 (他社会計ソフトの仕訳, its own [表題行]/[明細行] form), not 取引. A 取引 knows one account and a 口座 that settles it;
 * 仮受金 to 預り金 to 雑収入 has no 口座 on either side, and a case's money would be counted as income twice.
 */
export const freeeHead: readonly string[] = [
  '[表題行]',
  '日付',
  '伝票番号',
  '決算整理仕訳',
  ...sideHead('借方'),
  ...sideHead('貸方'),
  '摘要',
]

const side = ({ account, sub, taxClass, tax }: JournalSide, amount: number) => [
  account,
  '',
  sub,
  ...Array.from({ length: 8 }, () => ''),
  amount,
  taxClass,
  tax,
]

/** Rows with the same 伝票番号 become one slip: each entry has its own. */
export const freeeRecord = ({ no, on, debit, credit, amount, memo }: JournalRow): (string | number)[] => [
  '[明細行]',
  slashed(on),
  no,
  '',
  ...side(debit, amount),
  ...side(credit, amount),
  memo,
]
