import type { FastifyReply } from 'fastify'
import { cashiers } from '../../domain/rule.ts'
import { bucketSentences, bucketWords, cancelledSentence } from '../../words/settlement.ts'
import type { FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Page } from '../page.tsx'
import { paths } from '../paths.ts'
import { showProblem } from '../problem.tsx'
import { mayAny, type Visit } from '../visit.ts'
import { MoneyBar } from './money-bar.tsx'
import { LineActForms } from './money-line-acts.tsx'
import { AliasList, Allocations } from './money-line-allocations.tsx'
import { Candidates, CaseSearch } from './money-line-cases.tsx'
import { DepositsOffered, DepositsProved } from './money-line-deposits.tsx'
import { BankWrote } from './money-line-facts.tsx'
import { firstParts, HandForm } from './money-line-hand.tsx'
import { LineHistory } from './money-line-history.tsx'
import { moneyPaths } from './money-paths.ts'
import { isCancelled } from './reconcile-acts.tsx'
import { Reasons } from './reconcile-reasons.tsx'

const MOST_OFFERED = 300
const MOST_FOUND = 30

const done = {
  released: '消込を取り消しました。明細は仮受金に戻りました。',
  forgotten: '覚えた名義を外しました。',
  proved: '銀行に預けたものと結び付けました。',
  unproved: '結び付けを外しました。預けたものは、また明細を待っています。',
} as const

const Done = ({ visit: { query } }: { visit: Visit }) =>
  Object.entries(done).map(([name, sentence]) =>
    query[name] === undefined ? null : (
      <p class="done" role="status">
        {sentence}
      </p>
    ),
  )

/** A line of somebody else's account looks like one that is not there. */
export const linePage = async (visit: Visit, form: FormState, status: number): Promise<FastifyReply> => {
  const { desk, by, params, query } = visit
  const view = await desk.settling.line(params.id ?? '', by)
  if (view === null) return showProblem(visit.request, visit.reply, 404)
  const { file, planned } = view
  const may = mayAny(by, cashiers)
  const { q = '' } = query
  const [{ today }, staff, offered, found] = await Promise.all([
    desk.context(by),
    visit.parts.staff.list(),
    desk.settling.dues({}, by, MOST_OFFERED),
    q.trim() === '' ? null : desk.settling.dues({ q }, by, MOST_FOUND),
  ])
  const fits = offered.filter(due => file.account.operators.includes(due.operator))
  const [chosen] = query.case ? await desk.settling.dues({ q: query.case }, by, 1) : []
  const untouched = Object.keys(form.values).length === 0
  const filled: FormState = untouched ? { ...form, values: { parts: firstParts(view, chosen) } } : form
  const open = planned !== null && file.state.rest > 0 && !isCancelled(file.row)
  return visit.reply.code(status).html(
    <Page
      visit={visit}
      title={`明細 ${file.row.id}`}
      at="money"
      action={<a href={moneyPaths.reconcile()}>消込へ戻る</a>}
    >
      <link rel="stylesheet" href={paths.asset('reconcile.css')} />
      <link rel="stylesheet" href={paths.asset('money-line.css')} />
      <MoneyBar at="reconcile" />
      <ErrorSummary form={form} />
      <Done visit={visit} />
      <div class="line-halves">
        <div>
          <BankWrote view={view} />
          {planned && (
            <section class="panel">
              <h2>
                候補　<span class="count">{bucketWords[planned.verdict.bucket]}</span>
              </h2>
              <p class="help">{isCancelled(file.row) ? cancelledSentence : bucketSentences[planned.verdict.bucket]}</p>
              <Reasons line={planned} />
              {may && planned.verdict.bucket === 'ambiguous' && (
                <Candidates line={file.row.id} dues={planned.dues} today={today} />
              )}
            </section>
          )}
          {open && may && <DepositsOffered visit={visit} view={view} />}
          {open && may && (
            <section class="sheet">
              <h2>分ける・手で充てる</h2>
              <CaseSearch view={view} q={q} found={found} today={today} />
              <HandForm visit={visit} view={view} form={filled} dues={fits} />
            </section>
          )}
        </div>
        <div>
          {file.row.out === null && <Allocations visit={visit} view={view} may={may} />}
          <DepositsProved visit={visit} view={view} may={may} />
          <AliasList visit={visit} view={view} may={may} />
          <LineActForms visit={visit} view={view} />
          <LineHistory view={view} names={new Map(staff.map(member => [member.id, member.name]))} />
        </div>
      </div>
    </Page>,
  )
}
