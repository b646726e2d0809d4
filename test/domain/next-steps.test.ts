import { describe, expect, test } from 'vitest'
import { verbs } from '../../src/domain/case.ts'
import { nextSteps } from '../../src/domain/next-steps.ts'
import {
  approved,
  drafted,
  feeLapsed,
  ito,
  logged,
  pagesFor,
  paid,
  proved,
  readyToPost,
  type Story,
  sato,
  searched,
  sent,
  suzuki,
  written,
} from './given.ts'

const first = (story: Story) => nextSteps(story.kase, story.context())[0]
const without = (code: string, story: Story) => story.steps().filter(each => each !== code)

describe('the way of a disclosure', () => {
  test('every command leads to the next step', () => {
    const story = logged('ims')
    expect(story.steps()).toEqual(['receive_papers', 'request_fee', 'open_inquiry'])
    expect(story.tell(proved).steps()).toEqual(['request_fee', 'open_inquiry'])
    expect(story.as(ito).do('requestFee', {}).steps()).toEqual(['await_fee', 'open_inquiry'])
    expect(story.tell(paid()).steps()).toEqual(['open_inquiry'])
    expect(story.tell(searched).steps()).toEqual(['draft_decision'])
    expect(story.tell(drafted()).steps()).toEqual(['approve_decision'])
    expect(story.tell(approved).steps()).toEqual(['write_reply'])
    expect(story.do('writeReply', { decision: 'd1' }).steps()).toEqual(['print_letter'])
    expect(story.do('printLetter', { letter: 'l1' }).steps()).toEqual(['pack_letter'])
    story.do('packEnvelope', { letters: ['l1'], scans: pagesFor(story) })
    expect(story.steps()).toEqual(['confirm_packing'])
    expect(story.as(ito).do('confirmPacking', { envelope: 'e1' }).steps()).toEqual(['post_reply'])
    story.as(sato)
    expect(story.tell(sent).steps()).toEqual(['await_delivery'])
    expect(story.do('recordDelivery', { posting: 's1', on: '2026-11-21' }).steps()).toEqual([
      'await_certificate',
      'close',
    ])
    expect(story.do('receiveCertificate', { posting: 's1', on: '2026-11-21' }).steps()).toEqual(['close'])
    expect(story.do('close', {}).steps()).toEqual(['clear_papers'])
    expect(story.do('shredPaper', { paper: 'p1', on: '2026-11-21', witness: 'ito' }).steps()).toEqual(['nothing'])
  })

  test('each step names the verb that does it and a person who may', () => {
    const stories = [
      logged('ims'),
      logged('ims').tell(proved, searched, drafted()),
      readyToPost(),
      readyToPost().tell(sent),
    ]
    const steps = stories.flatMap(story => nextSteps(story.kase, story.context()))
    for (const { verb, by, code } of steps) {
      if (verb === undefined) throw new Error(`${code} names no verb`)
      expect([...verbs[verb].by]).toContain(by)
    }
    expect(steps.length).toBeGreaterThan(4)
  })
})

describe('days', () => {
  test('a step carries the date of the desk it belongs to', () => {
    expect(first(logged('ims').tell(proved, paid(), searched))).toEqual({
      code: 'draft_decision',
      by: 'reception',
      verb: 'draftDecision',
      dueOn: '2026-12-04',
    })
  })

  test('a held item carries the day on which it turns back, a certificate two weeks after delivery', () => {
    const story = readyToPost().tell(sent).do('recordHeld', { posting: 's1', since: '2026-11-21' })
    expect(first(story)).toMatchObject({ code: 'await_delivery', dueOn: '2026-12-01' })
    story.do('recordDelivery', { posting: 's1', on: '2026-11-21' })
    expect(first(story)).toMatchObject({ code: 'await_certificate', dueOn: '2026-12-05' })
  })
})

describe('what waits on someone else', () => {
  test('an answer that is ready but unpaid is not offered for posting', () => {
    const story = logged('ims').tell(proved, searched, drafted(), approved, written)
    expect(story.steps()).toEqual(['request_fee'])
    expect(first(story).by).toBe('cashier')
  })

  test('a free kind goes on while the fee of the other is awaited', () => {
    const story = logged('ims', { kinds: ['disclosure', 'correction'] })
      .tell(proved)
      .as(ito)
      .do('requestFee', {})
    story.tell(searched, drafted({ kind: 'correction' }), approved)
    expect(without('await_fee', story)).toEqual(['draft_decision'])
  })

  test('the approver is asked first where a waiver waits', () => {
    expect(first(logged('ims').do('proposeWaiver', { reason: 'x' }))).toMatchObject({
      code: 'approve_waiver',
      by: 'approver',
    })
  })

  test('money without a place stands in the way of closing', () => {
    const story = readyToPost().tell(sent).do('recordDelivery', { posting: 's1', on: '2026-11-21' }).tell(paid('10'))
    expect(story.steps()).toEqual(['await_certificate', 'assign_money'])
  })

  test('papers that came are checked, an agent’s power after that', () => {
    const enclosed = ['agent_identity', 'power_of_attorney', 'seal_certificate']
    const agent = { family: '鈴木' }
    const story = logged('ims', { requester: 'appointed', agent, enclosed }).tell(paid(), searched)
    expect(story.steps()[0]).toBe('receive_papers')
    story.do('receivePaper', { whose: 'agent', kind: 'driver_license', receivedOn: '2026-11-20' })
    expect(story.steps()[0]).toBe('check_identity')
    expect(story.do('checkIdentity', { whose: 'agent' }).steps()[0]).toBe('check_authority')
  })

  test('a lapsed case is closed', () => {
    const story = logged('ims').tell(feeLapsed('2026-12-12', '2026-11-30')).as(suzuki)
    expect(story.do('deemWithdrawn', { because: 'fee' }).steps()).toEqual(['close'])
  })
})
