import { type ColumnMapping, headingOf } from './column-mapping.ts'

type Named = Record<string, string>

export interface CsvLayout {
  format: string
  bankName?: string
  mapping: ColumnMapping
}

/** The heading as the bank downloads it, and which of its words holds what. */
const layout = (
  format: string,
  bankName: string | undefined,
  heading: string,
  { date, ...columns }: Named & { date: string },
  more: Partial<ColumnMapping> = {},
): CsvLayout => {
  const words = headingOf(heading.split(','))
  const place = (word: string): number => words.indexOf(headingOf([word])[0] ?? '')
  const places = Object.entries(columns).map(([name, word]) => [name, place(word)])
  const mapping: ColumnMapping = { heading: words, date: place(date), ...Object.fromEntries(places), ...more }
  return { format, mapping, ...(bankName === undefined ? {} : { bankName }) }
}

// Headings as real files and the readers of others show them (payments-post.md §2). Banks change them: an unknown
// heading goes to a person, it is never guessed.
const layouts: readonly CsvLayout[] = [
  layout(
    'mufg-bizstation',
    '三菱UFJ銀行',
    '金融機関コード,金融機関名,支店コード,支店名,科目,口座番号,口座名,取引日,入払区分,取引区分,取引金額,内他店券金額,手形・小切手区分,手形・小切手番号,振込依頼人番号,振込依頼人名,仕向金融機関名,仕向支店名,摘要,EDI情報',
    {
      date: '取引日',
      amount: '取引金額',
      kind: '取引区分',
      payer: '振込依頼人名',
      payerCode: '振込依頼人番号',
      description: '摘要',
      edi: 'EDI情報',
      fromBank: '仕向金融機関名',
      fromBranch: '仕向支店名',
      uncleared: '内他店券金額',
    },
    {
      direction: { column: 8, in: ['1', '入金'], out: ['2', '出金'] },
      account: { bankCode: 0, bankName: 1, branchCode: 2, branchName: 3, kind: 4, number: 5, holder: 6 },
    },
  ),
  layout('mufg-direct', '三菱UFJ銀行', '日付,摘要,摘要内容,支払い金額,預かり金額,差引残高,メモ,未資金化区分,入払区分', {
    date: '日付',
    kind: '摘要',
    payer: '摘要内容',
    out: '支払い金額',
    in: '預かり金額',
    balance: '差引残高',
  }),
  ...['年月日,お引出し,お預入れ,お取り扱い内容,残高,メモ,ラベル', '年月日,お引出し,お預入れ,お取り扱い内容,残高'].map(
    heading =>
      layout('smbc-direct', '三井住友銀行', heading, {
        date: '年月日',
        out: 'お引出し',
        in: 'お預入れ',
        description: 'お取り扱い内容',
        balance: '残高',
      }),
  ),
  layout(
    'anser',
    undefined,
    '照会口座,番号,勘定日,（起算日）,出金（円）,入金（円）,小切手区分,残高（円）,取引区分,明細区分,金融機関名,支店名,摘要',
    {
      date: '勘定日',
      valueDate: '（起算日）',
      out: '出金（円）',
      in: '入金（円）',
      balance: '残高（円）',
      kind: '取引区分',
      state: '明細区分',
      payer: '摘要',
      reference: '番号',
      fromBank: '金融機関名',
      fromBranch: '支店名',
    },
    { account: { number: 0 } },
  ),
  layout(
    'yucho-direct',
    'ゆうちょ銀行',
    '取引日,入出金明細ＩＤ,受入金額（円）,払出金額（円）,詳細１,詳細２,現在（貸付）高',
    {
      date: '取引日',
      reference: '入出金明細ＩＤ',
      in: '受入金額（円）',
      out: '払出金額（円）',
      kind: '詳細１',
      payer: '詳細２',
      balance: '現在（貸付）高',
    },
  ),
  layout(
    'paypay',
    'PayPay銀行',
    '操作日(年),操作日(月),操作日(日),操作時刻(時),操作時刻(分),操作時刻(秒),取引順番号,摘要,お支払金額,お預り金額,残高,メモ',
    {
      date: '操作日(年)',
      reference: '取引順番号',
      description: '摘要',
      out: 'お支払金額',
      in: 'お預り金額',
      balance: '残高',
    },
    { date: { year: 0, month: 1, day: 2 } },
  ),
  layout('sbi-net', '住信SBIネット銀行', '日付,内容,出金金額(円),入金金額(円),残高(円),メモ', {
    date: '日付',
    description: '内容',
    out: '出金金額(円)',
    in: '入金金額(円)',
    balance: '残高(円)',
  }),
  layout('sbi-shinsei', 'SBI新生銀行', '取引日,摘要,出金金額,入金金額,残高,メモ', {
    date: '取引日',
    description: '摘要',
    out: '出金金額',
    in: '入金金額',
    balance: '残高',
  }),
  layout(
    'rakuten',
    '楽天銀行',
    '取引日,入出金(円),残高(円),入出金先内容',
    { date: '取引日', amount: '入出金(円)', balance: '残高(円)', description: '入出金先内容' },
    { lastTakesRest: true },
  ),
  layout('gmo-aozora', 'GMOあおぞらネット銀行', '日付,摘要,入金金額,出金金額,残高,メモ', {
    date: '日付',
    description: '摘要',
    in: '入金金額',
    out: '出金金額',
    balance: '残高',
  }),
  layout('aeon', 'イオン銀行', '日付,お取引内容,お引出し,お預入れ,残高（お借入れはマイナス表示）', {
    date: '日付',
    description: 'お取引内容',
    out: 'お引出し',
    in: 'お預入れ',
    balance: '残高（お借入れはマイナス表示）',
  }),
]

const byHeading = new Map(layouts.map(each => [each.mapping.heading.join(','), each]))

/** The bank whose exact heading this is, never a near miss. */
export const layoutOf = (heading: readonly string[]): CsvLayout | undefined => byHeading.get(heading.join(','))

/** Every heading this program knows, for tests and the screen of formats. */
export const knownLayouts: readonly CsvLayout[] = layouts
