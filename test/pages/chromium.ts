import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'

/**
 * A real Chromium out of an npm package, so that a bare Linux machine needs nothing else; elsewhere an installed Chrome.
 * The package unpacks its own nss libraries only where it believes to be on Lambda, and bare Debian has none: this name makes it so.
 */
export const openBrowser = async (): Promise<Browser> => {
  const installed = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]
  if (process.platform !== 'linux') {
    const executablePath = installed.find(existsSync)
    return chromium.launch(executablePath === undefined ? { channel: 'chrome' } : { executablePath })
  }
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const packaged = (await import('@sparticuz/chromium')).default
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return chromium.launch({ executablePath: await packaged.executablePath(), args })
}
