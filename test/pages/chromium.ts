import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
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
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  })
}

/** The product's own Japanese fonts: a bare machine has none, and boxes without glyphs have other widths. */
const japanese = fileURLToPath(new URL('../../node_modules/@expo-google-fonts', import.meta.url))
const fontsConf = (folder: string) =>
  `<?xml version="1.0"?><fontconfig><dir>${japanese}</dir><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`

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
  writeFileSync(join(mine, 'fonts.conf'), fontsConf(folder))
  try {
    renameSync(mine, folder)
  } catch {
    rmSync(mine, { recursive: true, force: true })
  }
  return folder
}
