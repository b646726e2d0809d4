import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hanako, requestFor } from '../domain/given.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
let suzuki: Browser
let number: string

beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
  suzuki = await web.as('suzuki')
})
afterAll(() => web.gone())
beforeEach(async () => {
  number = await web.do(null, 'logRequest', requestFor('ims'), sato.by)
})

const act = (verb: string) => `/cases/${number}/acts/${verb}`

const draft = async () => {
  await web.do(
    number,
    'openInquiry',
    { department: '会員管理課', systems: '会員台帳', period: '令和六年から' },
    sato.by,
  )
  await web.do(number, 'answerInquiry', { inquiry: 'i1', finding: 'found', answer: '1件' }, sato.by)
  await web.do(
    number,
    'draftDecision',
    {
      kind: 'disclosure',
      outcome: 'part',
      grounds: ['33-2-1'],
      facts: '応対の記録に別の方の電話番号があります。',
      content: '照会した結果をお知らせします。',
      entries: [{ label: '氏名', text: '山田 <b>花子</b>' }],
      withheld: [{ item: '別の方の電話番号', ground: '33-2-1', facts: 'その方の権利利益を害します。' }],
      memo: '存否に触れないこと',
    },
    sato.by,
  )
}

describe('the person who decides', () => {
  beforeEach(draft)

  test('reads the whole draft before the button', async () => {
    const { body } = await suzuki.get(act('approveDecision'))
    for (const text of [
      '開示：一部を開示する',
      '第33条第2項第1号',
      '応対の記録に別の方の電話番号があります。',
      '照会した結果をお知らせします。',
      '山田 &lt;b>花子&lt;/b>',
      '別の方の電話番号',
      'その方の権利利益を害します。',
      '会員台帳（令和六年から）',
      '存否に触れないこと',
      '佐藤 作成',
    ])
      expect(body).toContain(text)
    expect(body.indexOf('山田 &lt;b>')).toBeLessThan(body.indexOf('name="_seen"'))
  })

  test('opens the letter that the approval would allow', async () => {
    const pdf = await suzuki.get(`/cases/${number}/decisions/d1/reply.pdf`)
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('may take back an approval while the answer is in the house, and reads it again', async () => {
    await web.do(number, 'approveDecision', { decision: 'd1' }, suzuki.by)
    const { body } = await suzuki.get(act('returnDecision'))
    expect(body).toContain('応対の記録に別の方の電話番号があります。')
    expect((await suzuki.fill(act('returnDecision'), { decision: 'd1', reason: '項目を直す' })).statusCode).toBe(303)
  })
})

describe('a preview', () => {
  test('of a draft that does not exist says so, and of a case that is not theirs that there is none', async () => {
    await draft()
    expect((await suzuki.get(`/cases/${number}/decisions/d9/reply.pdf`)).statusCode).toBe(409)
    const tanaka = await web.as('tanaka')
    expect((await tanaka.get(`/cases/${number}/decisions/d1/reply.pdf`)).statusCode).toBe(404)
  })
})

test('the clerk who writes the answer reads the decision, but not the note for approvers', async () => {
  await draft()
  await web.do(number, 'approveDecision', { decision: 'd1' }, suzuki.by)
  const { body } = await sato.get(act('writeReply'))
  expect(body).toContain('応対の記録に別の方の電話番号があります。')
  expect(body).not.toContain('存否に触れないこと')
})

test('a letter is opened from the form that prints it', async () => {
  await web.do(number, 'writeLetter', { form: 'reception-slip' }, sato.by)
  expect((await sato.get(act('printLetter'))).body).toContain(`href="/cases/${number}/letters/l1.pdf"`)
})

describe('what is put right', () => {
  test('starts from the person on record', async () => {
    const { body } = await sato.get(act('amendPerson'))
    expect(body).toContain(`value="${hanako.family}"`)
    expect(body).toContain(`value="${hanako.address}"`)
  })

  test('starts from the method and the day of arrival on record', async () => {
    expect((await sato.get(act('changeMethod'))).body).toMatch(/value="paper" checked/)
    expect((await sato.get(act('amendArrival'))).body).toContain('value="2026/11/2')
  })
})
