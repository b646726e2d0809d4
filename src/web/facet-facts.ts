import type { Case } from '../domain/case.ts'
import { longDay } from '../domain/era.ts'
import { heldMoney, outstanding, paid, type Receipt } from '../domain/fee.ts'
import { waitsForCount } from '../domain/fee-count.ts'
import { fullName } from '../domain/person.ts'
import type { Context } from '../domain/rule.ts'
import { formatTrackingNumber } from '../domain/tracking-number.ts'
import { formatYen, yen } from '../domain/yen.ts'
import { choiceLabel } from '../words/choices.ts'
import type { Facet } from '../words/facets.ts'
import { letterWords } from '../words/letters.ts'
import { outcomeWords } from '../words/outcomes.ts'
import { whoseWords } from '../words/papers.ts'
import { meansWords } from '../words/payments.ts'
import { serviceWithOptions } from '../words/posts.ts'
import { findingWords } from '../words/proceedings.ts'
import { requestKindWords } from '../words/requests.ts'
import type { CaseTexts } from './facts.ts'

/** The facts of a facet, one short line each. */
export const factsOf = (facet: Facet, kase: Case, texts: CaseTexts, ctx: Context): readonly string[] =>
  facts[facet](kase, texts, ctx)

const facts: Record<Facet, (kase: Case, texts: CaseTexts, ctx: Context) => readonly string[]> = {
  intake: (kase, texts) => {
    const { intake, formRequest } = kase
    return [
      ...(formRequest
        ? [`用紙請求 ${longDay(formRequest.receivedOn)}（${choiceLabel('channel', formRequest.channel)}）`]
        : []),
      ...(intake.arrivedOn
        ? [
            `到達 ${longDay(intake.arrivedOn)}${intake.trackingNumber ? `・引受番号 ${formatTrackingNumber(intake.trackingNumber)}` : ''}`,
          ]
        : []),
      ...(texts.agent ? [`代理人 ${fullName(texts.agent)}`] : []),
      ...(texts.wanted ? [`求められている内容：${texts.wanted}`] : []),
      ...(intake.missing.length > 0
        ? [`不足：${intake.missing.map(code => choiceLabel('items', code)).join('、')}`]
        : []),
      ...kase.supplements.map(
        round =>
          `補正のお願い ${longDay(round.requestedOn)}・期限 ${longDay(round.dueOn)}${round.endedOn ? '（済）' : ''}`,
      ),
      ...kase.links.map(link => `${choiceLabel('relation', link.relation)}：案件 ${link.other}`),
    ]
  },
  identity: kase => [
    ...kase.identity.checks.map(check => `${whoseWords[check.whose]}を確認 ${longDay(check.on)}`),
    ...(kase.identity.authority ? [`代理権を確認 ${longDay(kase.identity.authority.checkedOn)}`] : []),
  ],
  fee: kase => [
    ...kase.fee.dues.map(
      due =>
        `${formatYen(due.asked)}（うち消費税 ${formatYen(due.tax)}・${due.rate}%）：${due.kinds.map(kind => requestKindWords[kind]).join('、')}`,
    ),
    ...(kase.fee.dues.length > 0
      ? [`納付 ${formatYen(yen(paid(kase)))}・残り ${formatYen(yen(outstanding(kase)))}${heldOf(kase)}`]
      : []),
    ...kase.fee.receipts.filter(receipt => !receipt.reversed).map(receiptFact),
  ],
  inquiry: (kase, texts) =>
    kase.inquiries.flatMap((inquiry, at) => [
      `${texts.departments[at] ? `${texts.departments[at]}：` : ''}${inquiry.systems.join('、')}（${inquiry.period}）`,
      ...(inquiry.finding
        ? [`${findingWords[inquiry.finding]}${texts.answers[at] ? `：${texts.answers[at]}` : ''}`]
        : []),
    ]),
  decision: (kase, texts) =>
    kase.decisions.flatMap((decision, at) =>
      decision.state === 'returned'
        ? []
        : [
            `${requestKindWords[decision.kind]}：${outcomeWords(decision.kind, decision.outcome)}`,
            ...(texts.contents[at] ? [texts.contents[at]] : []),
          ],
    ),
  reply: kase =>
    kase.letters
      .filter(letter => letter.decision !== undefined && !letter.discarded)
      .map(letter => `${letterWords[letter.form]}・印刷 ${letter.printed}回`),
  posting: kase =>
    kase.postings.map(posting =>
      [
        `${longDay(posting.postedOn)} ${serviceWithOptions(posting.service, posting.options)}`,
        ...(posting.trackingNumber ? [formatTrackingNumber(posting.trackingNumber)] : []),
        ...(posting.deliveredOn ? [`配達 ${longDay(posting.deliveredOn)}`] : []),
        ...(posting.returnedOn
          ? [`返戻 ${longDay(posting.returnedOn)}（${choiceLabel('reason', posting.returnReason ?? '')}）`]
          : []),
        ...(posting.certificateOn ? ['配達証明 受領済み'] : []),
      ].join('・'),
    ),
  closing: kase => [
    ...(kase.closing.withdrawnKinds.length > 0
      ? [`取下げ：${kase.closing.withdrawnKinds.map(kind => requestKindWords[kind]).join('、')}`]
      : []),
    ...(kase.closing.closedOn ? [`完了 ${longDay(kase.closing.closedOn)}`] : []),
    ...(kase.closing.erasedOn ? [`消去 ${longDay(kase.closing.erasedOn)}`] : []),
  ],
  other: () => [],
}

const heldOf = (kase: Case): string => {
  if (kase.fee.receipts.some(waitsForCount)) return '・預り（数え直し前）'
  return heldMoney(kase) > 0 ? `・預り ${formatYen(yen(heldMoney(kase)))}` : ''
}

const receiptFact = (receipt: Receipt): string => {
  const { receivedOn, means, amount, orders, held, line, refund, refundDue } = receipt
  const numbers = orders.flatMap(order => order.number ?? [])
  return [
    // Who counts second must not have seen what the first wrote.
    `${longDay(receivedOn)} ${meansWords[means]} ${waitsForCount(receipt) ? '（額は数え直すまで伏せています）' : formatYen(amount)}`,
    ...(numbers.length > 0 ? [`証書番号 ${numbers.join('、')}`] : []),
    ...(held === 'count_unconfirmed' ? ['二人目の確認待ち'] : []),
    ...(line === undefined ? [] : ['銀行の明細あり']),
    ...(refund ? [`返金 ${formatYen(refund.amount)}（${refundDue === undefined ? '承認待ち' : '振込待ち'}）`] : []),
  ].join('・')
}
