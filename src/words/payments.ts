import type { PaymentMeans } from '../domain/operator.ts'

export const meansWords: Record<PaymentMeans, string> = {
  transfer: '銀行振込',
  stamps: '切手',
  postal_order: '定額小為替',
  registered_cash: '現金書留',
  cash: '現金',
  postal_transfer: '郵便振替',
}
