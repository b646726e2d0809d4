import { buckets } from '../domain/settlement.ts'
import { formatYen, yen } from '../domain/yen.ts'
import { bucketWords, reasonSentence } from '../words/settlement.ts'
import { planJson } from '../words/settling-plan.ts'
import type { Shell } from './shell.ts'

/** The plan as it stands, with its reasons; nothing is booked. */
export const reconcileCommand = async (shell: Shell): Promise<void> => {
  const { options } = shell.read({ as: 'string', q: 'string', account: 'string', json: 'boolean' })
  const { by } = await shell.actor(options.as)
  const { desk } = await shell.house()
  const { q, account } = options
  const plan = await desk.settling.plan({ ...(q && { q }), ...(account && { account }) }, by)
  if (options.json) return shell.json(planJson(plan))
  shell.say(`消込の残り　${plan.open.lines}件　${formatYen(yen(plan.open.rest))}`)
  for (const bucket of buckets) {
    const lines = plan.lines.filter(each => each.verdict.bucket === bucket)
    if (lines.length === 0) continue
    shell.say(`\n${bucketWords[bucket]}　${lines.length}件`)
    for (const { row, verdict } of lines) {
      shell.say(`  ${row.id}　${row.date}　${formatYen(yen(row.rest ?? 0))}　${row.payer || '（名義なし）'}`)
      for (const { caseNumber, amount, reasons, contradictions } of verdict.proposals) {
        shell.say(`    → ${caseNumber}　${formatYen(amount)}`)
        for (const reason of reasons) shell.say(`      ● ${reasonSentence(reason)}`)
        for (const reason of contradictions) shell.say(`      ▲ ${reasonSentence(reason)}`)
      }
      for (const note of verdict.notes) shell.say(`      ○ ${reasonSentence(note)}`)
    }
  }
  shell.say(`\n入金のない案件　${plan.unpaid.length}件`)
}
