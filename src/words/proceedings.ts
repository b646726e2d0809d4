import type { InternalDate } from '../domain/clock.ts'
import type { freezeReasons } from '../domain/closing.ts'
import type { findings } from '../domain/inquiry.ts'
import type { contactWays } from '../domain/note.ts'

export const findingWords: Record<(typeof findings)[number], string> = {
  found: '該当する情報がある',
  none: '該当する情報がない',
  several: '該当する方が複数ある',
}

export const internalDateWords: Record<InternalDate, string> = {
  acknowledge: '受付の通知',
  supplement: '補正のお願い',
  decide: '決定',
  post: '回答の発送',
}

export const freezeReasonWords: Record<(typeof freezeReasons)[number], string> = {
  death: 'ご本人又は請求者の死亡',
  dispute: '紛争',
  incident: '事故又は不正の疑い',
}

export const deemedWords: Record<'supplement' | 'fee', string> = { supplement: '補正', fee: '手数料の入金' }

export const withdrawalWayWords: Record<'letter' | 'phone' | 'email' | 'counter', string> = {
  letter: '書面',
  phone: '電話',
  email: '電子メール',
  counter: '窓口',
}

export const contactWayWords: Record<(typeof contactWays)[number], string> = {
  memo: '覚え書き',
  phone_in: 'かかってきた電話',
  phone_out: 'かけた電話',
  email: '電子メール',
  visit: '来訪',
}

/** `request` is offered so that the refusal can say why it is not possible. */
export const sendToWords: Record<'papers' | 'file' | 'request', string> = {
  papers: '確認書類に書かれた住所',
  file: '登録されている住所',
  request: '請求書だけに書かれた住所',
}
