import type { BrowserContextOptions, Page } from 'playwright-core'
import { type Cast, passwordOf, type WebIn, webIn } from '../web/web-in.ts'
import { openBrowser } from './chromium.ts'

export interface BrowserIn extends WebIn {
  readonly base: string
  /** A window of an office PC, signed in; faults of a page's scripts fail the test that asks for `faults`. */
  open(who: Cast, more?: BrowserContextOptions): Promise<Page>
  readonly faults: readonly string[]
  /** addresses beyond this server that any page asked for */
  readonly strangers: readonly string[]
}

/** The whole server on a port of its own, and a real browser before it. */
export const browserIn = async (): Promise<BrowserIn> => {
  const web = await webIn()
  const base = await web.app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await openBrowser()
  const faults: string[] = []
  const strangers: string[] = []
  return {
    ...web,
    base,
    faults,
    strangers,
    open: async (who, more = {}) => {
      const context = await browser.newContext({
        baseURL: base,
        locale: 'ja-JP',
        timezoneId: 'Asia/Tokyo',
        viewport: { width: 1366, height: 768 },
        ...more,
      })
      context.on('request', request => {
        if (!request.url().startsWith(`${base}/`)) strangers.push(request.url())
      })
      context.setDefaultTimeout(10_000)
      const page = await context.newPage()
      page.on('pageerror', error => faults.push(String(error)))
      page.on(
        'console',
        line => line.type() === 'error' && !line.text().startsWith('Failed to load') && faults.push(line.text()),
      )
      await page.goto('/sign-in')
      await page.fill('[name=name]', who)
      await page.fill('[name=password]', passwordOf(who))
      await page.press('[name=password]', 'Enter')
      await page.waitForURL('**/today')
      return page
    },
    gone: async () => {
      await browser.close()
      await web.gone()
    },
  }
}
