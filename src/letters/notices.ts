import { wareki } from '../domain/era.ts'
import { outstanding, paid } from '../domain/fee.ts'
import type { Notice } from '../domain/letter.ts'
import { openRound } from '../domain/supplement.ts'
import { formatYen, yen } from '../domain/yen.ts'
import { type LetterFacts, present, readerOf, type Values } from './facts.ts'
import { documentNumber, foot, head, request, writer } from './head.ts'
import { enclosedForms, feeSentence, papersToSend, paySentence, returnTo } from './instructions.ts'
import { requestFormValues } from './request-forms.ts'
import { receptionValues, reckoningValues } from './slips.ts'
import { supplementItem } from './supplement-items.ts'
import { feeLine, feeWithTax, meansTitles } from './terms.ts'

/** Everything the desk sends besides the answer, and what it files. */
export const noticeValues = (form: Notice, facts: LetterFacts): Values => notices[form](facts)

const letter = (facts: LetterFacts, more: Values): Values => ({
  ...head(facts, writer(facts)),
  ...request(facts),
  ...more,
  ...foot(facts),
})

const lapse =
  '期限までに届かないときは、ご請求は取り下げられたものとして取り扱うことがあります。期限に間に合わないときは、下記へご連絡ください。'

const feeNotice = (facts: LetterFacts): Values => {
  const { kase, policy } = facts
  const short = paid(kase) > 0
  const amount = short
    ? `${formatYen(yen(outstanding(kase)))}（不足額。手数料は${feeWithTax(kase, policy) ?? ''}）`
    : (feeWithTax(kase, policy) ?? '')
  const transfer = policy.payment.value.means.includes('transfer')
  return present({
    amount,
    means: paySentence(policy).map(each => ({ ...each })),
    payerName: transfer ? `お振込みの際は、お名前の前に受付番号「${kase.number}」を付けてください。` : '',
    dueOn: wareki(kase.fee.dueOn ?? facts.today),
    afterDue: '期限までに確認できないときは、ご請求は取り下げられたものとして取り扱うことがあります。',
    difference: '不足のときは差額をご案内し、多くお支払いのときは差額をお返しします。',
  })
}

const feeReceipt = (facts: LetterFacts): Values => {
  const { kase, policy } = facts
  const [due] = kase.fee.dues
  const receipt = kase.fee.receipts.findLast(each => each.applied > 0 && !each.reversed)
  const amount = yen(paid(kase))
  const tax = yen(due === undefined ? 0 : Math.floor((amount * due.rate) / (100 + due.rate)))
  return present({
    ...head(facts, writer(facts)),
    receiptNumber: documentNumber(facts),
    amount: formatYen(amount),
    proviso: '個人情報開示等手数料として',
    receivedOn: receipt === undefined ? '' : wareki(receipt.receivedOn),
    means: receipt === undefined ? '' : meansTitles[receipt.means],
    tax: due === undefined ? '' : `${due.rate}％対象 ${formatYen(amount)}（うち消費税額${formatYen(tax)}）`,
    registration: policy.invoiceNumber,
  })
}

const feeReturn = (facts: LetterFacts): Values => {
  const back = facts.kase.fee.receipts.filter(receipt => receipt.refunded > 0)
  const total = yen(back.reduce((sum, receipt) => sum + receipt.refunded, 0))
  return letter(facts, {
    reason: 'お預かりした手数料のうち、お返しするものがありますので、下記のとおりお返しします。',
    returns: back.map(receipt => ({
      item: '手数料',
      amount: formatYen(receipt.refunded),
      method: meansTitles[receipt.means],
    })),
    total: formatYen(total),
  })
}

const lapsed = {
  supplement: '補正をお願いした書類が期限までに届きませんでした。',
  fee: '手数料のお支払いを期限までに確認できませんでした。',
} as const

const history = ({ kase }: LetterFacts): Values[] => [
  ...(kase.intake.arrivedOn === undefined ? [] : [{ label: wareki(kase.intake.arrivedOn), text: 'ご請求が到達' }]),
  ...kase.supplements.map(round => ({
    label: wareki(round.requestedOn),
    text: `補正のお願い（期限 ${wareki(round.dueOn)}）`,
  })),
  ...(kase.fee.requestedOn === undefined
    ? []
    : [
        {
          label: wareki(kase.fee.requestedOn),
          text: `手数料のご案内（期限 ${wareki(kase.fee.dueOn ?? kase.fee.requestedOn)}）`,
        },
      ]),
]

