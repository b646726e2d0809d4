import type { Verb } from '../domain/case.ts'
import type { VerbWords } from './verbs.ts'

export const postVerbs = {
  packEnvelope: {
    label: '封入を確かめる',
    title: '封入の確認',
    help: '封筒に入れる書類と封筒の番号をすべて読み取ります。そろっていて、ほかの書類がないときだけ記録できます。',
    facet: 'posting',
  },
  confirmPacking: {
    label: '封入を別の担当者が確かめる',
    title: '封入の再確認',
    help: '封入した方とは別の担当者が、ご自分のサインインで確かめます。',
    facet: 'posting',
  },
  postLetters: {
    label: '発送を記録する',
    title: '発送',
    help: '一つの封筒に入れた文書を選び、窓口に出した日と引受番号を記録します。',
    facet: 'posting',
  },
  recordHeld: {
    label: '郵便局での保管を記録する',
    title: '郵便局での保管',
    help: '不在などで郵便局に保管された日を記録します。保管の期限が分かります。',
    facet: 'posting',
  },
  recordDelivery: { label: '配達を記録する', title: '配達', help: '配達された日を記録します。', facet: 'posting' },
  recordReturn: {
    label: '返戻を記録する',
    title: '返戻',
    help: '戻ってきた日と理由を記録します。宛先を確かめて、もう一度発送してください。',
    facet: 'posting',
  },
  receiveCertificate: {
    label: '配達証明書の到着を記録する',
    title: '配達証明書の到着',
    facet: 'posting',
  },
  askForCertificate: {
    label: '配達証明の再請求を記録する',
    title: '配達証明の再請求',
    help: '届かない配達証明書を郵便局に請求した日を記録します。発送から1年以内に、受領証を添えて請求できます。',
    facet: 'posting',
  },
  withdraw: {
    label: '取下げを記録する',
    title: '請求の取下げ',
    help: '取り下げる請求を選びます。選ばないときは、残っている請求をすべて取り下げます。',
    facet: 'closing',
    irreversible: '選んだ請求を終えます。もう一度請求されたときは、新しい案件になります。',
  },
  deemWithdrawn: {
    label: '取下げとみなす',
    title: 'みなし取下げ',
    help: '期限までに補正又は入金がなかった請求を終えます。あとで届いたときは再開できます。',
    facet: 'closing',
    irreversible:
      '回答の済んでいない請求を取り下げられたものとして扱います。お預かりした書類と入金は、お返ししてください。',
  },
  freeze: {
    label: '手続を止める',
    title: '手続の停止',
    help: '何も発送できなくなります。再開には責任者の判断が要ります。',
    facet: 'closing',
  },
  unfreeze: { label: '手続を再開する', title: '停止の解除', facet: 'closing' },
  close: {
    label: '案件を終える',
    title: '案件の完了',
    help: '回答がすべて配達され、入金の残りがないことを確かめて終えます。',
    facet: 'closing',
  },
  reopen: { label: '案件を再開する', title: '案件の再開', facet: 'closing' },
  erase: {
    label: '個人の情報を消去する',
    title: '消去',
    help: '保存期間が過ぎた案件の氏名、住所、本文と添付書類を消します。',
    facet: 'closing',
    irreversible: '氏名、住所、本文と添付書類を消します。番号、種類、結果と日付だけが残り、元に戻すことはできません。',
  },
  addNote: {
    label: '覚え書きを加える',
    title: '覚え書き',
    help: '電話でのやり取りなどを残します。',
    facet: 'other',
  },
} as const satisfies Partial<Record<Verb, VerbWords>>
