import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A real Chromium out of an npm package, so that a bare Linux machine needs nothing else; elsewhere an installed Chrome. */
export const openBrowser = async (): Promise<Browser> => {
  const installed = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]
  if (process.platform !== 'linux') {
    const executablePath = installed.find(existsSync)
    return chromium.launch(executablePath === undefined ? { channel: 'chrome' } : { executablePath })
  }
  const folder = await unpacked()
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args,
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  })
}

/**
 * The package unpacks its own nss libraries only where it believes to be on Lambda, and never where another has left a browser
 * in the same place; bare Debian has none. So it gets a name and a folder of its own, which appears whole or not at all.
 */
const unpacked = async (): Promise<string> => {
  const folder = join(tmpdir(), 'kaiji-chromium-147.0.0')
  if (existsSync(folder)) return folder
  const mine = `${folder}.${process.pid}`
  mkdirSync(mine, { recursive: true })
  const { TMPDIR: before } = process.env
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  process.env.TMPDIR = mine
  try {
    await (await import('@sparticuz/chromium')).default.executablePath()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  try {
    renameSync(mine, folder)
  } catch {
    rmSync(mine, { recursive: true, force: true })
  }
  return folder
}
