import { AxeBuilder } from '@axe-core/playwright'
import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hanako } from '../domain/given.ts'
import { answeredCase, nasty } from '../web/postings-story.ts'
import { type BrowserIn, browserIn } from './browser-in.ts'

let at: BrowserIn
let page: Page
let cases: string[]

/** Right check digit: the first ten digits modulo 7. */
const tracking = (serial: number): string => {
  const ten = String(1311238385 + serial)
  return `${ten}${Number(ten) % 7}`
}
/** A reader of bar codes: start and stop letters of NW-7, no pause between the keys, Enter. */
const read = async (number: string) => {
  await page.keyboard.type(`A${number}A`)
  await page.keyboard.press('Enter')
}
const postings = async (number: string) => (await at.desk.kase(number, at.actor('sato')))?.kase.postings ?? []
const focused = () => page.evaluate(() => document.activeElement?.id ?? '')

beforeAll(async () => {
  at = await browserIn()
  const person = { ...hanako, ...nasty, family: '小比類巻勅使河原'.repeat(5) }
  cases = [await answeredCase(at, 'packed'), await answeredCase(at, 'packed', { subject: person })]
  cases.push(await answeredCase(at, 'packed'), await answeredCase(at, 'packed'))
  for (let nth = 0; nth < 3; nth++) await answeredCase(at, 'written')
  page = await at.open('sato')
}, 120_000)
afterAll(() => at.gone())

describe('まとめて印刷 in a browser', () => {
  const ticked = (of: Page) => of.locator('[name=pick]:checked').count()

  it('ticks all or none on the spot and counts what is chosen', async () => {
    await page.goto('/print-queue')
    const all = await ticked(page)
    await page.click('text=すべて外す')
    expect([await ticked(page), new URL(page.url()).pathname]).toEqual([0, '/print-queue'])
    expect(await page.locator('[data-ticks] output').innerText()).toBe(`0/${all}通`)
    await page.locator('[name=pick]').first().check()
    expect(await page.locator('[data-ticks] output').innerText()).toBe(`1/${all}通`)
    await page.click('text=すべて選ぶ')
    expect(await ticked(page)).toBe(all)
  })

  it('does the same without scripts', async () => {
    const plain = await at.open('sato', { javaScriptEnabled: false })
    await plain.goto('/print-queue')
    const all = await ticked(plain)
    await plain.click('text=すべて外す')
    expect(await ticked(plain)).toBe(0)
    await plain.click('text=すべて選ぶ')
    expect(await ticked(plain)).toBe(all)
    await plain.context().close()
  })

  it('takes Enter in a box for the button that prints, not for one that ticks', async () => {
    await page.goto('/print-queue')
    await page.click('text=すべて外す')
    await page.locator('[name=pick]').first().press('Enter')
    await page.waitForSelector('[data-summary]:focus')
    expect(await page.locator('[data-summary]').innerText()).toContain('印刷する文書を選んでください')
  })
})

describe('印刷・発送 in a browser', () => {
  it.each(['/postings', '/print-queue', '/counter', '/labels', '/packing'])(
    'fits %s into 1366 px, however long the names are',
    async path => {
      await page.setViewportSize({ width: 1366, height: 768 })
      await page.goto(path)
      const over = await page.evaluate(() => ({
        page: document.documentElement.scrollWidth,
        tables: [...document.querySelectorAll('.table')].map(each => each.scrollWidth - each.clientWidth),
        heads: [...document.querySelectorAll('th')].flatMap(each =>
          each.scrollWidth > each.clientWidth ? each.innerText : [],
        ),
        deeds: [...document.querySelectorAll('td:has(.deed)')].filter(each => each.scrollWidth > each.clientWidth)
          .length,
      }))
      expect(over).toEqual({ page: 1366, tables: over.tables.map(() => 0), heads: [], deeds: 0 })
    },
  )
})

