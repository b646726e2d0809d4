import { formatTrackingNumber, readTrackingNumber } from '../domain/tracking-number.ts'
import type { Shell } from './shell.ts'
import { RefusedError, UsageError } from './usage.ts'

/** A wrong check digit is a warning on screens; the shell says it with exit 1 so that scripts can tell. */
export const trackingCommand = async (shell: Shell): Promise<void> => {
  const { words, options } = shell.read({ json: 'boolean' })
  const [number] = words
  if (number === undefined) throw new UsageError('使い方：kaiji tracking 引受番号 [--json]')
  const read = readTrackingNumber(number)
  if (read === null) throw new RefusedError(`「${number}」は引受番号（11桁または12桁）として読めません。`)
  if (options.json) shell.json(read)
  const formatted = formatTrackingNumber(read.number)
  if (!read.valid)
    throw new RefusedError(`${formatted} は検査数字が合いません（末尾は ${read.expected} になるはずです）。`)
  if (!options.json)
    shell.say(`${formatted}　検査数字は合っています${read.kindHint === undefined ? '' : `（${read.kindHint}の番号）`}`)
}
