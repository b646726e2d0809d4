import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, day } from '../../src/domain/day.ts'
import { pageCode } from '../../src/domain/page-code.ts'
import type { Role } from '../../src/domain/rule.ts'
import { dated, type Script } from '../../src/walk/script.ts'
import { scriptsIn } from '../../src/walk/scripts.ts'
import { type Cast, passwordOf } from '../web/web-in.ts'
import { type BrowserIn, browserIn } from './browser-in.ts'
import { chooseDeed, fill, press } from './clerk.ts'

/** The five requests of `npm run walk`, again: through the pages, by the hands of the people whose work it is. */

const today = day('2026-11-21')
const staff: Record<Role, Cast> = {
  reception: 'sato',
  cashier: 'ito',
  approver: 'suzuki',
  auditor: 'takahashi',
  admin: 'kanri',
}

let desk: BrowserIn
const windows = new Map<Cast, Page>()

beforeAll(async () => {
  desk = await browserIn()
})
afterAll(() => desk.gone())

/** A session lasts a day at most: on later days the same person has signed in again, here without the page. */
const windowOf = async (who: Cast): Promise<Page> => {
  const page = windows.get(who)
  if (page === undefined) {
    const first = await desk.open(who)
    windows.set(who, first)
    return first
  }
  const again = await desk.parts.staff.signIn(who, passwordOf(who), '127.0.0.1')
  if (typeof again !== 'object') throw new Error(`${who} could not sign in: ${again}`)
  await page.context().addCookies([{ name: 'kaiji', value: again.session, url: desk.base }])
  return page
}

type Step = Script['steps'][number]
type Body = Record<string, unknown>

/** One press at the opening desk makes these, too. */
const madeByPress = ({ verb, body }: Step) =>
  verb === 'writeLetter' && (body.form === 'reception-slip' || body.form === 'form-cover')

/** Money that lay in the envelope is typed where the envelope is opened. */
const enclosedMoney = (steps: readonly Step[]) =>
  steps.find(step => step.verb === 'receiveFee' && step.body.means === 'stamps')

const numberIn = (page: Page): string => /\/cases\/(\d{8})/.exec(page.url())?.[1] ?? ''

const openEnvelope = async (page: Page, number: string | null, body: Body, money: Step | undefined) => {
  if (number === null) await page.goto('/cases/new')
  else {
    await page.goto(`/cases/${number}`)
    await page.locator('.band-next a.button').click()
  }
  const { enclosed, ...rest } = body
  await fill(page, rest)
  const { receivedOn: _on, ...fee } = money?.body ?? {}
  if (money) await fill(page, { fee })
  await page.locator('#opening-checklist input[name=enclosed]').first().waitFor()
  await fill(page, { enclosed: (enclosed as string[]).filter(code => code !== 'fee') })
  await press(page)
  await page.waitForURL(/\/cases\/\d{8}$/)
  return numberIn(page)
}

const askForForm = async (page: Page, body: Body) => {
  await page.goto('/cases/new')
  await page.getByRole('link', { name: '用紙請求を受け付ける' }).click()
  await fill(page, body)
  await press(page)
  await page.waitForURL(/\/cases\/\d{8}$/)
  return numberIn(page)
}

/** Every page is read with the reader: what it sends is what stands on the paper. */
const packPages = async (page: Page, number: string, letters: readonly string[], who: Cast) => {
  const codes = (await desk.desk.pageSet(number, letters, desk.actor(who))).map(pageCode)
  await page.goto(`/cases/${number}/packing/${letters.join('+')}`)
  for (const [at, code] of codes.entries()) {
    await page.fill('#scan', code)
    await page.press('#scan', 'Enter')
    await page.locator('.packing-scans li').nth(at).waitFor()
  }
  await page.getByRole('button', { name: '封入を記録する' }).click()
  await page.waitForURL('**/packing?packed=*')
}

