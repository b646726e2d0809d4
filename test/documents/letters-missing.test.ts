import { describe, expect, test } from 'vitest'
import { renderSheets } from '../../src/documents/render.ts'
import { requestKindNames } from '../../src/domain/kinds.ts'
import { envelopeValues } from '../../src/letters/envelope.ts'
import { missingItem } from '../../src/letters/supplement-items.ts'
import { logged, on, operators, proved, Story as Tale } from '../domain/given.ts'
import { long, longText, notified, sheetsOf, valuesOf, wordsOf } from './letter-cases.ts'
import { textOf } from './pdf.ts'
import { definitionOf } from './sheets.ts'

const _most = {
  subject: long,
  requester: 'appointed',
  agent: long,
  wanted: longText,
  kinds: [...requestKindNames],
} as const
const lacking = { enclosed: [], onForm: false }
const _asked = (more = {}) =>
  new Tale().do('logFormRequest', {
    operator: 'sakura',
    channel: 'email',
    receivedOn: '2026-11-20',
    requester: long,
    kinds: ['disclosure'],
    ...more,
  })

/** How a case comes to call for each notice: in its plainest form, and with everything long. */
describe('what is missing', () => {
  const ims = () => {
    const [policy] = operators.get('ims')?.policies ?? []
    if (policy === undefined) throw new Error('IMS has no policy')
    return policy
  }

  test('is told by the letter as by the opening desk', () => {
    const story = logged('ims', {
      requester: 'parent',
      agent: long,
      subject: { ...long, bornOn: '2015-04-03' },
      enclosed: [],
    })
    const { items } = valuesOf(story.do('requestSupplement', {}).tell(notified('supplement-request')))
    const from = { on: on('2026-11-20'), requester: 'parent' } as const
    expect(items).toEqual(['agent_identity', 'authority_proof'].map(code => missingItem(ims(), code, from)))
  })

  test('lists no paper that proves nothing any more', () => {
    const send = (day: string) => missingItem(ims(), 'subject_identity', { on: on(day), requester: 'self' }).send
    expect(send('2026-11-20')).not.toMatch(/健康保険証|住民基本台帳カード/)
    expect(send('2025-12-01')).toMatch(/住民基本台帳カード、健康保険証/)
  })

  test.each([
    ['parent', /戸籍謄本（抄本）、住民票の写し/, /登記事項証明書/],
    ['guardian', /登記事項証明書/, /住民票の写し/],
  ] as const)('of a %s asks for the proof that fits', (requester, wanted, unwanted) => {
    const { send } = missingItem(ims(), 'authority_proof', { on: on('2026-11-20'), requester })
    expect(send).toMatch(wanted)
    expect(send).not.toMatch(unwanted)
  })

  test('that a clerk typed is asked for in that name', () => {
    expect(missingItem(ims(), '運転免許証の裏面', { on: on('2026-11-20'), requester: 'self' })).toEqual({
      item: '運転免許証の裏面',
      missing: '不足しているか、確認できません。',
      send: '運転免許証の裏面をお送りください。',
    })
  })

  test('comes with the blank form that it asks to be filled in', () => {
    const story = logged('ims', lacking).do('requestSupplement', {}).tell(notified('supplement-request'))
    expect(wordsOf(story)).toContain('同封の用紙')
    expect(valuesOf(story).enclosures).toEqual(['保有個人データ開示等請求書　1部', '補正書類送付票　1部'])
  })
})

test('a slip to put on top of the papers asked for goes with the letter that asks for them', async () => {
  const story = logged('ims', lacking).do('requestSupplement', { more: longText }).tell(notified('supplement-request'))
  expect(sheetsOf(story).at(-1)).toMatchObject({
    definition: { id: 'supplement-reply' },
    values: { name: '山田　花子', number: story.kase.number, items: ['開示等請求書', '本人確認書類', 'そのほか'] },
  })
  const after = story.do('receiveSupplement', { items: ['subject_identity'], receivedOn: '2026-11-21' })
  const [slip] = sheetsOf(after.tell(notified('supplement-request'))).slice(-1)
  expect(slip?.values.items).toEqual(['開示等請求書', 'そのほか'])
})

test.each([...operators.keys()])('the envelope of %s says nothing of what is inside', async id => {
  const story = logged(id, { subject: long }).tell(proved, notified('reception-slip'))
  const operator = operators.get(id)
  const policy = operator && story.context().policyOn(id, on('2026-11-20'))
  if (!operator || !policy) throw new Error(id)
  const values = envelopeValues({
    ...{ kase: story.kase, policy, operator, subject: long, agent: null, reckoning: null, steps: [], clerk: '' },
    letter: { id: 'l1' },
    texts: () => null,
    today: on('2026-11-21'),
  })
  const sheet = {
    definition: definitionOf('envelope-face'),
    values,
    caseNumber: '',
    createdAt: '2026-11-21T03:00:00.000Z',
  }
  const paper = await textOf(await renderSheets([sheet]))
  expect(paper).not.toMatch(/個人情報|開示|受付番号/)
  expect(paper).toContain('親展')
})
