import type { StepCode } from '../domain/next-steps.ts'

export const stepGroups = [
  '開封待ち',
  '補正の期限',
  '入金の確認',
  '調査',
  '決裁待ち',
  '印刷待ち',
  '発送後の確認',
  'その他',
] as const
export type StepGroup = (typeof stepGroups)[number]

export interface StepWords {
  /** 次にすること, one sentence */
  readonly what: string
  readonly group: StepGroup
}

/** What is owed next, and under which heading of 今日の仕事 it stands. */
export const stepWords: Record<StepCode, StepWords> = {
  unfreeze: { what: '手続が止まっています。再開できるか判断してください。', group: 'その他' },
  send_forms: { what: '請求用紙を送ってください。', group: '印刷待ち' },
  await_form: { what: '請求用紙が届くのを待っています。届いたら開封してください。', group: '開封待ち' },
  mask_paper: { what: '見えたままの記載を黒く塗ってください。', group: 'その他' },
  recheck_majority: {
    what: '代理権が終わっています。ご本人が引き継がれるか確かめてください。',
    group: 'その他',
  },
  request_supplement: { what: '足りないものを知らせ、補正をお願いしてください。', group: '補正の期限' },
  await_supplement: { what: '補正を待っています。届いたら記録してください。', group: '補正の期限' },
  deem_withdrawn_supplement: {
    what: '補正の期限が過ぎました。取下げとみなすか判断してください。',
    group: '補正の期限',
  },
  receive_papers: { what: '届いた本人確認書類を記録してください。', group: '開封待ち' },
  check_identity: { what: '本人確認書類を確かめてください。', group: '開封待ち' },
  check_identity_again: {
    what: '氏名か住所などが改められました。本人確認書類をもう一度確かめてください。',
    group: '開封待ち',
  },
  check_authority: { what: '代理権が今もあることを確かめ、記録してください。', group: '開封待ち' },
  confirm_subject: { what: '代理人による請求であることを、ご本人に確かめて記録してください。', group: '開封待ち' },
  request_fee: { what: '手数料のお支払いをご案内してください。', group: '入金の確認' },
  await_fee: { what: '入金を待っています。入金を確かめて記録してください。', group: '入金の確認' },
  remind_fee: {
    what: '支払の期限が過ぎました。督促・不足のご案内を作り、新しい期限をお知らせしてください。',
    group: '入金の確認',
  },
  recount_cash: { what: '現金書留の中身を、別の担当者が数えてください。', group: '入金の確認' },
  rebook_cash: {
    what: '数えた額が二度とも合いません。入金の記録を取り消し、数え直して記録してください。',
    group: '入金の確認',
  },
  cash_order: { what: '定額小為替の期限が近づいています。充てて換金するか、返却してください。', group: '入金の確認' },
  approve_refund: { what: '振込による返金の申請を確かめ、承認するか判断してください。', group: '決裁待ち' },
  send_refund: { what: '承認された返金を振り込み、出金を記録してください。', group: '入金の確認' },
  deem_withdrawn_fee: {
    what: '督促の期限が過ぎました。取下げとみなすか判断してください。',
    group: '入金の確認',
  },
  assign_money: { what: '預かっている入金を、充てるか返すか決めてください。', group: '入金の確認' },
  decide_overpaid: {
    what: '求める手数料がなくなりました。返金するか、返さないかを決めてください。',
    group: '入金の確認',
  },
  open_inquiry: { what: '担当の部署に調査を依頼してください。', group: '調査' },
  await_inquiry: { what: '調査の回答を待っています。届いたら記録してください。', group: '調査' },
  identify_subject: { what: '該当する方が複数あります。どなたのことか確かめてください。', group: '調査' },
  draft_decision: { what: '決定の案を作ってください。', group: '調査' },
  approve_decision: { what: '決定の案を確かめ、決裁してください。', group: '決裁待ち' },
  approve_waiver: { what: '手数料の免除の申請を確かめ、承認するか判断してください。', group: '決裁待ち' },
  write_reply: { what: '回答書を作ってください。', group: '印刷待ち' },
  print_letter: { what: '回答書を印刷してください。', group: '印刷待ち' },
  pack_letter: { what: '書類の番号を読み取り、封入を確かめてください。', group: '印刷待ち' },
  confirm_packing: { what: '封入した方とは別の担当者が、封入を確かめてください。', group: '印刷待ち' },
  post_reply: { what: '回答を窓口に出し、発送を記録してください。', group: '印刷待ち' },
  await_delivery: { what: '配達されたか確かめてください。', group: '発送後の確認' },
  repost: { what: '回答が戻りました。宛先を確かめ、もう一度発送してください。', group: '発送後の確認' },
  notify_return: { what: '回答が戻ったことを、返戻のお知らせでお伝えできます。', group: '発送後の確認' },
  acknowledge: { what: '受付通知を作ってください。まだ何もお送りしていません。', group: '印刷待ち' },
  await_certificate: { what: '配達証明書が届いたら記録してください。', group: '発送後の確認' },
  close: { what: '残りがないことを確かめ、案件を終えてください。', group: 'その他' },
  clear_papers: { what: '預かっている書類を返却するか廃棄してください。', group: 'その他' },
  erase: { what: '保存期間が過ぎました。個人の情報を消去してください。', group: 'その他' },
  nothing: { what: '今することはありません。', group: 'その他' },
}
