import type { Verb } from '../domain/case.ts'
import type { VerbWords } from './verbs.ts'
import { postVerbs } from './verbs-post.ts'

export const answerVerbs = {
  extendDeadline: {
    label: '回答予定日を延ばす',
    title: '回答予定日の変更',
    help: '社内の期限だけが変わります。法第39条の2週間は変わりません。',
    facet: 'inquiry',
  },
  openInquiry: {
    label: '調査を依頼する',
    title: '調査の依頼',
    help: '依頼する部署、調べる場所と期間を記録します。不存在の回答には、ここに書いた場所と期間を示します。',
    facet: 'inquiry',
  },
  answerInquiry: {
    label: '調査の結果を記録する',
    title: '調査の結果',
    help: '実際に調べた場所や期間が依頼と違うときは、書き直してください。',
    facet: 'inquiry',
  },
  identifySubject: {
    label: 'ご本人の特定を記録する',
    title: 'ご本人の特定',
    help: '該当する方が複数あるときに、どなたのことかを確かめた方法を記録します。',
    facet: 'inquiry',
  },
  draftDecision: {
    label: '決定の案を作る',
    title: '決定の案',
    help: '請求の種類ごとに作ります。ご請求のとおりにしないときは、根拠条項と事実が必要です。',
    facet: 'decision',
  },
  approveDecision: {
    label: '決裁する',
    title: '決定の決裁',
    help: '案を作った方とは別の責任者が決裁します。',
    facet: 'decision',
    irreversible: 'この案のとおりに決定します。決裁のあと、回答書を作れるようになります。',
  },
  returnDecision: {
    label: '案を差し戻す',
    title: '案の差戻し',
    help: '直してほしいことを書いてください。発送前なら、決裁の済んだ決定も差し戻せます。',
    facet: 'decision',
  },
  writeReply: {
    label: '回答書を作る',
    title: '回答書の作成',
    help: '決裁の済んだ決定から回答書を作ります。内容はこの時点で固まります。',
    facet: 'reply',
  },
  writeLetter: {
    label: '文書を作る',
    title: '文書の作成',
    help: '補正のお願い、手数料のご案内などを作ります。内容はこの時点で固まります。',
    facet: 'reply',
  },
  printLetter: {
    label: '印刷する',
    title: '文書の印刷',
    help: '印刷したことを記録し、控えのファイルを残します。記録すると、PDFの「確認用」の印が照合コードに変わり、封入を確かめられます。',
    facet: 'reply',
  },
  discardLetter: {
    label: '文書を取りやめる',
    title: '文書の取りやめ',
    help: '発送していない文書を取りやめます。取りやめた記録は残ります。',
    facet: 'reply',
    irreversible: 'この文書は発送できなくなります。必要なときは新しく作ってください。',
  },
  ...postVerbs,
} as const satisfies Partial<Record<Verb, VerbWords>>
