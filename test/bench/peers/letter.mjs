// The letter that every engine sets: the same words in the same fonts, one page of A4, a name and figures of its own.
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)
const font = name => resolve(`@expo-google-fonts/${name}`)
export const fonts = {
  mincho: font('biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf'),
  gothic: font('biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf'),
  bold: font('biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf'),
}

const names = [
  '髙橋　健太郎',
  '渡邉　花子',
  '山﨑　美咲',
  '佐藤　静香',
  '𠮷田　実',
  '塚本　進',
  '近藤　勇',
  '鈴木　一郎',
]
// Part of the body is each letter's own, as in replies: an engine that remembers paragraphs sets three of four anew.
const paragraphsOf = (number, nth) => [
  `令和8年11月${1 + (nth % 20)}日に到達した受付番号${number}の保有個人データの開示のご請求（個人情報の保護に関する法律第33条第1項）について、次のとおり回答いたします。ご請求の対象は、令和6年4月1日から令和8年10月31日までの間の、インターネット接続サービスに係る契約者情報、請求・入金の記録及びお問い合わせの記録です。`,
  'ご請求に係る保有個人データの一部を開示します。開示する内容は下の表のとおりです。「お問い合わせの記録」のうち、ご家族以外の第三者の氏名及び携帯電話番号は、開示した場合に当該第三者の権利利益を害するおそれがあるため（法第33条第2項第1号）、開示いたしません。',
  `不正利用の検知に関する評価の記録は、開示した場合、その手順を避ける申込みが可能となり、当社の業務の適正な実施に著しい支障を及ぼすおそれがあるため（同項第2号）、開示いたしません。手数料${1415 + nth}円（税率10％、うち消費税額${Math.floor((1415 + nth) / 11)}円）は、令和8年11月10日に受領いたしました。`,
  `開示した内容が事実でないときは、法第34条第1項の規定により、訂正、追加又は削除を請求することができます（手数料はかかりません）。決定に不服のあるときは、開示の請求に係る訴えを裁判所に提起することができます。お問い合わせの際は、受付番号（${number}）をお知らせください。`,
]
const systems = [
  '契約者台帳',
  '請求の記録',
  '入金の記録',
  '問合せ記録',
  '工事の記録',
  '配送の記録',
  '同意の記録',
  '利用の記録',
  '通知の記録',
  '解約の記録',
]

export const title = '保有個人データの一部の開示について（回答）'
export const heads = ['区分', '項目', '件数', '取扱い']

const numberOf = nth => String(26000001 + nth)

export const letterOf = nth => ({
  number: numberOf(nth),
  documentNumber: `個情第26-${String(nth + 1).padStart(4, '0')}号`,
  date: '令和8年11月21日',
  addressee: ['〒670-0902', `兵庫県姫路市白銀町${1 + (nth % 90)}番地`],
  name: `${names[nth % names.length]}　様`,
  sender: ['見本インターネット株式会社', '個人情報相談窓口', '個人情報保護管理責任者　渡邉 花子'],
  senderSmall: ['〒530-0011　大阪府大阪市北区大深町6番38号', '電話　0120-000-000'],
  paragraphs: paragraphsOf(numberOf(nth), nth).map(text => `　${text}`),
  rows: systems.map((system, row) => [
    system,
    row % 2 ? '日付、金額及び方法' : '氏名、住所及び番号',
    `${1 + ((nth * 7 + row * 13) % 120)}件`,
    row % 4 === 3 ? '一部を除き開示' : '開示',
  ]),
})

/** All characters of a letter, without spaces. */
export const textOf = letter =>
  [title, heads, ...Object.entries(letter).map(([key, value]) => (key === 'number' ? '' : value))]
    .flat(3)
    .join('')
    .replaceAll(/\s/gu, '')
