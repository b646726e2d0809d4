import { wareki } from '../domain/era.ts'
import type { Receipt } from '../domain/fee.ts'
import type { Kept } from '../domain/kept.ts'
import type { Payee } from '../domain/payee.ts'
import { accountKindWords } from '../words/payments.ts'
import { type LetterFacts, present, type Values } from './facts.ts'
import { inYen, unused } from './fee-told.ts'
import { foot, head, request, writer } from './head.ts'
import { meansTitles, paperTitles } from './terms.ts'

/** 取下げ、みなし取下げ、返却・返金: how a request ends without an answer, and what goes back. */
export const withdrawalValues = (facts: LetterFacts): Values => {
  const { closing, intake } = facts.kase
  const kinds = closing.withdrawnKinds.filter(kind => closing.lapsedKinds?.includes(kind) !== true)
  return {
    ...head(facts, writer(facts)),
    ...request(facts, kinds),
    withdrawnOn: wareki(closing.withdrawnOn ?? facts.today),
    scope: kinds.length === intake.kinds.length ? 'ご請求の全部' : '上記の種類のご請求（そのほかのご請求は続けます。）',
    ...present({ fee: fee(facts, kinds), returns: heldOriginals(facts) }),
    ...foot(facts),
  }
}

export const deemedValues = (facts: LetterFacts): Values => {
  const { closing } = facts.kase
  const kinds = closing.lapsedKinds ?? closing.withdrawnKinds
  return {
    ...head(facts, writer(facts)),
    ...request(facts, kinds),
    unmet: closing.deemed === 'fee' ? '手数料のお支払い' : '必要な補正',
    history: [
      ...history(facts),
      { label: wareki(closing.withdrawnOn ?? facts.today), text: lapsed[closing.deemed ?? 'supplement'] },
    ],
    basis:
      '当社の開示等の手続の定めにより、期限までに補正又はお支払いがないご請求は、取り下げられたものとして取り扱います。',
    ...present({ fee: fee(facts, kinds), returns: heldOriginals(facts) }),
    ...foot(facts),
  }
}

const lapsed = {
  supplement: '補正をお願いした書類が期限までに届きませんでした。',
  fee: '手数料の全部又は一部が期限までに納められませんでした（手数料不納）。',
} as const

/** Only a kind that is charged for has a fee to speak of. */
const fee = ({ kase }: LetterFacts, kinds: LetterFacts['kase']['intake']['kinds']): string | undefined =>
  kase.fee.dues.some(due => due.kinds.some(kind => kinds.includes(kind))) ? unused(kase) : undefined

const history = ({ kase }: LetterFacts): Values[] => [
  ...(kase.intake.arrivedOn === undefined ? [] : [{ label: wareki(kase.intake.arrivedOn), text: 'ご請求の到達' }]),
  ...kase.supplements.map(round => ({
    label: wareki(round.requestedOn),
    text: `補正のお願い（期限 ${wareki(round.dueOn)}）`,
  })),
  ...(kase.fee.requestedOn === undefined
    ? []
    : [
        {
          label: wareki(kase.fee.requestedOn),
          text: `手数料のご案内${kase.fee.reminders === undefined ? `（期限 ${wareki(kase.fee.dueOn ?? kase.fee.requestedOn)}）` : ''}`,
        },
      ]),
  ...(kase.fee.reminders ?? []).map((on, nth, all) => ({
    label: wareki(on),
    text: `手数料の督促${kase.fee.dueOn && nth === all.length - 1 ? `（期限 ${wareki(kase.fee.dueOn)}）` : ''}`,
  })),
]

/** Originals in the house go back with the letter; copies are shredded or returned on their own clock. */
const heldOriginals = ({ kase }: LetterFacts): string[] | undefined => {
  const held = kase.identity.papers.filter(paper => paper.as === 'original' && paper.fate === undefined)
  return held.length === 0 ? undefined : held.map(paper => `${paperTitles[paper.kind]}（原本）　1通`)
}

/** What was booked as returned: money by the way it went, papers by what they are. */
export const returnValues = (facts: LetterFacts): Values => {
  const { kase } = facts
  const money = kase.fee.receipts.flatMap(receipt => goingBack(facts, receipt))
  const papers = kase.identity.papers.filter(paper => paper.fate?.how === 'returned')
  const total = money.reduce((sum, each) => sum + each.yen, 0)
  const arrived = kase.intake.arrivedOn !== undefined
  return {
    ...head(facts, writer(facts)),
    // Money may come with an e-mail that only asks for the form: there is no request to name yet.
    ...(arrived ? request(facts) : {}),
    ...returned(money.length > 0, papers.length > 0),
    ...present({
      askedOn: arrived ? undefined : kase.formRequest && wareki(kase.formRequest.receivedOn),
      returns: [
        ...money.map(({ item, yen, how }) => ({ item, amount: inYen(yen), ...(how && { how }) })),
        ...papers.map(paper => ({
          item: `${paperTitles[paper.kind]}（${paper.as === 'original' ? '原本' : '写し'}）`,
          amount: '1通',
        })),
      ],
      total: money.length > 1 ? inYen(total) : undefined,
    }),
    ...foot(facts),
  }
}

interface GoingBack {
  item: string
  yen: number
  how?: string
}

/** What went back of a receipt, each transfer on its own, and what is about to be transferred. */
const goingBack = (facts: LetterFacts, receipt: Receipt): GoingBack[] => {
  const item = `手数料（${wareki(receipt.receivedOn)}に${meansTitles[receipt.means]}で受領）`
  const sent = receipt.sent ?? []
  const rest = receipt.refunded - sent.reduce((sum, each) => sum + each.amount, 0)
  const { refund, refundDue } = receipt
  return [
    ...(rest > 0 ? [{ item, yen: rest }] : []),
    ...sent.map(({ amount, payee, on }) => ({
      item,
      yen: amount,
      how: `${wareki(on)}に${accountOf(facts, payee)}へ振り込みました。`,
    })),
    ...(refund && refundDue
      ? [{ item, yen: refundDue, how: `${accountOf(facts, refund.payee)}へ振り込みます。` }]
      : []),
  ]
}

/** The account without the head of its number: enough for its holder, too little for anyone else. */
const accountOf = (facts: LetterFacts, kept: Kept<Payee>): string => {
  const payee = facts.texts(kept) as Payee | null
  if (payee === null) return 'お知らせいただいた口座'
  const { bank, branch, kind, number, holder } = payee
  return `${bank} ${branch} ${accountKindWords[kind]} 末尾${number.slice(-3)}（${holder} 様名義）`
}

const returned = (money: boolean, papers: boolean): Values =>
  money && papers
    ? {
        about: '書類の返却及び手数料の返金',
        what: '書類及び手数料',
        reason: 'お預かりした書類と、手数料としてお預かりした金額のうちお返しするものがあるため',
      }
    : money
      ? {
          about: '手数料の返金',
          what: '手数料',
          reason: '手数料としてお預かりした金額のうち、お返しするものがあるため',
        }
      : { about: '書類の返却', what: '書類', reason: 'お預かりした書類の確認が済んだため' }
