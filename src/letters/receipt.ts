import { wareki } from '../domain/era.ts'
import { paid, type Receipt } from '../domain/fee.ts'
import { honorificOf } from '../domain/honorific.ts'
import type { Policy } from '../domain/operator.ts'
import { fullName } from '../domain/person.ts'
import { taxWithin } from '../domain/tax.ts'
import { formatYen, type Yen, yen } from '../domain/yen.ts'
import { type LetterFacts, letterOf, present, told, type Values } from './facts.ts'
import { takenReceipts } from './fee-told.ts'
import { documentNumber, head, sender, writer } from './head.ts'
import { meansTitles } from './terms.ts'

/**
 * 領収書 for all that the case has paid so far. A later one takes the place of the one before and says so, so that the same
 * money is never acknowledged twice.
 */
export const receiptValues = (facts: LetterFacts): Values => {
  const { kase, policy } = facts
  const [due] = kase.fee.dues
  const amount = yen(paid(kase))
  const taken = takenReceipts(kase)
  return {
    ...head(facts, writer(facts)),
    ...present({
      receiptNumber: letterOf(facts)?.documentNumber ?? documentNumber(facts),
      reissue: reissueOf(facts),
      replaces: replacedBy(facts),
      amount: formatYen(amount),
      proviso: '個人情報開示等手数料として',
      receivedOn: [...new Set(taken.map(each => wareki(each.receivedOn)))].join('、'),
      means: taken.map(each => meansOf(each, taken.length > 1)).join('、'),
      tax: due && `${due.rate}％対象 ${formatYen(amount)}（うち消費税額${formatYen(taxIn(amount, due, policy))}）`,
      registration: policy.invoiceNumber,
    }),
  }
}

/** The tax as it was asked; of a part of it, the share, its fraction rounded as in `askedFee`. */
const taxIn = (amount: Yen, due: { asked: Yen; tax: Yen; rate: number }, policy: Policy): Yen =>
  amount === due.asked ? due.tax : taxWithin(amount, due.rate, policy.fee.value.rounding)

/** The same number again: marked, with the day of the first. */
const reissueOf = (facts: LetterFacts): string | undefined => {
  const first = facts.kase.letters.find(each => each.id === letterOf(facts)?.acknowledges?.copyOf)
  return first && `再発行（初回の発行 ${wareki(first.draftedOn)}）`
}

const replacedBy = (facts: LetterFacts): string | undefined => {
  const before = letterOf(facts)?.acknowledges?.replaces
  return before && `先に発行した領収書（${before}）に代えて発行するものです。`
}

/** 窓口受領票: one half for the payer, one for the file. */
export const counterSlipValues = (facts: LetterFacts): Values => {
  const { kase } = facts
  const paper = letterOf(facts)
  const { amount, receipt: id } = paper?.acknowledges ?? {}
  const receipt = kase.fee.receipts.find(each => each.id === id)
  const { company = '', desk = '', lines = [], telephone = '' } = sender(facts)
  return present({
    number: kase.number ?? '',
    slipNumber: paper?.documentNumber ?? documentNumber(facts),
    reissue: reissueOf(facts),
    amount: amount && formatYen(amount),
    receivedOn: receipt && wareki(receipt.receivedOn),
    payer: payerOf(facts, told(facts, receipt?.payer)),
    clerk: facts.clerk,
    company,
    desk,
    lines,
    telephone,
  })
}

/** Who paid as it was noted, or the person who writes. */
const payerOf = ({ subject, agent }: LetterFacts, noted: string | undefined): string => {
  if (noted !== undefined) return `${noted}　${honorificOf({ family: noted, given: undefined })}`
  const who = agent ?? subject
  return who === null ? '' : `${fullName(who).replace(' ', '　')}　${honorificOf(who)}`
}

/** 定額小為替（1,000円2枚、300円1枚）; with its sum where money came more than once. */
const meansOf = ({ means, applied, orders }: Receipt, several: boolean): string => {
  const faces = [...new Set(orders.map(order => order.face))].sort((a, b) => b - a)
  const pieces = faces.map(face => `${formatYen(yen(face))}${orders.filter(order => order.face === face).length}枚`)
  return `${meansTitles[means]}${pieces.length === 0 ? '' : `（${pieces.join('、')}）`}${several ? ` ${formatYen(applied)}` : ''}`
}
