import { resolve } from 'node:path'
import type { PlainDate } from '../domain/day.ts'
import { longDay } from '../domain/era.ts'
import type { Outcome } from '../domain/kinds.ts'
import type { PaymentMeans } from '../domain/operator.ts'
import { formatTrackingNumber } from '../domain/tracking-number.ts'
import { formatYen, yen } from '../domain/yen.ts'
import { walk } from '../walk/walk.ts'
import { outcomeWords } from '../words/outcomes.ts'
import { meansWords } from '../words/payments.ts'
import type { Shell } from './shell.ts'
import { UsageError } from './usage.ts'

export const walkCommand = async (shell: Shell): Promise<void> => {
  const { out, json } = shell.read({ out: 'string', json: 'boolean' }).options
  if (out === undefined) throw new UsageError('使い方：npm run walk -- --out フォルダ [--json]')
  const walked = await walk(resolve(out))
  if (json) return shell.json(walked)
  for (const each of walked) {
    const { fee, posting } = each
    shell.say(`${each.operator}　受付番号 ${each.caseNumber}`)
    shell.say(
      `  到達 ${longDay(each.arrivedOn as PlainDate)}　訴えを提起できる日 ${longDay(each.suitPossibleFrom as PlainDate)}`,
    )
    if (fee !== null)
      shell.say(
        `  手数料 ${formatYen(yen(fee.asked))}（公表 ${formatYen(yen(fee.published))}${fee.taxIncluded ? '税込' : '税別'}、税率${fee.rate}％）　${each.paidBy === null ? '未収' : meansWords[each.paidBy as PaymentMeans]}`,
      )
    shell.say(
      `  結果 ${outcomeWords('disclosure', each.outcome as Outcome)}　発送 ${posting.trackingNumber === null ? '' : formatTrackingNumber(posting.trackingNumber)}　配達 ${posting.deliveredOn ?? ''}`,
    )
    for (const letter of each.letters) shell.say(`    ${letter.file}`)
  }
}
