import { expect, test } from 'vitest'
import { caseNumber } from '../../src/domain/case-number.ts'
import { heldMoney, outstanding } from '../../src/domain/fee.ts'
import {
  approved,
  drafted,
  hanako,
  logged,
  paid,
  promised,
  proved,
  readyToPost,
  refunded,
  requestFor,
  Story,
  sato,
  searched,
  sent,
  suzuki,
  written,
} from './given.ts'

const father = { family: '山田', given: '太郎' }
const byParent = (bornOn: string, today?: string) =>
  logged('ims', { requester: 'parent', agent: father, subject: { ...hanako, bornOn } }, today)
    .do('receivePaper', { whose: 'agent', kind: 'driver_license', receivedOn: '2026-11-20' })
    .do('receivePaper', { kind: 'family_register', receivedOn: '2026-11-20', issuedOn: '2026-11-01' })
    .do('checkIdentity', { whose: 'agent' })
const posting = (story: Story): string | null =>
  story.refusal('postLetters', { letters: ['l1'], ...promised, postedOn: story.context().today })

test('case 1: an heir asks about the dead: outside the Act, with a letter of its own, no fee and no article of 33条', () => {
  const heirs = { kind: 'disclosure', outcome: 'out_of_scope', facts: '本人は2020年に死亡' } as const
  const story = logged('ims').tell(paid()).as(sato)
  expect(story.refusal('draftDecision', { ...heirs, grounds: ['33-2-1'] })).toBe('ground_not_for_kind')
  story.tell(drafted({ ...heirs, grounds: ['scope-deceased'] }), approved, written)
  expect(story.kase.letters[0]?.form).toBe('reply-out-of-scope')
  story.do('postLetters', {
    letters: ['l1'],
    service: 'simple_registered',
    trackingNumber: '13112383852',
    postedOn: '2026-11-21',
  })
  story.do('recordDelivery', { posting: 's1', on: '2026-11-21' }).tell(refunded('3300'))
  expect(outstanding(story.kase)).toBe(0)
  expect(story.refusal('close', {})).toBeNull()
})

test('case 2: the requester dies after posting: the case freezes, nothing leaves, later the fee is settled', () => {
  const story = readyToPost().do('freeze', { because: 'death', memo: '家族から電話' })
  expect(posting(story)).toBe('case_frozen')
  expect(story.refusal('letSubjectTakeOver', { on: '2026-11-21' })).toBe('case_frozen')
  story.as(suzuki).do('unfreeze', { reason: '除籍を確認' }).do('returnDecision', { decision: 'd1', reason: '死亡' })
  story.tell(drafted({ outcome: 'out_of_scope', grounds: ['scope-deceased'], facts: '除籍謄本' }), approved)
  expect(story.tell(refunded('3300')).kase.fee.receipts[0]).toMatchObject({ applied: 0, refunded: 3300 })
  expect(heldMoney(story.kase)).toBe(0)
})

test('case 3: a couple in one envelope: two linked cases, each with its own fee, proof and reply', () => {
  const [hers, his] = [caseNumber(2026, 1), caseNumber(2026, 2)]
  const first = logged('ims').do('linkCase', { other: his, relation: 'joint' }).tell(paid())
  const second = new Story('2026-11-21', { number: his }).do(
    'logRequest',
    requestFor('ims', { subject: father, linkedTo: hers, relation: 'joint' }),
  )
  expect([first.kase.links, second.kase.links]).toEqual([
    [{ other: his, relation: 'joint' }],
    [{ other: hers, relation: 'joint' }],
  ])
  expect([outstanding(first.kase), outstanding(second.kase)]).toEqual([0, 3300])
  // What stands in her record about him is withheld item by item.
  const withheld = [{ item: '配偶者の連絡先', ground: '33-2-1', facts: '配偶者の情報' }]
  expect(
    first.tell(searched).refusal('draftDecision', { kind: 'disclosure', outcome: 'part', content: '別紙', withheld }),
  ).toBeNull()
})

