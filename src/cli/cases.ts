import { writeFileSync } from 'node:fs'
import { parseCaseNumber } from '../domain/case-number.ts'
import { nextSteps } from '../domain/next-steps.ts'
import { eventSentence } from '../words/events.ts'
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
  const { words, options } = shell.read({ as: 'string', out: 'string' })
  const number = numberOf(words[0])
  const letter = words[1]
  if (letter === undefined || options.out === undefined)
    throw new UsageError('使い方：kaiji letter 受付番号 文書 --as サインイン名 --out FILE.pdf')
  const { by } = await shell.actor(options.as)
  const { desk } = await shell.house()
  const pdf = await desk.pdf(number, letter, by)
  if (pdf === null) throw new RefusedError(`受付番号 ${number} に文書 ${letter} はありません。`)
  writeFileSync(options.out, pdf, { mode: 0o600 })
  shell.say(`${options.out} に書き出しました。`)
}
