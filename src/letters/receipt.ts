import { wareki } from '../domain/era.ts'
import { paid, type Receipt } from '../domain/fee.ts'
import { formatYen, type Yen, yen } from '../domain/yen.ts'
import { type LetterFacts, present, type Values } from './facts.ts'
import { takenReceipts } from './fee-told.ts'
import { documentNumber, head, writer } from './head.ts'
import { meansTitles } from './terms.ts'

/**
 * 領収書 for all that the case has paid so far. A later one takes the place of the one before and says so, so that the same
 * money is never acknowledged twice.
 */
export const receiptValues = (facts: LetterFacts): Values => {
  const { kase, policy, letter } = facts
  const [due] = kase.fee.dues
  const amount = yen(paid(kase))
  const taken = takenReceipts(kase)
  const before = kase.letters.findLast(
    each => each.form === 'fee-receipt' && each.id !== letter.id && each.printed > 0 && !each.discarded,
  )
  return {
    ...head(facts, writer(facts)),
    ...present({
      receiptNumber: documentNumber(facts),
      reissue: before && `先に発行した領収書（${documentNumber({ kase, letter: before })}）に代えて発行するものです。`,
      amount: formatYen(amount),
      proviso: '個人情報開示等手数料として',
      receivedOn: [...new Set(taken.map(each => wareki(each.receivedOn)))].join('、'),
      means: taken.map(each => meansOf(each, taken.length > 1)).join('、'),
      tax: due && `${due.rate}％対象 ${formatYen(amount)}（うち消費税額${formatYen(taxIn(amount, due))}）`,
      registration: policy.invoiceNumber,
    }),
  }
}

/** The tax as it was asked; of a part of it, the share, fractions dropped as in `askedFee`. */
const taxIn = (amount: Yen, due: { asked: Yen; tax: Yen; rate: number }): Yen =>
  amount === due.asked ? due.tax : yen(Math.floor((amount * due.rate) / (100 + due.rate)))

/** 定額小為替（1,000円2枚、300円1枚）; with its sum where money came more than once. */
const meansOf = ({ means, applied, orders }: Receipt, several: boolean): string => {
  const faces = [...new Set(orders.map(order => order.face))].sort((a, b) => b - a)
  const pieces = faces.map(face => `${formatYen(yen(face))}${orders.filter(order => order.face === face).length}枚`)
  return `${meansTitles[means]}${pieces.length === 0 ? '' : `（${pieces.join('、')}）`}${several ? ` ${formatYen(applied)}` : ''}`
}