const confirmPacking = async (page: Page, number: string) => {
  await page.goto(`/cases/${number}/packing`)
  await page.getByRole('button', { name: '宛名と中身を確かめました' }).click()
  await page.waitForURL('**/packing?packed=*')
}

const walkThrough = async ({ steps }: Script): Promise<string> => {
  let number: string | null = null
  const money = enclosedMoney(steps)
  for (const step of [...steps].sort((a, b) => a.day - b.day)) {
    if (madeByPress(step) || step === money) continue
    const on = addDays(today, step.day)
    desk.at(on)
    const who = staff[step.by]
    const page = await windowOf(who)
    const body = dated(step.body, on) as Body
    if (step.verb === 'logFormRequest') number = await askForForm(page, body)
    else if (step.verb === 'logRequest') number = await openEnvelope(page, number, body, money)
    else if (number === null) throw new Error('nothing was opened')
    else if (step.verb === 'packEnvelope') await packPages(page, number, body.letters as string[], who)
    else if (step.verb === 'confirmPacking') await confirmPacking(page, number)
    else {
      await chooseDeed(page, number, step.verb)
      await fill(page, body)
      const password = page.locator('input[name=_password]')
      if ((await password.count()) > 0) await password.fill(passwordOf(who))
      await press(page)
      await page.waitForURL(`**/cases/${number}`)
    }
  }
  return number ?? ''
}

/** What the walk shows, by operator. */
const told = {
  ims: { fee: '3,300円', means: 'transfer', outcome: '全部を開示する', service: 'general_registered' },
  'kinki-telecom': { fee: '1,100円', means: 'postal_order', outcome: '一部を開示する', service: 'general_registered' },
  'cloud-walker': { fee: '3,150円', means: 'registered_cash', outcome: '不存在', service: 'general_registered' },
  iij: { fee: '1,000円', means: 'stamps', outcome: '全部を開示する', service: 'simple_registered' },
  sakura: { fee: '1,415円', means: 'transfer', outcome: '開示しない', service: 'simple_registered' },
} as const

describe.each(scriptsIn('walk').map(script => [script.operator, script] as const))('a request to %s', (id, script) => {
  const expected = told[id as keyof typeof told]
  let number: string
  let page: Page

  beforeAll(async () => {
    number = await walkThrough(script)
    page = await windowOf('sato')
    await page.goto(`/cases/${number}`)
  })

  test('is answered, delivered and closed', async () => {
    const found = await desk.desk.kase(number, desk.actor('sato'))
    expect(found?.kase).toMatchObject({
      intake: { operator: id, arrivedOn: today },
      decisions: [{ state: 'approved' }],
      closing: { closedOn: addDays(today, 13) },
    })
    const reply = found?.kase.postings.findLast(posting => posting.reply)
    expect(reply).toMatchObject({ service: expected.service, deliveredOn: expect.any(String) })
    expect(reply?.trackingNumber).toMatch(/^\d{11,12}$/)
    const [decision] = found?.kase.decisions ?? []
    expect(decision?.approvedBy).not.toBe(decision?.draftedBy)
  })

  test('was asked and paid what the policy says', async () => {
    const text = await page.locator('main').innerText()
    expect(text).toContain(expected.fee)
    expect(text).toContain(expected.outcome)
    const found = await desk.desk.kase(number, desk.actor('sato'))
    expect(found?.kase.fee.receipts.map(receipt => [receipt.means, receipt.applied])).toEqual([
      [expected.means, Number(expected.fee.replace(/[,円]/g, ''))],
    ])
  })

  test('left its letters behind, each a PDF', async () => {
    const links = await page.locator(`a[href^="/cases/${number}/letters/"]`).all()
    expect(links.length).toBeGreaterThanOrEqual(3)
    for (const link of links) {
      const answer = await page.request.get((await link.getAttribute('href')) ?? '')
      expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
    }
  })
})

test('all that while no page had a fault, and nothing was asked of another host', async () => {
  expect(desk.faults).toEqual([])
  expect(desk.strangers).toEqual([])
  expect((await desk.desk.verify()).faults).toEqual([])
})