test('case 4: a minor turns 18: the parent’s power ends that day, the person goes on, the reply is addressed anew', () => {
  const story = byParent('2008-11-25').do('checkAuthority', {}).tell(paid(), searched, drafted(), approved, written)
  expect(posting(story.day('2026-11-24').do('recheckAuthority', {}))).toBeNull()
  expect(posting(story.day('2026-11-25'))).toBe('authority_ended')
  expect(story.steps()[0]).toBe('recheck_majority')
  story
    .do('letSubjectTakeOver', { on: '2026-11-25' })
    .tell(proved)
    .do('discardLetter', { letter: 'l1' })
    .tell(written, sent)
  expect(story.kase.postings).toMatchObject([{ to: 'subject', letters: ['l2'] }])
})

test('case 4: who was born on 29 February comes of age on 1 March', () => {
  const { kase } = byParent('2008-02-29')
  expect(kase.intake.majorityOn).toBe('2026-03-01')
})

test('case 5: a parent without custody, or against the child: no authority, or refused for harm', () => {
  const story = byParent('2012-05-05').do('checkAuthority', {})
  const harm = { kind: 'disclosure', outcome: 'refused', grounds: ['33-2-1'], facts: '子の避難先を含む' } as const
  expect(story.tell(searched).refusal('draftDecision', harm)).toBeNull()
  story.do('endAuthority', { on: '2026-11-21', reason: '戸籍の親権者は母' })
  expect(story.refusal('recheckAuthority', {})).toBe('authority_ended')
  expect(byParent('2012-05-05').refusal('checkAuthority', { papers: ['p1'] })).toBe('authority_missing')
})

test('case 6: guardianship ends or the mandate is revoked: the letter blocks dispatch to the agent', () => {
  const story = logged('ims', { requester: 'guardian', agent: father })
    .do('receivePaper', { whose: 'agent', kind: 'driver_license', receivedOn: '2026-11-20' })
    .do('receivePaper', { kind: 'guardianship_registration', receivedOn: '2026-11-20', issuedOn: '2026-11-01' })
    .do('checkIdentity', { whose: 'agent' })
    .do('checkAuthority', {})
    .tell(paid(), searched, drafted(), approved, written)
  expect(posting(story)).toBeNull()
  expect(posting(story.day('2026-11-22'))).toBe('authority_not_rechecked')
  expect(posting(story.as(sato).do('endAuthority', { on: '2026-11-22', reason: '後見終了の登記' }))).toBe(
    'authority_ended',
  )
})

test('case 7: name and address have changed: linked by a register, searched under all names, addressed as on the paper', () => {
  const story = logged('ims', { subject: { ...hanako, family: '佐藤', formerNames: '山田' } })
    .do('receivePaper', { kind: 'driver_license', receivedOn: '2026-11-20' })
    .do('receivePaper', { kind: 'family_register', receivedOn: '2026-11-20', issuedOn: '2026-11-01' })
    .do('checkIdentity', { sendTo: 'papers', nameOnPaper: '佐藤 花子', address: '熊本市中央区1-1' })
    .do('openInquiry', {
      department: '顧客管理部',
      systems: '会員管理',
      period: '全期間',
      names: '佐藤 花子、山田 花子',
    })
  expect(story.last).toMatchObject([{ names: { fresh: '佐藤 花子、山田 花子' } }])
  expect(story.kase.identity.checks[0]?.nameOnPaper).toEqual({ fresh: '佐藤 花子' })
  // The customer master is not changed on the way: that would be a request of 34条.
  expect(story.refusal('draftDecision', { kind: 'correction', outcome: 'full', content: '改姓' })).toBe(
    'kind_not_asked',
  )
})

test('case 8: father and son of one name: no disclosure until the person is told apart', () => {
  const story = logged('ims')
    .tell(paid(), proved)
    .do('openInquiry', { department: '顧客管理部', systems: '会員管理', period: '全期間' })
    .do('answerInquiry', { inquiry: 'i1', finding: 'several', answer: '同名2名' })
  expect(story.steps()).toEqual(['identify_subject'])
  expect(story.refusal('draftDecision', { kind: 'disclosure', outcome: 'full', content: 'x' })).toBe(
    'subject_ambiguous',
  )
  story.do('requestSupplement', { more: '会員番号又は生年月日をお知らせください' })
  expect(story.kase.supplements).toHaveLength(1)
  expect(
    story
      .do('identifySubject', { how: '会員番号' })
      .refusal('draftDecision', { kind: 'disclosure', outcome: 'full', content: 'x' }),
  ).toBeNull()
})