describe('差出票 in a browser', () => {
  it('shows every way of sending whole at 1366, however long the names are', async () => {
    await page.goto('/counter')
    const cut = await page.locator('td select').evaluateAll(all =>
      all.flatMap(each => {
        const select = each as HTMLSelectElement
        const free = document.createElement('select')
        free.append(new Option(select.selectedOptions[0]?.text))
        free.style.font = getComputedStyle(select).font
        free.style.position = 'absolute'
        document.body.append(free)
        const needed = free.getBoundingClientRect().width
        free.remove()
        const cell = select.closest('td') as HTMLElement
        const has = select.getBoundingClientRect().width
        return has < needed || cell.scrollWidth > cell.clientWidth
          ? [`${select.name} ${has} ${needed} ${cell.scrollWidth} ${cell.clientWidth}`]
          : []
      }),
    )
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/counter-long.png` })
    expect(cut).toEqual([])
  })

  it('leads from the summary to the weight that is wrong', async () => {
    await page.goto('/counter')
    await page.locator('[name$=".grams"]').nth(1).fill('重い')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-summary]:focus')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await focused()).toBe(await page.locator('[aria-invalid]').getAttribute('id'))
  })

  it('takes the numbers of a reader that is faster than the answers, without the mouse', async () => {
    const rows = cases.map(number => `${number}-l1~gca40t`).join('.')
    await page.goto(`/counter/list?on=2026-11-21&rows=${rows}`)
    await read(tracking(0))
    await read(tracking(1))
    await page.waitForSelector('#f-n3:focus')
    for (const nth of [0, 1])
      expect(await postings(cases[nth] ?? '')).toMatchObject([{ trackingNumber: tracking(nth) }])
    await page.waitForFunction(() => document.getElementById('told')?.textContent?.includes('残り2通'))
  })

  it('waits at the row that was misread, and drops what was read after it', async () => {
    // The answer comes when the next number has been read.
    let answer = () => {}
    const asked = new Promise<void>(resolve => {
      answer = resolve
    })
    const late = async (route: Route) => {
      await asked
      await route.continue()
    }
    await page.route('**/counter/list', late, { times: 1 })
    await read('12345678901')
    await read(tracking(3))
    answer()
    await page.waitForSelector('#f-n3[aria-invalid]:focus')
    expect(await page.inputValue('#f-n4')).toBe('')
    await page.waitForFunction(() => document.getElementById('told-wrong')?.textContent?.includes('数えていません'))
    for (const nth of [2, 3]) expect(await postings(cases[nth] ?? '')).toEqual([])
    // The wrong number is selected: the next one takes its place.
    await read(tracking(2))
    await page.waitForSelector('#f-n4:focus')
    await page.locator('h1').click()
    await read(tracking(3))
    await page.waitForSelector('.done:focus')
    expect(await postings(cases[2] ?? '')).toMatchObject([{ trackingNumber: tracking(2) }])
    expect(await postings(cases[3] ?? '')).toMatchObject([{ trackingNumber: tracking(3) }])
  })
})

it.each([1366, 1920])('no table runs out of its frame at %i, however long a name is', async width => {
  const wide = await at.open('sato', { viewport: { width, height: 768 } })
  const rows = cases.map(number => `${number}-l1~gca40t`).join('.')
  const list = `/counter/list?on=2026-11-21&rows=${rows}`
  for (const url of [
    '/postings',
    '/print-queue',
    '/packing',
    '/counter',
    list,
    '/labels',
    '/postings/book',
    '/scans',
  ]) {
    await wide.goto(url)
    const beyond = await wide
      .locator('.table table')
      .evaluateAll(all => all.map(each => each.getBoundingClientRect().width - (each.parentElement?.clientWidth ?? 0)))
    for (const over of beyond) expect([url, Math.max(0, over)]).toEqual([url, 0])
    const [page, seen] = await wide.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
    expect([url, page]).toEqual([url, seen])
  }
  await wide.context().close()
})

it('on A4 the lists keep their numbers on one line and leave out what only a screen needs', async () => {
  const paper = await at.open('sato', { viewport: { width: 680, height: 960 } })
  await paper.emulateMedia({ media: 'print' })
  for (const url of ['/print-queue', '/packing', '/counter']) {
    await paper.goto(url)
    const lines = await paper.locator('td.digits a').evaluateAll(all => all.map(each => each.getClientRects().length))
    expect([url, Math.max(1, ...lines)]).toEqual([url, 1])
    for (const screen of ['.ticks', '#scan', 'td input[type=checkbox]', '.filters'])
      expect([url, await paper.locator(screen).filter({ visible: true }).count()]).toEqual([url, 0])
  }
  await paper.context().close()
})

describe('宛名ラベル in a browser', () => {
  it('makes labels by Enter in the position, and keeps the offsets by Enter in an offset', async () => {
    await page.goto('/labels')
    await page.locator('[name=pick]').first().check()
    await page.fill('[name=start]', '12')
    await page.press('[name=start]', 'Enter')
    await page.waitForURL('**/labels?letters=*')
    expect(await page.locator('.notice').innerText()).toContain('12番から')
    expect(await page.inputValue('[name=start]')).toBe('1')
    await page.fill('[name=x]', '0.5')
    await page.press('[name=x]', 'Enter')
    await page.waitForURL('**/labels?done=kept')
    expect(await page.inputValue('[name=x]')).toBe('0.5')
  })
})

describe.each(['light', 'dark'] as const)('in the %s scheme', colorScheme => {
  it('axe finds nothing in the print room, at the scans and at the opening desk', async () => {
    const seen = await at.open('sato', { colorScheme })
    const rows = cases.map(number => `${number}-l1~gca40t`).join('.')
    for (const url of [
      '/postings',
      '/print-queue',
      '/packing',
      '/packing?scan=4912345678904',
      '/counter',
      `/counter/list?on=2026-11-21&rows=${rows}`,
      '/labels',
      '/postings/book',
      '/scans',
      '/cases/new',
    ]) {
      await seen.goto(url)
      const { violations } = await new AxeBuilder({ page: seen }).analyze()
      expect(violations.map(each => `${url} ${each.id} ${each.nodes[0]?.html}`)).toEqual([])
    }
    await seen.context().close()
  })
})

it('a person for whom a page has nothing to do is told the next step, with a way there', async () => {
  const tanaka = await at.open('tanaka')
  for (const [url, to] of [
    ['/print-queue', '/cases'],
    ['/counter', '/packing'],
    ['/labels', '/cases'],
    ['/packing', '/print-queue'],
  ] as const) {
    await tanaka.goto(url)
    expect(await tanaka.locator('.empty').first().locator(`a[href="${to}"]`).count()).toBe(1)
  }
  await tanaka.context().close()
})

it('no script of these pages had a fault, and none was refused by the policy', () => {
  expect(at.faults).toEqual([])
  expect(at.strangers).toEqual([])
})
