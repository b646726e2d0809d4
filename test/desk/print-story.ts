import { labelSheets } from '../../src/desk/print/label-printing.ts'
import type { CounterItem } from '../../src/domain/counter.ts'
import type { PlainDate } from '../../src/domain/day.ts'
import type { LabelSheet } from '../../src/domain/labels.ts'
import type { Actor } from '../../src/domain/rule.ts'
import { runsOf, squeeze } from '../documents/pdf.ts'
import { hanako, ito, requestFor, suzuki } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

export const today = '2026-11-21' as PlainDate
export const elsewhere: Actor = { id: 'tanaka', roles: ['reception'], operators: ['iij'] }
export const both = { bothSides: true, envelope: '長3', on: today } as const
export const one = { ...both, bothSides: false } as const

const answering =
  (at: DeskIn) =>
  async (more: Parameters<typeof requestFor>[1] = {}) => {
    const number = await at.do(null, 'logRequest', requestFor('ims', more))
    await at.do(number, 'receivePaper', { kind: 'driver_license', receivedOn: '2026-11-21', expiresOn: '2028-01-01' })
    await at.do(number, 'checkIdentity', { sendTo: 'papers', address: hanako.address, nameOnPaper: '髙﨑 𠮷子' })
    await at.do(number, 'requestFee', {}, ito)
    await at.do(number, 'receiveFee', { means: 'transfer', amount: '3300', receivedOn: '2026-11-21' }, ito)
    await at.do(number, 'draftDecision', { kind: 'disclosure', outcome: 'full', content: '契約者情報：山田花子' })
    await at.do(number, 'approveDecision', { decision: 'd1' }, suzuki)
    await at.do(number, 'writeReply', { decision: 'd1' })
    return number
  }

/** A desk with an approved answer, a notice about the fee and a slip of the house, each written and not yet printed. */
export const printStory = async () => {
  const at = await deskIn()
  const answered = answering(at)
  const reply = await answered()
  const notice = await at.do(null, 'logRequest', requestFor('ims'))
  await at.do(notice, 'requestFee', {}, ito)
  await at.do(notice, 'writeLetter', { form: 'fee-notice' }, ito)
  const nameless = await at.do(null, 'logRequest', requestFor('ims'))
  await at.do(nameless, 'writeLetter', { form: 'reception-slip' })
  return { ...at, answered, reply, notice, nameless }
}
export type PrintStory = Awaited<ReturnType<typeof printStory>>

export const pagesOf = async (pdf: Buffer): Promise<string[]> =>
  (await runsOf(pdf)).map(page => squeeze(page.map(run => run.text).join('')))
export const pdfOf = (made: { ok: true; pdf: Buffer } | { ok: false } | null): Buffer => {
  if (!made?.ok) throw new Error(`not printed: ${JSON.stringify(made)}`)
  return made.pdf
}
export const pick = (number: string, letter = 'l1') => ({ number, letter })

export const registered = (number: string): CounterItem => ({
  number,
  letters: ['l1'],
  service: 'general_registered',
  options: ['delivery_certificate', 'addressee_only'],
  grams: 40,
  size: 'standard',
})

export const firstLabel = { sheet: labelSheets[0] as LabelSheet, start: 1, offset: { x: 0, y: 0 } }
