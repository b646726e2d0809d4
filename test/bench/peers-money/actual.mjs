// Actual Budget's matcher and settle on the same lines, every case owing the same fee.
//   npm install --ignore-scripts --prefix test/bench/peers-money
//   npx tsx test/bench/peers-money/actual.mjs [SIZE]
// Open cases are Actual's unconfirmed transactions with the person as payee; the lines are its import. It is given each
// payer clean of numbers and in full-width kana, which it would not do by itself.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folded } from '../../../src/domain/settlement/folded.ts'
import { numbersInText } from '../../../src/domain/settlement/numbers-in-line.ts'
import { settle } from '../../../src/domain/settlement.ts'
import { tell, timed } from '../measured.ts'
import { world } from '../settle-world.ts'

const size = Number(process.argv[2] ?? 1000)
const { lines, dues } = world(size)
// The nth line was written for the nth case.
const truth = new Map(lines.map((line, n) => [line.id, dues[n]?.caseNumber ?? '']))
const given = lines.filter(line => line.amount > 0)

const folder = mkdtempSync(join(tmpdir(), 'kaiji-actual-'))
// Its progress is written to the console, line by line.
const { log } = globalThis.console
Object.assign(globalThis.console, { log: () => undefined })
const actual = await import('@actual-app/api')
await actual.init({ dataDir: folder })
await actual.runImport('desk', async () => {
  const account = await actual.createAccount({ name: '手数料口座' }, 0)
  await actual.addTransactions(
    account,
    dues.map(due => ({
      account,
      date: due.arrivedOn,
      amount: due.outstanding,
      payee_name: due.names[0]?.kana ?? '',
      notes: due.caseNumber,
      cleared: false,
    })),
    { runTransfers: false, learnCategories: false },
  )
})
const budget = (await actual.getBudgets()).find(each => each.name === 'desk')
if (budget?.id !== undefined) await actual.loadBudget(budget.id)
const [account] = await actual.getAccounts()
if (account === undefined) throw new Error('Actual has no account')
const theirs = await timed(() =>
  actual.importTransactions(
    account.id,
    given.map(({ id, date, amount, payer }) => ({
      account: account.id,
      date,
      amount,
      payee_name: numbersInText(folded(payer)).rest || '?',
      imported_id: id,
    })),
  ),
)
const booked = (await actual.getTransactions(account.id, '2026-01-01', '2027-12-31')).filter(
  ({ imported_id, notes }) => imported_id !== null && notes !== null && notes !== '',
)
const right = booked.filter(({ imported_id, notes }) => truth.get(imported_id ?? '') === notes).length
await actual.shutdown()
Object.assign(globalThis.console, { log })
rmSync(folder, { recursive: true, force: true })

settle(lines, dues)
let plan = settle([], [])
const ours = await timed(() => {
  plan = settle(given, dues)
})
const of = bucket => plan.lines.filter(each => each.bucket === bucket)
const rightOf = bucket => of(bucket).filter(each => each.proposals[0]?.caseNumber === truth.get(each.line)).length

tell(
  `Actual, ${size.toLocaleString('en-US')} lines`,
  `${theirs.toFixed(0)} ms`,
  `${booked.length} merged by itself: ${right} right, ${booked.length - right} wrong`,
)
tell(
  `settle, the same lines`,
  `${ours.toFixed(0)} ms`,
  `${of('proposed').length} ticked: ${rightOf('proposed')} right, ${of('proposed').length - rightOf('proposed')} wrong; ` +
    `${of('likely').length} likely: ${rightOf('likely')} right, ${of('likely').length - rightOf('likely')} wrong`,
)
process.exit(0)
