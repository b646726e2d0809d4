import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { requestFor } from '../domain/given.ts'
import { type Browser, fieldsIn, passwordOf, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
let number: string

beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
})
afterAll(() => web.gone())
beforeEach(async () => {
  number = await web.do(null, 'logRequest', requestFor('ims'), sato.by)
})

const act = (verb: string, of = number) => `/cases/${of}/acts/${verb}`
const inquiry = { department: '顧客管理部', systems: '会員管理、課金', period: '全期間' }
const inquiries = async () => (await web.desk.kase(number, sato.by))?.kase.inquiries

describe('a verb on a case', () => {
  test('shows its form with label, need and help', async () => {
    const page = await sato.get(act('openInquiry'))
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('依頼する部署<span class="need must">必須</span>')
    expect(page.body).toContain('回答を求める日<span class="need">任意</span>')
  })

  test('is done and leads back to the case', async () => {
    const answer = await sato.fill(act('openInquiry'), inquiry)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/cases/${number}`])
    expect(await inquiries()).toMatchObject([
      { department: { kept: expect.any(String) }, systems: ['会員管理', '課金'] },
    ])
    expect((await sato.get(`/cases/${number}`)).body).toContain('顧客管理部：会員管理、課金（全期間）')
  })

  test('stays with its values and a message at the field when something is missing', async () => {
    const answer = await sato.fill(act('openInquiry'), { department: '顧客<b>管理</b>部', systems: '', period: '' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('value="顧客&lt;b>管理&lt;/b>部"')
    expect(answer.body).toMatch(/<a href="#f-systems">調べる場所：入力されていません/)
    expect(answer.body).toMatch(/id="f-systems-issue"[\s\S]*?入力されていません[\s\S]*?id="f-systems"/)
    expect(answer.body).toMatch(/<input id="f-systems"[^>]*aria-invalid="true"/)
    expect(await inquiries()).toEqual([])
  })

  test('says at the field what the case does not allow', async () => {
    const answer = await sato.fill(act('amendArrival'), { arrivedOn: '2026/12/1', reason: '消印の読み違い' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('id="f-arrivedOn-issue"')
    expect(answer.body).toContain('消印の読み違い')
  })

  test('reads a date in any of the ways in which it is written', async () => {
    const answer = await sato.fill(act('amendArrival'), { arrivedOn: '令和８年１１月１９日', reason: '消印の読み違い' })
    expect(answer.statusCode).toBe(303)
    expect((await web.desk.kase(number, sato.by))?.kase.intake.arrivedOn).toBe('2026-11-19')
  })
})

describe('sent twice', () => {
  test('has one effect and leads to the case both times', async () => {
    const form = { ...fieldsIn((await sato.get(act('openInquiry'))).body), ...inquiry }
    const first = await sato.post(act('openInquiry'), form)
    const second = await sato.post(act('openInquiry'), form)
    expect([first.statusCode, second.statusCode]).toEqual([303, 303])
    expect(await inquiries()).toHaveLength(1)
  })

  test('at the same moment, too', async () => {
    const form = { ...fieldsIn((await sato.get(act('openInquiry'))).body), ...inquiry }
    await Promise.all([sato.post(act('openInquiry'), form), sato.post(act('openInquiry'), form)])
    expect(await inquiries()).toHaveLength(1)
  })
})

describe('from a tab that is out of date', () => {
  test('is not done, says so and keeps what was typed', async () => {
    const form = { ...fieldsIn((await sato.get(act('openInquiry'))).body), ...inquiry }
    await web.do(number, 'addNote', { memo: '電話あり' }, sato.by)
    const answer = await sato.post(act('openInquiry'), form)
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('画面を開いたあとに案件が変わりました')
    expect(answer.body).toContain('value="顧客管理部"')
    expect(await inquiries()).toEqual([])
  })

  test('is done when it is sent once more from the page that said so', async () => {
    const form = { ...fieldsIn((await sato.get(act('openInquiry'))).body), ...inquiry }
    await web.do(number, 'addNote', { memo: '電話あり' }, sato.by)
    const warned = await sato.post(act('openInquiry'), form)
    const answer = await sato.post(act('openInquiry'), { ...fieldsIn(warned.body), ...inquiry })
    expect(answer.statusCode).toBe(303)
    expect(await inquiries()).toHaveLength(1)
  })
})

describe('refused', () => {
  test('to outsiders: they are sent to sign in', async () => {
    for (const method of ['GET', 'POST'] as const) {
      const answer = await web.app.inject({ method, url: act('openInquiry') })
      expect([302, 303]).toContain(answer.statusCode)
      expect(answer.headers.location).toContain('/sign-in')
    }
    expect(await inquiries()).toEqual([])
  })

  test('without the form token, or with that of another session', async () => {
    const ito = await web.as('ito')
    const theirs = fieldsIn((await ito.get('/today')).body)._csrf ?? ''
    for (const _csrf of ['', 'chigau', theirs]) {
      expect((await sato.fill(act('openInquiry'), { ...inquiry, _csrf })).statusCode).toBe(403)
    }
    expect(await inquiries()).toEqual([])
  })

  test('to a role that may not', async () => {
    const takahashi = await web.as('takahashi')
    expect((await takahashi.get(act('openInquiry'))).statusCode).toBe(403)
    expect((await takahashi.post(act('openInquiry'), { ...inquiry, _seen: '2' })).statusCode).toBe(403)
    expect(await inquiries()).toEqual([])
  })

  test('for a case of an operator that the person does not serve, as if there were none', async () => {
    const tanaka = await web.as('tanaka')
    const strange = await tanaka.get(act('openInquiry'))
    const none = await tanaka.get(act('openInquiry', '26999990'))
    expect([strange.statusCode, none.statusCode]).toEqual([404, 404])
    expect((await tanaka.post(act('openInquiry'), inquiry)).statusCode).toBe(404)
    expect(await inquiries()).toEqual([])
  })

  test('when the case does not permit it, with the reason', async () => {
    const page = await sato.get(act('printLetter'))
    expect(page.statusCode).toBe(409)
    expect(page.body).toContain('いまは実行できません')
  })

  test('for a verb that does not exist or opens a case', async () => {
    expect((await sato.get(act('toString'))).statusCode).toBe(404)
    expect((await sato.get(act('logRequest'))).statusCode).toBe(404)
  })
})

describe('what cannot be undone', () => {
  const paid = async () => {
    await web.do(number, 'receiveFee', { means: 'transfer', amount: '3300', receivedOn: '2026-11-21' }, sato.by)
    return act('reverseFee')
  }
  const reversed = async () => (await web.desk.kase(number, sato.by))?.kase.fee.receipts[0]?.reversed

  test('names what will happen and asks for the password', async () => {
    const page = await sato.get(await paid())
    expect(page.body).toContain('充てた手数料は未納に戻ります')
    expect(page.body).toContain('type="password"')
  })

  test('is not done with a wrong password', async () => {
    const answer = await sato.fill(await paid(), { receipt: 'r1', reason: '二重の記録', _password: 'chigau' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('二重の記録')
    expect(await reversed()).toBeUndefined()
  })

  test('says all that is wrong at once: a password has to be typed again in any case', async () => {
    const answer = await sato.fill(act('withdraw'), { _password: '', on: '' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('<a href="#f-how">')
    expect(answer.body).toContain('<a href="#f-on">')
    expect(answer.body).toContain('<a href="#f-_password">ご自分のパスワード：入力されていません')
    expect(answer.body).not.toContain('パスワードが違います')
  })

  test('is done with the right one', async () => {
    const form = { receipt: 'r1', reason: '二重の記録', _password: passwordOf('sato') }
    expect((await sato.fill(await paid(), form)).statusCode).toBe(303)
    expect(await reversed()).toBe(true)
  })
})

describe('a list from which there is nothing to choose', () => {
  test('is said before the form is filled in, with the way to make one', async () => {
    const whole = await web.do(null, 'logRequest', requestFor('ims', { enclosed: [] }), sato.by)
    const missing = (await web.desk.kase(whole, sato.by))?.kase.intake.missing ?? []
    expect(missing).not.toEqual([])
    expect((await sato.get(act('requestSupplement', whole))).body).not.toContain('足りないものは記録されていません。')
    const { body } = await sato.get(act('requestSupplement'))
    expect(body).toContain(`<a href="/cases/${number}/acts/noteMissing">不足として追加</a>`)
  })

  test('has a place for its message, so that the summary leads somewhere', async () => {
    const { statusCode, body } = await sato.fill(act('requestSupplement'), {})
    expect(statusCode).toBe(422)
    expect(body).toContain('<a href="#f-items">')
    expect(body).toContain('id="f-items"')
  })

  test('says that a list is needed where the deed needs it', async () => {
    expect((await sato.get(act('noteMissing'))).body).toMatch(/足りないもの<span class="need must">必須/)
  })
})
