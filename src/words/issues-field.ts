import type { About } from './figures.ts'
import type { IssueSentence } from './issues.ts'

/** Fields of the sheets that a case can lack, as the desk calls them. */
const sheetFields: Readonly<Record<string, string>> = {
  'addressee.postcode': '宛先の郵便番号',
  'addressee.lines': '宛先の住所',
  'addressee.name': '宛先の氏名',
  amount: '手数料の額',
  receivedOn: '入金の日',
  corrections: '訂正の内容',
  measures: '行った措置',
  purposes: '利用目的',
  contents: '開示する内容',
  reasons: '理由',
}

export const fieldIssues = {
  required: '入力されていません。入力してください。',
  not_read: '読み取れませんでした。書き方を確かめ、入れ直してください。',
  choose_one: '選ばれていません。一つ選んでください。',
  too_long: ({ most }: About) =>
    most === undefined ? '長すぎます。短くしてください。' : `長すぎます。${most}文字以内にしてください。`,
  too_many: ({ most }: About) =>
    most === undefined ? '多すぎます。減らしてください。' : `多すぎます。${most}件以内にしてください。`,
  control_character: '使えない文字が含まれています。貼り付けた文字を消し、打ち直してください。',
  missing_glyph: ({ character }: About) =>
    character === undefined
      ? '印刷できない文字が含まれています。別の字に置き換えてください。'
      : `「${character}」は印刷できる書体がありません。別の字に置き換えてください。`,
  day_not_read: '日付を読み取れませんでした。2026/11/21、R8.11.21、令和8年11月21日のように入れてください。',
  yen_not_read: '金額を読み取れませんでした。3300、3,300円のように入れてください。',
  number_not_read: '数を読み取れませんでした。0以上の整数を入れてください。',
  tracking_number_not_read: '引受番号を読み取れませんでした。11桁又は12桁の番号を入れてください。',
  postcode_not_read: '郵便番号を読み取れませんでした。7桁の数字を入れてください。',
  phone_not_read: '電話番号を読み取れませんでした。市外局番から入れてください。',
  payee_number_not_read: '口座番号を読み取れませんでした。7桁までの数字を入れてください。',
  payee_holder_not_read: '口座名義を読み取れませんでした。カナ、英字、数字で入れてください。',
  email_not_read: 'メールアドレスを読み取れませんでした。つづりを確かめてください。',
  case_number_not_read: '受付番号が違います。8桁の番号を確かめ、入れ直してください。',
  operator_not_read: '事業者を読み取れませんでした。選び直してください。',
  facts_missing: '根拠となる事実がありません。回答書に載せる文で書いてください。',
  empty_field: ({ field }: About) => {
    const name = typeof field === 'string' ? sheetFields[field] : undefined
    return name === undefined
      ? '文書に載せる内容が足りません。案件の記録を確かめてください。'
      : `文書に載せる${name}がありません。案件に記録してから、もう一度作ってください。`
  },
  overflow: ({ field }: About) =>
    typeof field === 'string' && field.startsWith('addressee.')
      ? '宛先が収まりません。住所の行をつなげて減らすか、窓のない封筒を使う取扱規程にしてください。'
      : '文が枠に収まりません。短くするか、項目を分けてください。',
  unknown_field: '知らない項目があります。項目の名前を確かめてください。',
} as const satisfies Record<string, IssueSentence>
