import { closeSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { openPackages, type Packages } from '../desk/packages.ts'
import { parseCaseNumber } from '../domain/case-number.ts'
import { packageFaultSentence } from '../words/package-faults.ts'
import { refusalSentence } from '../words/refusals.ts'
import type { Shell } from './shell.ts'
import { RefusedError, UsageError } from './usage.ts'

/** `kaiji package`: the package from the choice that stands, assembled and proved as the page does it. */
export const packageCommand = async (shell: Shell): Promise<void> => {
  const { words, options } = shell.read({ as: 'string', out: 'string', locked: 'boolean' })
  const number = parseCaseNumber(words[0] ?? '')
  const { out } = options
  if (number === null || out === undefined)
    throw new UsageError('使い方：kaiji package 受付番号 --as サインイン名 --out FILE.pdf [--locked]')
  const { by } = await shell.actor(options.as)
  const { desk, files } = await shell.house()
  const packages = openPackages({ desk, files })
  // A password that is never said cannot be taken back: first whether there is a place to write to.
  const fresh = !existsSync(out)
  closeSync(openSync(out, 'a', 0o600))
  const write = (pdf: Buffer | undefined) => {
    if (pdf === undefined) throw new RefusedError(packageFaultSentence({ fault: 'changed' }))
    writeFileSync(out, pdf, { mode: 0o600 })
    shell.say(`${out} に書き出しました。`)
  }
  try {
    done(await packages.make(number, by))
    if (options.locked !== true) return write((await packages.read(number, by)) ?? undefined)
    const locked = done(await packages.lock(number, by))
    write((await files.read(locked.file, by))?.bytes)
    shell.say(`パスワード：${locked.password}`)
  } catch (error) {
    if (fresh) rmSync(out)
    throw error
  }
}

type Answer = Awaited<ReturnType<Packages['make']>> | Awaited<ReturnType<Packages['lock']>>

const done = <T extends Answer>(answer: T): Extract<T, { ok: true }> => {
  if (answer.ok) return answer as Extract<T, { ok: true }>
  const no = answer as Extract<Answer, { ok: false }>
  throw new RefusedError('fault' in no ? packageFaultSentence(no.fault) : refusalSentence(no.refusal))
}
