import type { Verb, VerbInput } from '../domain/case.ts'
import type { Entry, Withheld } from '../domain/decision.ts'
import type { PackageChoice } from '../domain/package.ts'
import type { Payee } from '../domain/payee.ts'
import type { Person } from '../domain/person.ts'
import type { ScheduleRow } from '../domain/schedule.ts'
import { verbFields } from './verb-fields.ts'

export interface FieldWords {
  readonly label: string
  readonly help?: string
}

export type VerbField = { [V in Verb]: keyof VerbInput<V> }[Verb]
type PieceField =
  | 'orders.face'
  | 'orders.issuedOn'
  | 'orders.number'
  | 'stamps.face'
  | 'stamps.count'
  | `payee.${keyof Payee}`
  | `entries.${keyof Entry}`
  | `withheld.${keyof Withheld}`
  | `rows.${keyof ScheduleRow}`
  | `choice.${keyof PackageChoice}`

const dateHelp = '2026/11/21、20261121、R8.11.21、令和8年11月21日のいずれの書き方でもかまいません。'

const general: Record<VerbField, FieldWords> = {
  operator: { label: '事業者' },
  desk: { label: '窓口' },
  channel: { label: '連絡の方法' },
  receivedOn: { label: '受け取った日', help: dateHelp },
  requester: { label: '請求者' },
  kinds: { label: '請求の種類' },
  memo: { label: '覚え書き' },
  on: { label: '日付', help: dateHelp },
  by: { label: '送った方法' },
  service: { label: '郵便の種類' },
  trackingNumber: { label: '引受番号', help: '11桁又は12桁の番号です。読み取り機でも入力できます。' },
  postedOn: { label: '差出しの日', help: dateHelp },
  firstAttemptOn: { label: '最初に配達された日', help: '不在で持ち戻られたときは、その日を入れてください。' },
  arrivedOn: { label: '到達日', help: '請求が窓口に届いた日です。法第39条の2週間は、この翌日から数えます。' },
  stampedOn: { label: '受付日', help: '受付印の日付です。空けておくと今日になります。' },
  arrivedAt: { label: '届いた場所', help: '窓口以外に届いたときだけ入れてください。' },
  subject: { label: 'ご本人' },
  person: { label: '正しい内容' },
  agent: { label: '代理人' },
  wanted: { label: '求められている内容', help: '請求書の言葉のまま入れてください。' },
  method: { label: '希望される方法' },
  onForm: { label: '事業者の用紙で請求されている' },
  enclosed: { label: '同封されていたもの' },
  shownFee: { label: '用紙に書かれた手数料', help: '古い用紙で、今の額より低く書かれているときに入れてください。' },
  linkedTo: { label: '関連する案件の受付番号', help: '8桁の番号です。' },
  relation: { label: '関係' },
  reason: { label: '理由' },
  other: { label: '相手の案件の受付番号', help: '8桁の番号です。' },
  items: { label: '項目' },
  more: { label: '書き添えること', help: '足りないものの一覧に加えて、お願いする文に載せます。' },
  dueOn: { label: '期限', help: '空けておくと、取扱規程の日数から計算します。' },
  whose: { label: 'どなたの書類か' },
  kind: { label: '種類' },
  as: { label: '原本か写しか' },
  issuer: { label: '発行者', help: '都道府県公安委員会、市区町村長など。書類の番号は入れないでください。' },
  issuedOn: { label: '発行日', help: dateHelp },
  expiresOn: { label: '有効期限', help: dateHelp },
  unmasked: { label: '黒塗りされていない記載', help: '見えたままのものに印を付けてください。' },
  place: { label: '保管場所' },
  paper: { label: '書類' },
  papers: { label: '使う書類', help: '選ばないときは、届いている書類をすべて使います。' },
  sendTo: { label: '回答の送り先', help: '請求書だけに書かれた住所へは送れません。' },
  address: { label: '確かめた住所' },
  nameOnPaper: { label: '書類に書かれた氏名', help: '請求書の氏名と字が違うときに、書類のとおり入れてください。' },
  witness: { label: '立ち会った方' },
  powers: { label: '任されている範囲', help: '委任状に書かれた範囲です。親権者と後見人では選ばなくてかまいません。' },
  how: { label: '確かめた方法' },
  means: { label: '支払の方法' },
  amount: { label: '金額', help: '円で入れてください。' },
  payer: { label: '支払われた方の名前', help: '請求者と違うときも、届いたとおりに入れてください。' },
  reference: { label: '明細の番号', help: '振替払込では、受付局の名前と日附印の番号を入れてください。' },
  line: { label: '銀行の明細' },
  payee: { label: '振込先' },
  bounced: { label: '銀行から戻ってきた' },
  orders: { label: '定額小為替' },
  stamps: { label: '切手' },
  receipt: { label: '入金' },
  until: { label: '新しい回答予定日', help: dateHelp },
  department: { label: '依頼する部署' },
  systems: { label: '調べる場所', help: '顧客台帳、請求の記録など。二つ以上は読点で区切ってください。' },
  period: { label: '調べる期間', help: '全期間、2024年4月から2026年10月まで、のように入れてください。' },
  names: { label: '調べる氏名', help: '旧姓や別の字があるときに入れてください。' },
  inquiry: { label: '調査' },
  finding: { label: '結果' },
  answer: { label: '部署からの回答' },
  outcome: { label: '決定' },
  grounds: { label: '根拠条項', help: 'ご請求のとおりにしないときに選びます。' },
  facts: { label: '根拠となる事実', help: '根拠条項に当てはまる事実を、回答書に載せる文で書いてください。' },
  content: {
    label: '書き添える文',
    help: '項目のほかに回答書へ載せる文です。調査の方法、別の方法、ほかの窓口などを書きます。',
  },
  entries: { label: '回答に載せる項目', help: '開示する内容、改める前と後、行った措置などを一つずつ書きます。' },
  withheld: { label: '開示しない項目' },
  decision: { label: '決定' },
  form: { label: '文書' },
  letter: { label: '文書' },
  why: { label: 'もう一度印刷する理由', help: '2回目からの印刷では、必ず選びます。はじめての印刷では空けておきます。' },
  letters: { label: '封筒に入れる文書' },
  scans: { label: '読み取った番号', help: '書類と封筒の番号を一つずつ入れてください。順番は問いません。' },
  handover: { label: '窓口で手渡す', help: '封筒の宛名面は読み取りません。郵便で送るときは、封入からやり直します。' },
  envelope: { label: '封筒' },
  options: { label: '付ける扱い', help: '配達証明と本人限定受取は、一般書留だけに付けられます。' },
  grams: { label: '重さ（グラム）' },
  posting: { label: '発送' },
  since: { label: '保管が始まった日', help: dateHelp },
  returnPapers: { label: '書類の返却を希望されている' },
  because: { label: '理由' },
  undelivered: { label: '配達できないまま終える', help: '戻ってきた回答を、もう送れないときだけ選びます。' },
  way: { label: '種類' },
  restricted: { label: '責任者だけが見られるようにする' },
  rows: { label: '項目の一覧' },
  choice: { label: '付ける資料' },
  file: { label: 'ファイル' },
  sha256: { label: '内容のしるし' },
  pages: { label: 'ページ数' },
  attached: { label: '資料のページ数' },
  edition: { label: '開示資料の版' },
  password: { label: '電子データのパスワード' },
  masked: { label: '黒塗りしたページ数' },
}

