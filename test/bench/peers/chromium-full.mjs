import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { open as openChromium } from './chromium.mjs'

const executablePath = '/usr/bin/chromium'

export const open = () => {
  if (!existsSync(executablePath)) throw new Error(`missing: ${executablePath}`)
  return openChromium(() => chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] }))
}
