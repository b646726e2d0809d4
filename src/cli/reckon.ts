import { reckon } from '../domain/clock.ts'
import { parseDay } from '../domain/day.ts'
import { longDay } from '../domain/era.ts'
import { termsOnly } from '../house.ts'
import { internalDateWords } from '../words/proceedings.ts'
import type { Shell } from './shell.ts'
import { RefusedError, UsageError } from './usage.ts'

/** Both clocks without a case. JSON: {arrivedOn, suitPossibleFrom, internal: [{name, date}], days: [{date, counted, why, …}]} */
export const reckonCommand = async (shell: Shell): Promise<void> => {
  const { operator, arrived, json } = shell.read({ operator: 'string', arrived: 'string', json: 'boolean' }).options
  if (operator === undefined || arrived === undefined)
    throw new UsageError('使い方：kaiji reckon --operator 事業者 --arrived 到達日 [--json]')
  const arrivedOn = parseDay(arrived)
  if (arrivedOn === null) throw new UsageError(`到達日「${arrived}」を日付として読めません。`)
  const { knowsOperator, policyOn, calendar } = await termsOnly(shell.config())
  if (!knowsOperator(operator)) throw new RefusedError(`事業者「${operator}」は登録されていません。`)
  const policy = policyOn(operator, arrivedOn)
  if (policy === null) throw new RefusedError(`${longDay(arrivedOn)}に効力のある取扱規程がありません。`)
  const reckoning = reckon(arrivedOn, policy.clocks.value, calendar)
  if (json) return shell.json(reckoning)
  shell.say(`到達日　${longDay(arrivedOn)}`)
  shell.say(`訴えを提起できる日（法39条1項）　${longDay(reckoning.suitPossibleFrom)}`)
  for (const { name, date } of reckoning.internal) shell.say(`${internalDateWords[name]}　${longDay(date)}`)
  for (const day of reckoning.days)
    shell.say(`  ${longDay(day.date)}　${day.counted ? '算入　' : '不算入'}　${day.why}`)
}
