import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { isVerb, ruleOf } from '../domain/case.ts'
import { parseCaseNumber } from '../domain/case-number.ts'
import { issueSentence } from '../words/issues.ts'
import { refusalSentence } from '../words/refusals.ts'
import type { Shell } from './shell.ts'
import { RefusedError, UsageError } from './usage.ts'

/** `kaiji perform VERB [NUMBER] --as NAME --body FILE|-`: any verb, with the body that the API takes. Prints the case's number. */
export const acts = async (shell: Shell): Promise<void> => {
  const { words, options } = shell.read({ as: 'string', body: 'string', once: 'string' })
  const [verb, number] = words
  if (verb === undefined || !isVerb(verb) || ruleOf(verb).inner)
    throw new UsageError(`「${verb ?? ''}」という操作はありません。操作の名は GET /api/openapi.json にあります。`)
  const body = await bodyOf(shell, options.body)
  const { by } = await shell.actor(options.as)
  const { desk } = await shell.house()
  const done = await desk.perform(
    number === undefined ? null : (parseCaseNumber(number) ?? number),
    verb,
    body,
    by,
    options.once === undefined ? {} : { once: options.once },
  )
  if (done.ok) return shell.say(done.number)
  if ('refusal' in done) throw new RefusedError(refusalSentence(done.refusal))
  throw new RefusedError(done.issues.map(issue => `${issue.path}：${issueSentence(issue.code, issue.about)}`).join(' '))
}

const bodyOf = async (shell: Shell, from: string | undefined): Promise<unknown> => {
  if (from === undefined) return {}
  try {
    return JSON.parse(
      from === '-' ? await text(shell.streams.in ?? process.stdin) : readFileSync(from, 'utf8'),
    ) as unknown
  } catch {
    throw new UsageError(`本文「${from}」をJSONとして読めません。`)
  }
}
