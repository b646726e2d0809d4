import { promised, requestFor } from '../domain/given.ts'
import type { WebIn } from './web-in.ts'

/** A full disclosure by IMS whose answer is written; `until` how far it has come. */
export const answeredCase = async (
  web: WebIn,
  until: 'written' | 'printed' | 'packed' | 'posted' | 'delivered',
  more: Parameters<typeof requestFor>[1] = {},
): Promise<string> => {
  const [sato, ito, suzuki] = [web.actor('sato'), web.actor('ito'), web.actor('suzuki')]
  const number = await web.do(null, 'logRequest', requestFor('ims', more), sato)
  await web.do(
    number,
    'receivePaper',
    { kind: 'driver_license', receivedOn: '2026-11-20', expiresOn: '2028-05-01' } as never,
    sato,
  )
  await web.do(number, 'checkIdentity', { papers: ['p1'], sendTo: 'papers' } as never, sato)
  await web.do(number, 'receiveFee', { means: 'transfer', amount: '3300', receivedOn: '2026-11-21' } as never, ito)
  await web.do(number, 'openInquiry', { department: '顧客管理部', systems: '会員管理', period: '全期間' }, sato)
  await web.do(number, 'answerInquiry', { inquiry: 'i1', finding: 'found', answer: '契約者情報1件' } as never, sato)
  const content = { kind: 'disclosure', outcome: 'full', entries: [{ label: '氏名', text: '山田 花子' }] }
  await web.do(number, 'draftDecision', content as never, sato)
  await web.do(number, 'approveDecision', { decision: 'd1' }, suzuki)
  await web.do(number, 'writeReply', { decision: 'd1' }, sato)
  if (until === 'written') return number
  await web.do(number, 'printLetter', { letter: 'l1' }, sato)
  if (until === 'printed') return number
  await web.pack(number, ['l1'], sato, ito)
  if (until === 'packed') return number
  await web.do(number, 'postLetters', { letters: ['l1'], ...promised, postedOn: '2026-11-21' } as never, sato)
  if (until === 'posted') return number
  await web.do(number, 'recordDelivery', { posting: 's1', on: '2026-11-21' }, sato)
  return number
}

/** A name that would run if a page forgot to escape it, and characters outside the common planes. */
export const nasty = { family: '<script>alert(1)</script>"\'&', given: '髙﨑𠮷辻󠄀' }
