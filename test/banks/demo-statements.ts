// A month of the demo desk's bank files, in six formats, with the awkward cases of real life.
// npx tsx test/banks/demo-statements.ts writes them to fixtures/statements.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { caseNumber } from '../../src/domain/case-number.ts'
import { camt, entry } from './camt-writer.ts'
import { cp932, utf8 } from './cp932.ts'
import { file01, file03, framed, type Movement } from './zengin-writer.ts'

const no = (serial: number): string => caseNumber(2026, serial)

const main: readonly Movement[] = [
  { on: '081102', in: 3300, payer: `${no(1)}ﾂｶﾓﾄ ｷﾞｵﾝｺ`, bank: 'ﾋｺﾞ', branch: 'ｽｲｾﾞﾝｼﾞ' },
  { on: '081102', in: 3300, payer: `ﾀｶｻｷ ﾖｼｺ ${no(8)}`, bank: 'ﾐｽﾞﾎ', branch: 'ﾎﾝﾃﾝ' },
  // The number in 振込依頼人コード, in EDI, in 摘要; the name cut in the middle of ガ.
  { on: '081104', in: 3300, payer: 'ｶﾄｳ ｼﾝｲﾁﾛｳ', code: `00${no(2)}` },
  { on: '081104', in: 3300, payer: 'ｶ)ﾋｶﾞｼﾆﾎﾝﾃﾞ-ﾀｾﾝﾀ-ｻ-ﾋﾞｽ ﾀﾞｲﾋﾖｳﾄﾘｼﾏﾘﾔｸ ﾅｶ', edi: no(9) },
  { on: '081105', in: 3300, payer: 'ﾄｸﾅｶﾞ ﾕｳｼﾞ', note: `ｶｲｼﾞ ${no(3)}` },
  // Two real payments by two people of one name, on one day.
  { on: '081106', in: 3300, payer: 'ﾔﾏﾀﾞ ﾀﾛｳ' },
  { on: '081106', in: 3300, payer: 'ﾔﾏﾀﾞ ﾀﾛｳ' },
  // Short by the sender's fee, over, two cases in one, an agent, a wrong number.
  { on: '081109', in: 2860, payer: `${no(10)} ｲｼｲ ﾏｻﾋﾛ` },
  { on: '081109', in: 3500, payer: 'ｵｵﾂｶ ﾐﾄﾞﾘ' },
  { on: '081110', in: 6600, payer: 'ﾏﾂﾓﾄ ｹﾝｼﾞ' },
  { on: '081111', in: 3300, payer: 'ﾍﾞﾝ)ﾄﾗﾉﾓﾝﾎｳﾘﾂｼﾞﾑｼﾖ' },
  { on: '081111', in: 3300, payer: '26000099ﾅｶｼﾞﾏ ｱｷ' },
  // A booking corrected by the bank, a refund, a fee of the bank.
  { on: '081112', in: 3300, payer: 'ｻﾄｳ ｼﾖｳ' },
  { on: '081113', out: 3300, payer: 'ｻﾄｳ ｼﾖｳ', kind: 19 },
  { on: '081116', out: 3300, payer: 'ﾍﾝﾐ ﾕｳｺ', kind: 11, note: 'ﾍﾝｷﾝ' },
  { on: '081116', out: 440, kind: 14, note: 'ﾌﾘｺﾐﾃｽｳﾘﾖｳ' },
]

const second: readonly Movement[] = [
  { on: '081105', in: 1100, payer: `ﾍﾝﾐ ﾕｳｺ${no(6)}` },
  { on: '081117', in: 1100, payer: 'ﾊﾔｼ ｼｽﾞｶ' },
]

const zengin03 = framed(
  file03(
    { to: '081120', opening: 1_250_000, movements: main },
    { to: '081120', opening: 30_000, number: 7_654_321, movements: second },
  ),
  'crlf',
)

