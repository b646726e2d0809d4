import type { Case, Verb } from '../../src/domain/case.ts'
import { openRefunds } from '../../src/domain/fee.ts'
import { requestKindNames } from '../../src/domain/kinds.ts'
import { expectedPages, lettersToPack } from '../../src/domain/packing.ts'
import { pageCode } from '../../src/domain/page-code.ts'
import { policyBook } from '../../src/domain/policy-of.ts'
import { account, hanako, operators, requestFor } from '../domain/given.ts'

const policyOn = policyBook(operators)
const scansOf = (kase: Case, id: string | undefined): string[] => {
  const letters = id === undefined ? [] : lettersToPack(kase, [id])
  return Array.isArray(letters) && letters.length > 0 ? expectedPages(kase, letters, { policyOn }).map(pageCode) : []
}

/** A body with which a verb has a chance on this case today; `n` varies it. Verbs that are not here get an empty one. */
export const bodyFor = (verb: Verb, kase: Case, today: string, n: number): object => {
  const pick = <T>(from: readonly T[]): T | undefined => from[n % Math.max(1, from.length)]
  const reason = `理由${n}`
  const kind = pick(kase.intake.kinds)
  const bodies: Partial<Record<Verb, object>> = {
    logFormRequest: {
      operator: pick(['ims', 'iij', 'sakura']),
      channel: 'phone',
      receivedOn: today,
      requester: hanako,
    },
    logRequest: requestFor(kase.intake.operator || pick(['ims', 'iij', 'sakura', 'kinki-telecom']) || 'ims', {
      arrivedOn: today,
      stampedOn: today,
      kinds: [pick(requestKindNames) ?? 'disclosure', 'disclosure'],
      enclosed: n % 3 === 0 ? [] : ['subject_identity'],
    }),
    sendForms: { on: today, by: 'post' },
    amendArrival: { arrivedOn: today, reason },
    requestSupplement: {},
    receiveSupplement: { items: kase.intake.missing, receivedOn: today },
    noteMissing: { items: ['subject_identity'] },
    receivePaper: {
      kind: 'driver_license',
      receivedOn: today,
      expiresOn: '2035-01-01',
      unmasked: n % 4 ? [] : ['domicile'],
    },
    maskPaper: { paper: pick(kase.identity.papers)?.id, on: today },
    movePaper: { paper: pick(kase.identity.papers)?.id, place: '金庫' },
    returnPaper: { paper: pick(kase.identity.papers)?.id, on: today },
    shredPaper: { paper: pick(kase.identity.papers)?.id, on: today, witness: '伊藤' },
    checkIdentity: { sendTo: 'papers', address: hanako.address },
    refuseIdentity: { reason },
    receiveFee: {
      means: pick(['transfer', 'cash', 'stamps', 'registered_cash']),
      amount: `${[3300, 1000, 5000][n % 3]}`,
      receivedOn: today,
    },
    applyFee: { receipt: pick(kase.fee.receipts)?.id, amount: '100' },
    recountCash: { receipt: pick(kase.fee.receipts)?.id, amount: `${pick(kase.fee.receipts)?.amount ?? 1}` },
    proposeRefund: { receipt: pick(kase.fee.receipts)?.id, amount: '100', payee: account, reason },
    approveRefund: { receipt: pick(openRefunds(kase))?.id },
    declineRefund: { receipt: pick(openRefunds(kase))?.id, reason },
    withdrawRefund: { receipt: pick(kase.fee.receipts)?.id, reason },
    proposeWaiver: { reason },
    reverseFee: { receipt: pick(kase.fee.receipts)?.id, reason },
    refundFee: {
      receipt: pick(kase.fee.receipts)?.id,
      amount: '200',
      means: pick(['cash', 'transfer']),
      on: today,
      reason,
    },
    giveUpRefund: { receipt: pick(kase.fee.receipts)?.id, how: reason },
    extendDeadline: { until: '2028-03-31', reason },
    openInquiry: { department: '顧客管理部', systems: '顧客DB、メール', period: '2020年から' },
    answerInquiry: { inquiry: pick(kase.inquiries)?.id, finding: pick(['found', 'none', 'several']), answer: reason },
    identifySubject: { how: reason },
    setSchedule: { rows: [{ system: '顧客DB', item: '氏名', value: `値${n}` }] },
    choosePackage: { letter: pick(kase.letters)?.id, choice: { parts: [] } },
    recordPackage: {
      letter: pick(kase.letters)?.id,
      file: 'f1',
      sha256: 'a'.repeat(64),
      pages: 2,
      attached: 1,
      masked: 0,
      edition: (kase.packages?.[0]?.editions ?? 0) + 1,
    },
    recordLocked: { letter: pick(kase.letters)?.id, file: 'f2', password: 'p' },
    draftDecision: { kind, outcome: 'full', content: `内容${n}`, memo: reason },
    approveDecision: { decision: kase.decisions.at(-1)?.id },
    returnDecision: { decision: kase.decisions.at(-1)?.id, reason },
    writeReply: { decision: kase.decisions.findLast(each => each.state === 'approved')?.id },
    writeLetter: { form: pick(['reception-slip', 'fee-notice', 'form-cover']) },
    printLetter: { letter: pick(kase.letters)?.id },
    discardLetter: { letter: pick(kase.letters)?.id },
    packEnvelope: { letters: pick(kase.letters)?.id, scans: scansOf(kase, pick(kase.letters)?.id) },
    confirmPacking: { envelope: kase.envelopes.at(-1)?.id },
    postLetters: {
      letters: pick(kase.letters)?.id,
      service: 'general_registered',
      options: ['delivery_certificate', 'addressee_only'],
      trackingNumber: '12345678901',
      postedOn: today,
    },
    recordHeld: { posting: kase.postings.at(-1)?.id, since: today },
    recordDelivery: { posting: kase.postings.at(-1)?.id, on: today },
    recordReturn: { posting: kase.postings.at(-1)?.id, on: today, reason: 'unclaimed' },
    receiveCertificate: { posting: kase.postings.at(-1)?.id, on: today },
    withdraw: { on: today, how: 'phone', kinds: n % 2 ? [] : [kind] },
    deemWithdrawn: { because: pick(['supplement', 'fee']) },
    freeze: { because: 'dispute' },
    unfreeze: { reason },
    reopen: { reason },
    linkCase: { other: '26000017', relation: 'joint' },
    addNote: { memo: reason, restricted: n % 2 ? 'yes' : 'no' },
  }
  return bodies[verb] ?? {}
}