const heldPapers = ({ kase }: LetterFacts): Values => {
  const originals = kase.identity.papers.filter(paper => paper.as === 'original' && paper.fate === undefined)
  return originals.length === 0 ? {} : { returns: [`お預かりした書類の原本　${originals.length}点`] }
}

const capacityNames = {
  self: 'ご本人',
  parent: '法定代理人（親権者）',
  guardian: '法定代理人（後見人）',
  appointed: '任意代理人',
  lawyer: '任意代理人（弁護士等）',
} as const

const notices: Record<Notice, (facts: LetterFacts) => Values> = {
  'reception-slip': receptionValues,
  reckoning: reckoningValues,
  'form-cover': facts => ({
    ...head(facts, writer(facts)),
    ...present({
      askedOn: wareki(facts.kase.formRequest?.receivedOn ?? facts.kase.intake.arrivedOn ?? facts.today),
      enclosures: enclosedForms(facts),
      steps: [
        '同封の請求書に必要事項を記入してください。',
        '本人確認書類などを同封し、簡易書留など配達の記録が残る方法でお送りください。',
        '当社に届いた日が、ご請求の日となります。',
      ],
      returnTo: returnTo(facts),
      fee: feeSentence(facts),
      papers: papersToSend(facts),
    }),
    ...foot(facts),
  }),
  'request-disclosure': facts => requestFormValues('request-disclosure', facts),
  'request-correction': facts => requestFormValues('request-correction', facts),
  'request-suspension': facts => requestFormValues('request-suspension', facts),
  'power-of-attorney': facts => requestFormValues('power-of-attorney', facts),
  'supplement-request': facts => {
    const round = openRound(facts.kase.supplements) ?? facts.kase.supplements.at(-1)
    const items = round?.items ?? facts.kase.intake.missing
    const more = facts.texts(round?.more)
    const forms = enclosedForms(facts).filter(() => items.some(item => item.startsWith('request-')))
    return letter(
      facts,
      present({
        items: [
          ...items.map(item => supplementItem(facts, item)),
          ...(typeof more === 'string'
            ? [{ item: 'そのほか', missing: more, send: 'ご不明の点は、下記へお問い合わせください。' }]
            : []),
        ],
        dueOn: wareki(round?.dueOn ?? facts.today),
        afterDue: lapse,
        returnMethod: returnTo(facts),
        alreadySent: 'すでに届いた書類は当社で保管しています。あらためてお送りいただく必要はありません。',
        ...(forms.length > 0 && { enclosures: forms }),
      }),
    )
  },
  'fee-notice': facts => letter(facts, feeNotice(facts)),
  'withdrawal-confirmation': facts =>
    letter(facts, {
      withdrawnOn: wareki(facts.kase.closing.withdrawnOn ?? facts.today),
      scope:
        facts.kase.closing.withdrawnKinds.length === facts.kase.intake.kinds.length ? 'ご請求の全部' : 'ご請求の一部',
      fee: feeLine(facts.kase, facts.policy, facts.kase.intake.kinds),
      ...heldPapers(facts),
    }),
  'deemed-withdrawal': facts =>
    letter(facts, {
      history: [
        ...history(facts),
        { label: wareki(facts.today), text: lapsed[facts.kase.closing.deemed ?? 'supplement'] },
      ],
      basis:
        '当社の開示等の手続の定めにより、期限までに補正又はお支払いがないご請求は、取り下げられたものとして取り扱います。あらためてご請求いただくことができます。',
      fee: feeLine(facts.kase, facts.policy, facts.kase.intake.kinds),
      ...heldPapers(facts),
    }),
  'extension-notice': facts => {
    const planned = facts.reckoning?.internal.find(each => each.name === 'post')?.date
    return letter(facts, {
      plannedOn: planned === undefined ? '' : wareki(facts.kase.plannedOn ?? planned),
      newDate: wareki(facts.kase.extendedTo ?? planned ?? facts.today),
      reason: (facts.texts(facts.kase.extensionReason) as string | null) ?? '調査に時間を要しているため',
    })
  },
  'fee-receipt': feeReceipt,
  'fee-return': feeReturn,
  'subject-notice': facts =>
    letter(facts, {
      agentName: facts.agent === null ? '' : [facts.agent.family, facts.agent.given].filter(Boolean).join(' '),
      agentKind: capacityNames[facts.kase.intake.requester],
      replyPlan:
        readerOf(facts) === 'agent'
          ? '代理人の方あてに回答する予定です。'
          : '受領の権限を確認のうえ、代理人の方又はご本人あてに回答する予定です。',
      objectBy: wareki(facts.kase.intake.arrivedOn ?? facts.today),
    }),
}