// Unbroken, format A; a notice taken back the next day.
const zengin01 = framed(
  file01('A', [
    { on: '081104', amount: 1415, payer: 'ｻｲﾄｳ ﾅｵｷ', code: no(12) },
    { on: '081110', amount: 1000, payer: 'ﾎﾘｳﾁ ｶｵﾙ' },
    { on: '081111', amount: 1000, payer: 'ﾎﾘｳﾁ ｶｵﾙ', cancelled: true },
    { on: '081118', amount: 1415, payer: 'SMITH JOHN' },
  ]),
  'unbroken',
)

const yucho = `お客さま口座情報
現在高：,"58,860",円,
出力日時：令和 08 年 11 月 20 日 10 時 05 分
お客さま口座番号：10340-08521821
照会対象：期間指定
明細件数：4
取引日,入出金明細ＩＤ,受入金額（円）,払出金額（円）,詳細１,詳細２,現在（貸付）高,
20261104,202611040000001,"3,300",,送金,ﾌｼﾞﾜﾗ ﾖｼｵ,"53,300",
20261109,202611090000001,"3,300",,振込,${no(11)}ｷﾉｼﾀ ｼﾞﾕﾝｺ,"56,600",
20261109,202611090000002,"3,300",,振込,ｷﾉｼﾀ ｼﾞﾕﾝｺ,"59,900",
20261116,202611160000001,,"1,040",料　金,,"58,860",
`

// Newest first; the payment of 3,300円 on 11月12日 is missing from the file.
const sbi = `"日付","内容","出金金額(円)","入金金額(円)","残高(円)","メモ"
"2026/11/19","振込＊フクシマ　レイ",,"1,100","109,900","-"
"2026/11/17","振込手数料","77",,"108,800","-"
"2026/11/13","振込＊ワタナベ　ヨウコ",,"1,100","108,877","-"
"2026/11/10","振込＊髙橋　一郎",,"1,100","104,477","-"
"2026/11/04","振込＊オノ　サトシ　${no(13)}",,"3,300","103,377","-"
`

const anser = `照会口座,番号,勘定日,（起算日）,出金（円）,入金（円）,小切手区分,残高（円）,取引区分,明細区分,金融機関名,支店名,摘要
虎ノ門支店 普通 2345678,00001,2026年11月5日,,,"3,300",,"203,300",振込入金,,みずほ銀行,本店,${no(14)}ﾐﾔｻﾞｷ ﾕｶ
虎ノ門支店 普通 2345678,00002,2026年11月5日,,,"3,300",,"206,600",振込入金,,三井住友銀行,神田支店,ｺﾞﾄｳ ﾀｶｼ
虎ノ門支店 普通 2345678,00003,2026年11月5日,,,,,,,欠番,,,
虎ノ門支店 普通 2345678,00001,2026年11月9日,,,"-3,300",,"203,300",振込入金,取消,三井住友銀行,神田支店,ｺﾞﾄｳ ﾀｶｼ
虎ノ門支店 普通 2345678,00001,2026年11月18日,,"3,300",,,"200,000",振替支払,,,,ｸﾐﾓﾄﾞｼ ﾂｶﾓﾄ
`

const camt054 = camt([
  entry({ date: '2026-11-05', name: 'ﾈﾓﾄ ﾄｼｺ' }).replace('26000017', no(15)),
  entry({ date: '2026-11-10', name: 'ｵｶﾓﾄ ﾀｶｼ' }).replace('26000017', ''),
  entry({ date: '2026-11-12', way: 'DBIT', name: '', more: '<RvslInd>true</RvslInd>', details: ' ' }),
])

export const demoStatements: Readonly<Record<string, Uint8Array>> = {
  'zengin03-202611.txt': zengin03,
  'zengin01-202611.txt': zengin01,
  'yucho-202611.csv': cp932(yucho.replaceAll('\n', '\r\n')),
  'sbi-net-202611.csv': cp932(sbi.replaceAll('\n', '\r\n')),
  'anser-202611.csv': cp932(anser.replaceAll('\n', '\r\n')),
  'camt054-202611.xml': utf8(camt054),
}

export const folder = fileURLToPath(new URL('../../fixtures/statements/', import.meta.url))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of Object.entries(demoStatements)) writeFileSync(join(folder, name), bytes)
}
