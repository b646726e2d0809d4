import type { PlainDate } from '../../domain/day.ts'
import { encodeCp932 } from '../../exports/cp932.ts'
import type { DemoAccount, DemoLine } from './statement-line.ts'

const grouped = (amount: number): string => `"${String(amount).replace(/\B(?=(\d{3})+$)/g, ',')}"`
const filled = (amount: number | undefined): string => (amount === undefined ? '' : grouped(amount))
const [compact, slashed, written] = [
  (day: PlainDate) => day.replaceAll('-', ''),
  (day: PlainDate) => day.replaceAll('-', '/'),
  (day: PlainDate) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
]

/** Each line with the balance after it. */
const balanced = (opening: number, lines: readonly DemoLine[]) => {
  let balance = opening
  return lines.map(each => {
    balance += (each.in ?? 0) - (each.out ?? 0)
    return { ...each, balance }
  })
}

const file = (rows: readonly string[]): Uint8Array => encodeCp932(rows.map(row => `${row}\r\n`).join(''))

/** 住信SBIネット銀行: newest first. */
export const sbiNet = (opening: number, lines: readonly DemoLine[]): Uint8Array =>
  file([
    '"日付","内容","出金金額(円)","入金金額(円)","残高(円)","メモ"',
    ...balanced(opening, lines)
      .map(
        each =>
          `"${slashed(each.date)}","${each.payer}",${filled(each.out)},${filled(each.in)},${grouped(each.balance)},"-"`,
      )
      .reverse(),
  ])

/** ゆうちょダイレクト: a preamble, and an id that is made anew at each download. */
export const yucho = (
  account: DemoAccount,
  opening: number,
  lines: readonly DemoLine[],
  today: PlainDate,
): Uint8Array => {
  const rows = balanced(opening, lines)
  return file([
    'お客さま口座情報',
    `現在高：,${grouped(rows.at(-1)?.balance ?? opening)},円,`,
    `出力日時：${written(today)} 10 時 05 分`,
    `お客さま口座番号：${account.label.replace(/^\D+/, '')}`,
    '照会対象：期間指定',
    `明細件数：${rows.length}`,
    '取引日,入出金明細ＩＤ,受入金額（円）,払出金額（円）,詳細１,詳細２,現在（貸付）高,',
    ...rows.map(
      (each, nth) =>
        `${compact(each.date)},${compact(each.date)}${String(nth + 1).padStart(7, '0')},${filled(each.in)},${filled(each.out)},${each.kind ?? '振込'},${each.payer},${grouped(each.balance)}`,
    ),
  ])
}

/** みずほビジネスWEB, ANSER's thirteen columns. */
export const anser = (account: DemoAccount, opening: number, lines: readonly DemoLine[]): Uint8Array =>
  file([
    '照会口座,番号,勘定日,（起算日）,出金（円）,入金（円）,小切手区分,残高（円）,取引区分,明細区分,金融機関名,支店名,摘要',
    ...balanced(opening, lines).map(
      (each, nth) =>
        `虎ノ門支店 ${account.kind} ${account.number},${String(nth + 1).padStart(5, '0')},${written(each.date)},,${filled(each.out)},${filled(each.in)},,${grouped(each.balance)},${each.kind ?? ''},,${each.bank},${each.branch},${each.payer}`,
    ),
  ])
