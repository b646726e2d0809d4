import type { IssueLevel } from './issue.ts'

export interface About {
  field?: string
  seen?: string
  expected?: string
  amount?: number
}

const yen = (n = 0): string => `${n.toLocaleString('en-US')}円`
const shown = (text = ''): string => `「${text.length > 24 ? `${text.slice(0, 24)}…` : text}」`

const table = {
  // 読み込めないファイル
  empty: ['refused', () => 'ファイルが空です。'],
  too_large: [
    'refused',
    a => `ファイルが大きすぎます（${a.seen}）。${a.expected}まで読み込めます。期間を分けてダウンロードしてください。`,
  ],
  picture: ['refused', a => `明細ではなく${a.seen}です。銀行から取得したファイルを選んでください。`],
  archive: ['refused', a => `${a.seen}のままでは読み込めません。中のCSVファイルを取り出してください。`],
  utf16: ['refused', () => '文字コードがUTF-16です。Shift_JISまたはUTF-8で保存し直してください。'],
  ebcdic: ['refused', () => '文字コードがEBCDIC（コード区分1）です。銀行の設定でJISを選んでください。'],
  not_a_statement: ['refused', () => '文字として読めない内容です。銀行から取得したファイルを選んでください。'],
  zengin_other_kind: [
    'refused',
    a =>
      `全銀形式の種別コード${a.seen}は入出金の明細ではありません。03（入出金取引明細）か01（振込入金通知）を選んでください。`,
  ],
  time_deposit: [
    'refused',
    a => `預金種目${a.seen}（通知・定期・積立）の口座は読み込みません。普通・当座・貯蓄の口座だけを扱います。`,
  ],
  deposit_unknown: ['check', a => `預金種目${shown(a.seen)}が分かりません。普通預金の書式として読みました。`],
  layout_unknown: ['refused', () => '見出しがどの銀行の書式とも一致しません。どの列が何かを指定してください。'],
  layout_changed: [
    'refused',
    () => '保存してある列の指定と、このファイルの見出しが違います。列を指定し直してください。',
  ],
  xml_broken: ['refused', a => `XMLとして読めません（${a.seen}）。`],
  xml_cut: ['check', () => 'XMLが途中で壊れています。その前の明細だけを読みました。'],
  xml_doctype: ['refused', () => 'DOCTYPE宣言のあるXMLは、安全のため読み込みません。'],
  xml_other: ['refused', () => 'camt.052・camt.054の明細ではないXMLです。'],
  // 記録の形
  leading_junk: ['check', () => '先頭に余分な文字があります。飛ばして読みました。'],
  unknown_record: [
    'lost',
    a => `データ区分${shown(a.seen)}は決められた値（1・2・8・9）ではありません。この記録は読めません。`,
  ],
  misaligned: ['lost', a => `記録の長さが200桁からずれています（${a.seen}桁）。この前後の明細を確かめてください。`],
  record_too_long: ['check', a => `記録が200桁より長く、余りを読みませんでした（${a.seen}桁）。`],
  truncated: ['check', a => `最後の記録が途中で切れています（${a.seen}桁）。`],
  header_missing: ['check', () => 'ヘッダー（データ区分1）のない明細です。どの口座のものか確かめてください。'],
  trailer_missing: ['check', () => 'トレーラー（データ区分8）がありません。件数と合計を確かめられません。'],
  end_missing: ['check', () => 'エンド（データ区分9）がありません。ファイルが途中で切れているおそれがあります。'],
  end_count: ['check', a => `エンドの${a.field}は${a.expected}ですが、読んだのは${a.seen}です。`],
  trailer_count: [
    'check',
    a => `${a.field}の件数が合いません（ファイルの記載 ${a.expected}件、読んだ明細 ${a.seen}件）。`,
  ],
  trailer_sum: ['check', a => `${a.field}の合計が合いません（差 ${yen(a.amount)}）。`],
  columns_differ: ['lost', a => `列の数が違います（書式 ${a.expected}列、この行 ${a.seen}列）。`],
  quote_unclosed: ['check', () => '引用符（"）が閉じていません。'],
  mixed_accounts: ['check', a => `別の口座${shown(a.seen)}の明細が混ざっています。口座ごとに分けました。`],
  // 項目
  unknown_bytes: ['check', a => `${a.field ?? '文字'}に読めないバイトがあります（${a.seen}）。`],
  double_byte: ['check', a => `${a.field}に全角文字があります。全銀形式では使えない文字です。`],
  field_not_digits: ['check', a => `${a.field}が数字ではありません：${shown(a.seen)}。`],
  date_unreadable: ['lost', a => `日付として読めません：${shown(a.seen)}。`],
  date_mode_unclear: [
    'check',
    a => `日付${shown(a.seen)}の年が和暦か西暦か決められません。どちらかを指定してください。`,
  ],
  date_mode_changed: ['check', a => `この口座の日付は、前回までと違い${a.seen}で書かれています。`],
  date_outside_period: ['check', a => `日付${a.seen}が、明細の期間（${a.expected}）の外です。`],
  date_out_of_range: ['check', a => `日付${a.seen}が、取込日から離れすぎています。`],
  amount_unreadable: ['lost', a => `${a.field ?? '金額'}を読めません：${shown(a.seen)}。`],
  amount_missing: ['lost', () => '入金額も出金額もない行です。'],
  amount_both: ['lost', () => '入金額と出金額の両方がある行です。'],
  amount_zero: ['check', () => '金額が0円の明細です。'],
  foreign_currency: ['lost', a => `円ではない金額です：${shown(a.seen)}。外貨の明細は読み込みません。`],
  direction_unknown: ['lost', a => `入払区分${shown(a.seen)}が入金か出金か分かりません。`],
  entry_pending: ['lost', () => 'まだ確定していない明細です（PDNG）。確定後の明細で取り込んでください。'],
  // 残高・取消
  balance_gap: [
    'check',
    a => `残高のつながりが合いません（差 ${yen(a.amount)}）。この直前の明細が欠けているおそれがあります。`,
  ],
  number_skipped: ['lost', () => '欠番の行です。明細はありません。'],
  cancellation_unmatched: ['check', () => '取消・訂正の明細ですが、元の明細がこのファイルに見つかりません。'],
  more_issues: ['check', a => `ほかに${a.seen}件の問題があります。`],
} satisfies Record<string, readonly [IssueLevel, (about: About) => string]>

export type IssueCode = keyof typeof table

const column = <T>(pick: (row: readonly [IssueLevel, (about: About) => string]) => T): Record<IssueCode, T> =>
  Object.fromEntries(Object.entries(table).map(([code, row]) => [code, pick(row)])) as Record<IssueCode, T>

export const issueLevels = column(row => row[0])
export const issueWords = column(row => row[1])
