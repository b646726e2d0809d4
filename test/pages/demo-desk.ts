import { addDays, day } from '../../src/domain/day.ts'
import { perform } from '../../src/walk/script.ts'
import { scriptsIn } from '../../src/walk/scripts.ts'
import { type BrowserIn, browserIn } from './browser-in.ts'

const today = day('2026-11-21')
const begunDaysAgo = [0, 2, 5, 6, 8]

/** The cases under way of the demo (src/walk/demo.ts), as far as they have come by today, and a browser before them. */
export const demoDesk = async (): Promise<BrowserIn> => {
  const at = await browserIn()
  const cast = {
    reception: at.actor('sato'),
    cashier: at.actor('ito'),
    approver: at.actor('suzuki'),
    auditor: at.actor('takahashi'),
    admin: at.actor('kanri'),
  }
  const waiting = [
    ...scriptsIn('demo').map(script => ({ script, ago: script.begunDaysAgo })),
    ...scriptsIn('walk').map((script, nth) => ({ script, ago: begunDaysAgo[nth] ?? 0 })),
  ]
  for (const { script, ago } of waiting)
    await perform({ desk: at.desk, cast, setClock: at.at }, script, addDays(today, -ago), today)
  at.at(today)
  return at
}
