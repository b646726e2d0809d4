import type { RefusalCode } from '../domain/refusal.ts'
import { type About, dayFigure } from './figures.ts'
import { groundWords } from './outcomes.ts'
import { missingSentence, scanSentence } from './pages.ts'
import type { RefusalSentence } from './refusals.ts'
import { requestKindWords } from './requests.ts'

const kindOf = ({ kind }: About): string =>
  typeof kind === 'string' && Object.hasOwn(requestKindWords, kind)
    ? requestKindWords[kind as keyof typeof requestKindWords]
    : 'この請求'

const groundOf = ({ ground }: About): string =>
  typeof ground === 'string' && Object.hasOwn(groundWords, ground)
    ? `「${groundWords[ground as keyof typeof groundWords]}」`
    : 'この根拠条項'

/** What has to be recorded before a letter can speak of it. */
const callsWords = {
  'reception-slip': 'まだ請求が届いていません。請求を受け付けてから、受付票を作ってください。',
  acknowledgement: 'お知らせする請求がありません。請求を受け付けてから、受付のお知らせを作ってください。',
  reckoning: 'まだ請求が届いていません。請求を受け付けてから、期限計算書を作ってください。',
  'cover-letter': '一緒にお送りする文書がありません。先に文書を作ってください。',
  'supplement-request': '補正をお願いしている項目がありません。先に「補正をお願いする」で期限を決めてください。',
  'fee-notice': 'ご案内する手数料がないか、期限を決めていません。先に「手数料をご案内する」で期限を決めてください。',
  'fee-reminder': '督促が記録されていません。期限が過ぎてから「手数料を督促する」で記録してください。',
  'counter-slip': '窓口で受け取った現金がありません。現金の入金を記録してから、受領票を作ってください。',
  'fee-receipt': '充てた入金がありません。入金を記録してから、領収書を作ってください。',
  'fee-return': '返金も書類の返却も記録されていません。先に記録してください。',
  'withdrawal-form': '取り下げることのできる請求がありません。案件の状態を確かめてください。',
  'withdrawal-confirmation': '取下げが記録されていません。先に取下げを記録してください。',
  'deemed-withdrawal': 'みなし取下げが記録されていません。先に記録してください。',
  'extension-notice': '回答の予定日を延ばしていません。先に新しい予定日を記録してください。',
  'password-notice': '鍵付きの電子データがありません。開示資料の画面で、先に電子データを作ってください。',
  'returned-notice': '戻ってきた回答がないか、受取人の死亡で戻っています。返戻の記録を確かめてください。',
  'subject-notice': '代理人による請求ではないため、ご本人へのお知らせは要りません。',
} as const

