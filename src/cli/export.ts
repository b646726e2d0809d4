import { writeFileSync } from 'node:fs'
import { parseDay } from '../domain/day.ts'
import { products } from '../domain/money/book-products.ts'
import { exportIssueSentence } from '../words/export-issues.ts'
import { issueSentence } from '../words/issues.ts'
import type { Shell } from './shell.ts'
import { RefusedError, UsageError } from './usage.ts'

const use = `使い方：kaiji export ${products.join('|')} --from DATE --to DATE --as サインイン名 --out FILE [--operator ID]`

/** `kaiji export`: the journal file of a product and a period; with a text that it cannot hold, nothing is written. */
export const exportCommand = async (shell: Shell): Promise<void> => {
  const { words, options } = shell.read({
    as: 'string',
    from: 'string',
    to: 'string',
    out: 'string',
    operator: 'string',
  })
  const product = products.find(each => each === words[0])
  const [from, to] = [parseDay(options.from ?? ''), parseDay(options.to ?? '')]
  const { out, operator } = options
  if (product === undefined || from === null || to === null || from > to || out === undefined) throw new UsageError(use)
  const { by } = await shell.actor(options.as)
  const { desk } = await shell.house()
  const made = await desk.bookkeeping.file({ product, from, to, ...(operator && { operator }) }, by)
  if (made === null) throw new RefusedError('仕訳のファイルは、すべての事業者を担当する人だけが作れます。')
  if (made === 'unknown_operator') throw new RefusedError(issueSentence('operator_unknown'))
  if (!made.ok) {
    const [first, ...more] = made.issues
    const rest = more.length === 0 ? '' : `ほかに${more.length}件あります。`
    throw new RefusedError(first === undefined ? rest : `${exportIssueSentence(first)}${rest}`)
  }
  writeFileSync(out, made.bytes, { mode: 0o600 })
  shell.say(`${out} に${made.rows.length}件の仕訳を書き出しました。`)
}
