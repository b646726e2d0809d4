import type { PaymentMeans } from '../domain/operator.ts'
import type { accountKinds } from '../domain/payee.ts'
import type { RefusalCode } from '../domain/refusal.ts'

/** Why a receipt is held and not applied, to go before 「ため」. */
export const heldWords: Partial<Record<RefusalCode, string>> = {
  fee_not_due: '納めていただく手数料がない',
  order_expired: '発行から6か月を過ぎている',
  means_not_accepted: '受け付けていない方法である',
  count_unconfirmed: '二人目が数えていない',
}

/** 口座の種類 */
export const accountKindWords: Record<(typeof accountKinds)[number], string> = {
  ordinary: '普通',
  current: '当座',
  savings: '貯蓄',
}

export const meansWords: Record<PaymentMeans, string> = {
  transfer: '銀行振込',
  stamps: '切手',
  postal_order: '定額小為替',
  registered_cash: '現金書留',
  cash: '現金',
  postal_transfer: '郵便振替',
}
