import { issueSentence } from './issues.ts'
import { termLabels } from './policy-terms.ts'

/** Names of the fields of an operator's file, for faults that a person has to mend in it. */
const names: Readonly<Record<string, string>> = {
  ...termLabels,
  id: '識別名',
  name: '名称',
  kana: '読み',
  brand: '通称',
  policies: '取扱規程',
  desks: '窓口',
  from: '出典又は適用開始日',
  title: '表題',
  document: '公表文書',
  note: '注記',
  quote: '引用',
  section: '引用の箇所',
  amount: '金額',
  basis: '税別・税込',
  includesPostage: '送料込み',
  rounding: '消費税の端数',
  chargedFor: '手数料の対象',
  means: '支払の方法',
  when: '支払の時期',
  account: '振込先',
  service: '郵便の種類',
  options: '付ける扱い',
  chosenByPerson: 'ご本人が選ぶ',
  secondPerson: '別の担当者の確認',
  envelope: '封筒の種類',
  window: '窓付きの封筒',
  logo: 'ロゴ',
  signature: '署名',
  file: 'ファイルの名前',
  png: '画像',
  width: '幅',
  alt: '画像の説明',
  at: 'ロゴの位置',
  order: '差出人の並び順',
  route: '用紙の入手',
  channels: '連絡の方法',
  asks: '伺うこと',
  accepts: '使える書類',
  anyOf: '必要な点数',
  paper: '書類',
  as: '原本か写しか',
  maxAgeMonths: '発行後の月数',
  group: '書類の区分',
  count: '点数',
  legal: '法定代理人の書類',
  appointed: '任意代理人の書類',
  tellSubject: 'ご本人への確認',
  organisation: '組織の名称',
  responsible: '責任者',
  postcode: '郵便番号',
  address: '住所',
  telephone: '電話番号',
  email: 'メールアドレス',
  hours: '受付時間',
  serves: '対象の方',
  unit: '部署',
  acknowledge: '受付の通知',
  supplement: '補正のお願い',
  decide: '決定',
  post: '回答の発送',
  supplementDays: '補正の日数',
  feeDays: '入金の日数',
  deemedWithdrawal: 'みなし取下げ',
  fate: '返却か裁断か',
  daysAfterDelivery: '配達からの日数',
  caseYears: '案件の年数',
  voucherYears: '証憑の年数',
  invoiceNumber: '登録番号',
}

/** 取扱規程（1番目）の手数料の金額, for 'policies[0].fee.value.amount'; a part that nobody knows stands in 「」. */
export const fileFieldLabel = (path: string): string => {
  const steps = path.split(/[.[\]]+/).filter(step => step !== '' && step !== 'value')
  return steps.reduce((said, step) => {
    if (/^\d+$/.test(step)) return `${said}（${Number(step) + 1}番目）`
    const name = Object.hasOwn(names, step) ? names[step] : `「${step}」`
    return said === '' ? String(name) : `${said}の${name}`
  }, '')
}

const own: Readonly<Record<string, string>> = {
  file_missing: 'ファイルが選ばれていません。事業者の取扱規程のファイル（YAML）を選んでください。',
  file_too_long: 'ファイルが大きすぎます。1MB以内にしてください。',
  not_utf8: '文字を読み取れません。UTF-8で保存し直してください。',
  invalid_element: '値の書き方が違います。書き方を確かめてください。',
}

/** What is wrong with an operator's file and how to put it right. */
export const operatorFileSentence = (code: string): string =>
  Object.hasOwn(own, code) ? (own[code] ?? '') : issueSentence(code)
