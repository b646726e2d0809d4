import { isMonth } from '../domain/money/closing.ts'
import { proofRows } from '../letters/month-sheet-rows.ts'
import { monthRefusalSentences } from '../words/month-sheet.ts'
import type { Shell } from './shell.ts'
import { RefusedError, UsageError } from './usage.ts'

const states = { running: '月の途中', open: '未作成', prepared: '作成済み', signed: '締め済み' } as const

/** `kaiji month`: what the sheet of a month holds against what, in words; a line that does not hold is a refusal. */
export const monthCommand = async (shell: Shell): Promise<void> => {
  const { words, options } = shell.read({ as: 'string', json: 'boolean' })
  const [month = ''] = words
  if (!isMonth(month)) throw new UsageError('使い方：kaiji month 2026-11 --as サインイン名 [--json]')
  const { by } = await shell.actor(options.as)
  const { desk } = await shell.house()
  const shown = await desk.months.one(month, by)
  if (shown === null) throw new RefusedError(monthRefusalSentences.not_allowed)
  const { sheet, names, state, hash, moved, prepared, signed } = shown
  if (options.json) shell.json({ month, state, hash, moved, prepared, signed, proofs: sheet.proofs })
  else {
    shell.say(`${month}　${states[state]}　この月の記帳 ${sheet.entries.inMonth}件`)
    if (moved) shell.say(`▲ ${monthRefusalSentences.sheet_moved}`)
    for (const { proof, of, left, right, mark } of proofRows(sheet, names))
      shell.say(`${mark}　${proof}${of && `　${of}`}　${left} / ${right}`)
  }
  if (sheet.proofs.some(proof => !proof.holds)) throw new RefusedError(monthRefusalSentences.sheet_not_proved)
}