export const answerRefusals = {
  unknown_inquiry: '回答を待っている調査がありません。調査を選び直すか、新しく依頼してください。',
  inquiry_answered: 'この調査の結果はすでに記録されています。追加で調べるときは、新しく依頼してください。',
  inquiry_open: '回答の届いていない調査があります。結果を記録してから、決定の案を作ってください。',
  subject_ambiguous: '該当する方が複数あります。どなたのことか確かめ、記録してください。',
  outcome_not_for_kind: 'この種類の請求では選べない決定です。決定を選び直してください。',
  ground_missing: '根拠条項がありません。ご請求のとおりにしないときは、根拠条項を選んでください。',
  ground_not_for_kind: about =>
    `${groundOf(about)}は、この請求とこの決定には使えません。根拠条項を選び直してください。`,
  facts_missing: '根拠となる事実がありません。回答書に載せる文で書いてください。',
  content_missing: '回答書に載せる内容がありません。項目か文を書いてください。',
  search_missing: '調べた場所と期間の記録がありません。調査を依頼し、結果を記録してから不存在としてください。',
  unknown_decision: 'この決定の案はありません。決定を選び直してください。',
  decision_not_waiting: 'この案は決裁を待っていません。画面を開き直し、今の状態を確かめてください。',
  decision_open: 'すでに決定か決裁待ちの案があります。直すときは、責任者に差戻しを依頼してください。',
  decision_missing: '決裁の済んだ決定がありません。先に責任者の決裁を受けてください。',
  unknown_letter: 'この文書はないか、取りやめられています。文書を選び直してください。',
  letter_missing: '発送できる文書がありません。先に文書を作り、印刷してください。',
  letter_not_called_for: ({ form }) =>
    typeof form === 'string' && Object.hasOwn(callsWords, form)
      ? callsWords[form as keyof typeof callsWords]
      : 'この文書に書くことが、案件にまだありません。先に記録してください。',
  letter_not_printed: '印刷していない文書があります。印刷してから発送してください。',
  letter_posted: '文書の作成又は発送が済んでいます。発送の記録を確かめてください。',
  cover_differs: '送付状に書かれた文書と、選ばれた文書が違います。送付状のとおりに選ぶか、送付状を作り直してください。',
  letter_outdated:
    '宛名の方の氏名や住所、又は一緒に送る文書が変わる前に作った文書です。取り消して、作り直してください。',
  print_changed: '印刷後に組版が変わりました。刷り直してください。',
  print_lost:
    '発送した時のとおりには印刷できません。控えのファイルが失われたか、控えを残す前に発送した文書で、組版が変わっています。バックアップに控えがあれば戻してください。',
  reprint_reason_missing: 'もう一度印刷する理由を選んでください。',
  wrong_page: ({ what = '', which = '', form }) => scanSentence(String(what), which, form),
  page_missing: ({ which = '', form, left }) => missingSentence(String(which), form, Number(left ?? 1)),
  not_packed:
    'この組合せの文書は、封入の確認が済んでいません。書類と封筒（窓口で手渡すときは書類だけ）の番号を読み取り、確かめてから発送してください。',
  packing_not_confirmed: '封入を別の担当者がまだ確かめていません。別の担当者に確認を依頼してください。',
  nothing_packed: '別の担当者の確認を待っている封筒がありません。封入の状態を確かめてください。',
  packer_same_person: '自分で封入した封筒は、自分で確かめられません。別の担当者に依頼してください。',
  mistaken_addressee:
    '宛先の違う文書が混ざっているか、宛先がご本人ではありません。同じ宛先の文書だけを選び、違うものは作り直してください。',
  service_cannot_carry: '配達証明と本人限定受取は、一般書留だけに付けられます。郵便の種類を選び直してください。',
  service_not_promised: '取扱規程で約束した送り方と違います。郵便の種類と付ける扱いを選び直してください。',
  electronic_not_chosen:
    '電子での送付は、ご本人が電磁的記録での回答を希望した案件だけ記録できます。紙で送るか、窓口で手渡してください。',
  tracking_number_missing: 'この郵便には引受番号が要ります。受領証の番号を入れてください。',
  unknown_posting: 'この発送の記録はないか、すでに終わっています。発送を選び直してください。',
  posting_not_open: 'この発送は、配達又は返戻がすでに記録されています。発送を選び直してください。',
  reply_not_posted: about => `${kindOf(about)}の回答を発送していません。発送してから終えてください。`,
  not_delivered: about =>
    `${kindOf(about)}の回答が配達されていません。配達を確かめるか、配達できないまま終えることを選んでください。`,
  certificate_not_expected: '配達証明書を待っている発送がありません。発送の記録を確かめてください。',
  certificate_window_over: ({ day }) =>
    `配達証明を請求できるのは${dayFigure(day, '発送から1年')}までです。期間が過ぎたため、請求できません。`,
  not_closed: 'この案件は終わっていません。先に案件を終えてください。',
  not_frozen: 'この案件は止まっていません。そのまま手続を続けてください。',
  retention_running: ({ day }) =>
    `${dayFigure(day, '保存期間の終わり')}までは保存が必要です。その翌日から消去できます。`,
  already_erased: 'この案件の個人の情報は消去されています。これ以上の記録はできません。',
} as const satisfies Partial<Record<RefusalCode, RefusalSentence>>
