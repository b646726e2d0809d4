import type { FastifyInstance, FastifyReply } from 'fastify'
import type { InstrumentDone } from '../../desk/money/instruments.ts'
import type { LineView } from '../../desk/money/line-view.ts'
import type { LedgerEntry } from '../../domain/money/ledger-entry.ts'
import { cashiers } from '../../domain/rule.ts'
import { formatYen } from '../../domain/yen.ts'
import { instrumentActWords, moveWords } from '../../words/instruments.ts'
import { issueSentence } from '../../words/issues.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { Button, Day } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { showProblem } from '../problem.tsx'
import { textAt } from '../read-body.ts'
import { mayAny, post, type Sent, type Visit } from '../visit.ts'
import { linePage } from './money-line-page.tsx'
import { moneyPaths } from './money-paths.ts'

/** The bank's line of cash or 定額小為替 that the desk has paid in itself: tied to the deposit, and untied again. */
export const lineDepositPages = (app: FastifyInstance, parts: WebParts): void => {
  post(app, parts, '/money/lines/:id/prove', prove)
  post(app, parts, '/money/lines/:id/unprove', unprove)
}

const nameless = (id: string) => id

export const depositWords = ({ kind, amount, body = {} }: LedgerEntry): string =>
  `${moveWords({ kind, amount, body }, nameless)} ${formatYen(amount)}`

/** What was paid into the account, and may be this line. */
export const DepositsOffered = ({ visit, view: { file, planned } }: { visit: Visit; view: LineView }) => {
  const deposits = planned?.deposits ?? []
  return deposits.length === 0 ? null : (
    <section class="panel">
      <h2>
        銀行に預けたもの <span class="count">{deposits.length}件</span>
      </h2>
      <p class="help">この口座に預け、明細を待っているお金です。この入金がそれなら、結び付けてください。</p>
      {deposits.map(deposit => (
        <form class="hand-row" method="post" action={moneyPaths.prove(file.row.id)} data-once>
          <Csrf visit={visit} />
          <p>
            <Day on={deposit.on} /> {depositWords(deposit)}
          </p>
          <button class="button quiet" type="submit" name="entry" value={String(deposit.seq)}>
            {instrumentActWords.proveBanked}
          </button>
        </form>
      ))}
    </section>
  )
}

/** What the line has proved, with its way back. */
export const DepositsProved = ({ visit, view, may }: { visit: Visit; view: LineView; may: boolean }) =>
  view.proves.length === 0 ? null : (
    <section class="panel">
      <h2>結び付けた預入れ</h2>
      {view.proves.map(({ banked, link }) => (
        <form class="hand-row" method="post" action={moneyPaths.unprove(view.file.row.id)} data-once>
          <Csrf visit={visit} />
          <input type="hidden" name="entry" value={String(link.seq)} />
          <p>
            <Day on={banked.on} /> {depositWords(banked)}
          </p>
          {may && <Button>結び付けを外す</Button>}
        </form>
      ))}
    </section>
  )

const prove = async (visit: Sent): Promise<FastifyReply> => {
  const { id = '' } = visit.params
  if (!mayAny(visit.by, cashiers)) return showProblem(visit.request, visit.reply, 403)
  const input = { entry: textAt(visit.fields, 'entry'), line: id }
  return answered(visit, await visit.desk.instruments.act('proveBanked', input, visit.by), { proved: 1 })
}

const unprove = async (visit: Sent): Promise<FastifyReply> => {
  const { id = '' } = visit.params
  if (!mayAny(visit.by, cashiers)) return showProblem(visit.request, visit.reply, 403)
  const view = await visit.desk.settling.line(id, visit.by)
  const entry = textAt(visit.fields, 'entry')
  // An entry of another line, or one that was untied meanwhile, is not this page's to take back.
  if (view === null || !view.proves.some(({ link }) => String(link.seq) === entry))
    return view === null
      ? showProblem(visit.request, visit.reply, 404)
      : linePage(visit, { values: {}, issues: [], problem: 'この結び付きは、もう外されています。' }, 409)
  return answered(visit, await visit.desk.instruments.act('takeBackEntry', { entry }, visit.by), { unproved: 1 })
}

const answered = (visit: Sent, done: InstrumentDone, query: Record<string, number>) => {
  const { id = '' } = visit.params
  if (done.ok) return visit.reply.redirect(moneyPaths.line(id, query), 303)
  const problem =
    'refusal' in done
      ? refusalSentence(done.refusal)
      : done.issues.map(({ code, about }) => issueSentence(code, about)).join('')
  return linePage(visit, { values: {}, issues: [], problem }, 409)
}
