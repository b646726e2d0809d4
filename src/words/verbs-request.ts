import type { Verb } from '../domain/case.ts'
import type { VerbWords } from './verbs.ts'

export const requestVerbs = {
  logFormRequest: {
    label: '用紙請求を受け付ける',
    title: '用紙請求の受付',
    help: '請求用紙を求める連絡を記録します。まだ開示等の請求ではないため、2週間の期間は始まりません。',
    facet: 'intake',
  },
  sendForms: {
    label: '用紙の送付を記録する',
    title: '用紙の送付',
    help: '請求用紙を送った日と方法を記録します。',
    facet: 'intake',
  },
  logRequest: {
    label: '請求を受け付ける',
    title: '請求の受付',
    help: '届いた封筒を開け、上から順に記録します。保存すると受付番号が決まり、期間の計算が始まります。',
    facet: 'intake',
  },
  amendArrival: {
    label: '到達日を改める',
    title: '到達日の訂正',
    help: '期限と適用する取扱規程を計算し直します。前の日付は経過記録に残ります。',
    facet: 'intake',
  },
  amendPerson: {
    label: '氏名・住所を改める',
    title: '氏名・住所の訂正',
    help: '書き誤りや、届け出られた新しい住所を記録します。前の記録も経過に残ります。お客様の登録は変わりません。氏名・生年月日・住所を改めると、済んでいた本人確認は、やり直しになります。',
    facet: 'intake',
  },
  changeMethod: {
    label: '希望の方法を改める',
    title: '回答の方法の変更',
    help: 'ご本人の申出により、回答を書く前に方法を変えます。',
    facet: 'intake',
  },
  linkCase: {
    label: '案件を関連付ける',
    title: '案件の関連付け',
    help: '重複、連名、追加の請求などの関係を記録します。',
    facet: 'intake',
  },
  requestSupplement: {
    label: '補正をお願いする',
    title: '補正のお願い',
    help: '足りないものと期限を記録します。社内の期限は止まりますが、法第39条の2週間は止まりません。',
    facet: 'intake',
  },
  receiveSupplement: {
    label: '補正の到着を記録する',
    title: '補正の到着',
    help: '届いたものに印を付けてください。そろうと社内の期限が再び進みます。',
    facet: 'intake',
  },
  noteMissing: {
    label: '足りないものを追加する',
    title: '不足の追加',
    help: '受付のあとで分かった不足を記録します。',
    facet: 'intake',
  },
  receivePaper: {
    label: '確認書類を記録する',
    title: '確認書類の受領',
    help: '書類の種類と日付を記録します。書類の番号は記録しないでください。',
    facet: 'identity',
  },
  maskPaper: {
    label: '黒塗りを記録する',
    title: '黒塗りの記録',
    help: '個人番号など、受け取ってはならない記載を黒く塗った日を記録します。',
    facet: 'identity',
  },
  checkIdentity: {
    label: '本人確認を記録する',
    title: '本人確認',
    help: '書類は到達日の時点で判定します。書類を選ばないときは、届いている書類をすべて使います。',
    facet: 'identity',
  },
  refuseIdentity: {
    label: '確認できないと記録する',
    title: '本人確認ができない場合',
    help: '確認できない理由を記録します。足りない書類は、補正をお願いしてください。',
    facet: 'identity',
  },
  movePaper: {
    label: '書類の保管場所を移す',
    title: '書類の保管場所',
    facet: 'identity',
  },
  returnPaper: {
    label: '書類の返却を記録する',
    title: '書類の返却',
    help: '返却した日を記録します。返却した書類は、この案件では使えなくなります。',
    facet: 'identity',
  },
  shredPaper: {
    label: '書類を廃棄する',
    title: '書類の廃棄',
    help: '裁断した日と、立ち会った方を記録します。',
    facet: 'identity',
    irreversible: 'この書類を廃棄したものとして記録します。元に戻すことはできません。',
  },
  checkAuthority: {
    label: '代理権を確認する',
    title: '代理権の確認',
    help: '戸籍、登記事項証明書又は委任状を確かめ、任されている範囲を記録します。',
    facet: 'identity',
  },
  recheckAuthority: {
    label: '代理権を再確認する',
    title: '代理権の再確認',
    help: '発送する日に、代理権が続いていることを確かめて記録します。',
    facet: 'identity',
  },
  endAuthority: {
    label: '代理権の終了を記録する',
    title: '代理権の終了',
    help: '解任や成年などで代理権が終わった日を記録します。その後は代理人へ回答を送れません。',
    facet: 'identity',
  },
  confirmWithSubject: {
    label: 'ご本人への確認を記録する',
    title: 'ご本人への確認',
    help: '代理人による請求について、ご本人の意思を確かめた方法を記録します。',
    facet: 'identity',
  },
  letSubjectTakeOver: {
    label: 'ご本人が引き継ぐ',
    title: 'ご本人による引継ぎ',
    help: '成年に達したときや代理人を解任したときに、ご本人の請求として続けます。本人確認が改めて必要です。',
    facet: 'identity',
  },
} as const satisfies Partial<Record<Verb, VerbWords>>