const personFields: Record<keyof Person, FieldWords> = {
  family: { label: '姓', help: '書かれた字のまま入れてください。姓と名に分かれない氏名は、ここに入れます。' },
  given: { label: '名' },
  familyKana: { label: 'セイ' },
  givenKana: { label: 'メイ' },
  postcode: { label: '郵便番号', help: '7桁の番号です。住所の候補が出ます。' },
  address: { label: '住所' },
  building: { label: '建物名・部屋番号' },
  phone: { label: '電話番号' },
  email: { label: 'メールアドレス' },
  bornOn: { label: '生年月日', help: dateHelp },
  customerNumber: { label: 'お客様番号' },
  formerNames: { label: '旧姓・以前の氏名' },
}

const pieces: Record<PieceField, FieldWords> = {
  'orders.face': { label: '額面（円）' },
  'orders.issuedOn': { label: '発行日', help: '発行の日から6か月を過ぎると換金できません。' },
  'orders.number': { label: '証書番号' },
  'payee.bank': { label: '銀行名' },
  'payee.branch': { label: '支店名', help: '支店名又は3桁の店番です。' },
  'payee.kind': { label: '口座の種類' },
  'payee.number': { label: '口座番号', help: '7桁までの数字です。' },
  'payee.holder': { label: '口座名義（カナ）', help: '通帳に書かれたカナのとおり入れてください。' },
  'stamps.face': { label: '額面（円）' },
  'stamps.count': { label: '枚数' },
  'entries.label': { label: '項目', help: '開示する情報や措置の名前です。第三者提供の記録では、相手方を書きます。' },
  'entries.before': { label: '改める前', help: '訂正では元の内容、第三者提供の記録では同意の有無を書きます。' },
  'entries.text': { label: '内容' },
  'entries.on': { label: '日付' },
  'entries.received': { label: '提供を受けた記録' },
  'withheld.item': { label: '項目', help: '開示しない項目の名前です。回答書に載ります。' },
  'withheld.ground': { label: '根拠条項' },
  'withheld.facts': { label: '根拠となる事実' },
  'rows.system': { label: 'システム' },
  'rows.item': { label: '項目' },
  'rows.value': { label: '内容' },
  'rows.withheld': { label: '開示しない根拠' },
  'rows.facts': { label: '根拠となる事実' },
  'choice.parts': { label: '付けるファイルとページ' },
  'choice.hidden': { label: '残っていてはいけない言葉' },
  'choice.allowed': { label: '残ってよい言葉' },
}

const persons = ['subject', 'agent', 'requester', 'person']
type Table = Readonly<Record<string, FieldWords>>
const own = (table: Table, key: string): FieldWords | undefined => (Object.hasOwn(table, key) ? table[key] : undefined)

/** Label and help of a field; `path` as in issues and form names: subject.postcode, orders.0.face. */
export const fieldLabel = (verb: Verb, path: string): FieldWords => {
  const parts = path.split(/[.[\]]/).filter(part => part !== '' && !/^\d+$/.test(part))
  const [first = '', last = ''] = [parts[0], parts[1]]
  if (last === '') return own((verbFields[verb] ?? {}) as Table, first) ?? own(general, first) ?? { label: 'この欄' }
  const nested = persons.includes(first) ? own(personFields, last) : own(pieces, `${first}.${last}`)
  return nested ?? { label: 'この欄' }
}
