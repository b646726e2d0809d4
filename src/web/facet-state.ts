import type { Case } from '../domain/case.ts'
import { answerIsOut } from '../domain/closing.ts'
import { standing } from '../domain/decision.ts'
import { heldMoney, openRefunds, outstanding, owed, paid } from '../domain/fee.ts'
import { identityPassed, owesMasking } from '../domain/identity.ts'
import { openKinds } from '../domain/rule.ts'
import { openRound } from '../domain/supplement.ts'
import type { Facet } from '../words/facets.ts'
import type { Tone } from './marks.tsx'

/** Where a facet stands, in one word. */
export interface FacetState {
  readonly word: string
  readonly tone: Tone
}

const is = (tone: Tone, word: string): FacetState => ({ tone, word })

export const stateOf = (facet: Facet, kase: Case): FacetState | null => states[facet](kase)

const states: Record<Facet, (kase: Case) => FacetState | null> = {
  intake: kase => {
    if (kase.intake.arrivedOn === undefined)
      return kase.formRequest?.sentOn ? is('soon', '用紙の返送待ち') : is('soon', '用紙の送付待ち')
    if (openRound(kase.supplements)) return is('soon', '補正待ち')
    return kase.intake.missing.length > 0 ? is('late', '不足あり') : is('good', '受付済み')
  },
  identity: kase => {
    if (kase.identity.papers.some(owesMasking)) return is('late', '黒塗り待ち')
    if (identityPassed(kase))
      return kase.intake.requester !== 'self' && kase.identity.authority === undefined
        ? is('soon', '代理権の確認待ち')
        : is('good', '確認済み')
    return kase.identity.papers.length === 0 ? is('calm', '書類なし') : is('soon', '確認待ち')
  },
  fee: kase => {
    if (kase.fee.waiver) return is('soon', '免除の承認待ち')
    if (openRefunds(kase).length > 0) return is('soon', '返金の途中')
    if (heldMoney(kase) > 0) return is('soon', '預り金あり')
    if (kase.fee.dues.length === 0) return is('calm', '手数料なし')
    if (outstanding(kase) > 0 && paid(kase) > 0) return is('soon', '一部納付')
    if (outstanding(kase) > 0) return is('soon', kase.fee.requestedOn ? '入金待ち' : '未納')
    return owed(kase) === 0 && kase.fee.waived > 0 ? is('good', '免除') : is('good', '納付済み')
  },
  inquiry: kase => {
    if (kase.inquiries.length === 0) return is('calm', '未依頼')
    return kase.inquiries.some(each => each.finding === undefined) ? is('soon', '回答待ち') : is('good', '回答あり')
  },
  decision: kase => {
    const decisions = openKinds(kase).map(kind => standing(kase, kind))
    if (decisions.some(each => each?.state === 'waiting')) return is('soon', '決裁待ち')
    if (decisions.length === 0 || decisions.every(each => each === undefined)) return is('calm', '未決定')
    return decisions.every(each => each?.state === 'approved') ? is('good', '決定済み') : is('soon', '一部決定')
  },
  reply: kase => {
    const letters = kase.letters.filter(letter => letter.decision !== undefined && !letter.discarded)
    if (letters.length === 0) return is('calm', '未作成')
    return letters.every(letter => letter.printed > 0) ? is('good', '印刷済み') : is('soon', '印刷待ち')
  },
  posting: kase => {
    const last = kase.postings.findLast(posting => posting.reply)
    if (last === undefined) return is('calm', '未発送')
    if (last.returnedOn !== undefined) return is('late', '返戻')
    if (last.deliveredOn === undefined) return is('soon', '配達の確認待ち')
    return openKinds(kase).every(kind => answerIsOut(kase, kind)) ? is('good', '配達済み') : is('soon', '一部配達')
  },
  closing: kase => {
    if (kase.closing.erasedOn !== undefined) return is('good', '消去済み')
    if (kase.closing.frozen) return is('late', '停止中')
    if (kase.closing.closedOn !== undefined) return is('good', '完了')
    if (kase.closing.deemed !== undefined) return is('soon', 'みなし取下げ')
    return kase.closing.withdrawnOn !== undefined ? is('soon', '取下げ') : is('calm', '継続中')
  },
  other: () => null,
}
