import { closeSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { parseCaseNumber } from '../domain/case-number.ts'
import { reprintReasons } from '../domain/letter.ts'
import { nextSteps } from '../domain/next-steps.ts'
import { eventSentence } from '../words/events.ts'
import { reprintWords } from '../words/letters.ts'
import { refusalSentence } from '../words/refusals.ts'
import { stepWords } from '../words/steps.ts'
import type { Shell } from './shell.ts'
import { RefusedError, UsageError } from './usage.ts'

const numberOf = (text: string | undefined): string => {
  const number = text === undefined ? null : parseCaseNumber(text)
  if (number === null) throw new UsageError(`受付番号「${text ?? ''}」を読めません（8桁、末尾は検査数字）。`)
  return number
}

const states = ['open', 'closed', 'all'] as const

export const casesCommand = async (shell: Shell): Promise<void> => {
  const { options } = shell.read({ q: 'string', state: 'string', as: 'string', json: 'boolean' })
  const state = states.find(each => each === (options.state ?? 'open'))
  if (state === undefined) throw new UsageError('--state は open、closed、all のどれかにしてください。')
  const { by } = await shell.actor(options.as)
  const { desk } = await shell.house()
  const { rows, total } = await desk.list({ state, ...(options.q !== undefined && { q: options.q }) }, by)
  if (options.json) return shell.json({ total, rows })
  if (rows.length === 0) shell.say('該当する案件はありません。')
  for (const row of rows)
    shell.say(`${row.number}　${row.operator}　${row.name ?? '（消去済み）'}　${stepWords[row.step].what}`)
}

export const caseCommand = async (shell: Shell): Promise<void> => {
  const { words, options } = shell.read({ as: 'string', json: 'boolean' })
  const number = numberOf(words[0])
  const { by } = await shell.actor(options.as)
  const { desk } = await shell.house()
  const found = await desk.kase(number, by)
  if (found === null) throw new RefusedError(`受付番号 ${number} の案件はありません。`)
  const steps = nextSteps(found.kase, found.context)
  const history = await desk.history(number, by)
  if (options.json) return shell.json({ case: found.kase, steps, history })
  shell.say(`${number}　次にすること：${stepWords[steps[0].code].what}`)
  for (const row of history) shell.say(`  ${row.at}　${eventSentence(row.event)}`)
}

export const letterCommand = async (shell: Shell): Promise<void> => {
  const { words, options } = shell.read({ as: 'string', out: 'string', why: 'string' })
  const number = numberOf(words[0])
  const letter = words[1]
  if (letter === undefined || options.out === undefined)
    throw new UsageError('使い方：kaiji letter 受付番号 文書 --as サインイン名 --out FILE.pdf [--why 理由]')
  const { why } = options
  if (why !== undefined && !reprintReasons.some(each => each === why))
    throw new UsageError(
      `--why は ${reprintReasons.map(each => `${each}（${reprintWords[each]}）`).join('、')} のどれかです。`,
    )
  const { by } = await shell.actor(options.as)
  const { desk } = await shell.house()
  // A file in a folder is as good as paper: it is logged before it is there, and not logged where it cannot be.
  const fresh = !existsSync(options.out)
  closeSync(openSync(options.out, 'a', 0o600))
  const printed = await desk.perform(number, 'printLetter', { letter, ...(why !== undefined && { why }) }, by)
  const pdf = printed.ok ? await desk.pdf(number, letter, by) : null
  if (pdf === null) {
    if (fresh) rmSync(options.out)
    if (!printed.ok && 'refusal' in printed) throw new RefusedError(refusalSentence(printed.refusal))
    throw new RefusedError(`受付番号 ${number} に文書 ${letter} はありません。`)
  }
  writeFileSync(options.out, pdf)
  shell.say(`${options.out} に書き出し、印刷を記録しました。`)
}
