import type { FastifyInstance, FastifyReply } from 'fastify'
import type { MoneyTotals, ReceiptRow } from '../../desk/books.ts'
import { ruleOf } from '../../domain/case.ts'
import { parseCaseNumber } from '../../domain/case-number.ts'
import { addDays, type PlainDate } from '../../domain/day.ts'
import type { Receipt } from '../../domain/fee.ts'
import { waitsForCount } from '../../domain/fee-count.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import { issueSentence } from '../../words/issues.ts'
import { meansWords } from '../../words/payments.ts'
import { emptyForm, type FormState, fieldId } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { operatorNames } from '../operator-names.ts'
import { OperatorSelect } from '../operators-select.tsx'
import { Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { textAt } from '../read-body.ts'
import { get, mayAny, type Visit } from '../visit.ts'
import { MoneyBar } from './money-bar.tsx'
import { isMoneyView, moneyViews } from './money-rows.ts'
import { DueTable, ReceiptTable } from './money-tables.tsx'

/** 入金: what is owed, what came, what is held, by case; nothing moves by itself. */
export const moneyPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/money', visit => show(visit, emptyForm, 200))
  get(app, parts, '/money/entry', enter)
}

/** From a number that was typed or read from the paper to the form that books its money. */
const enter = async (visit: Visit): Promise<FastifyReply> => {
  const typed = visit.query.number ?? ''
  const number = parseCaseNumber(typed)
  if (number !== null && (await visit.desk.kase(number, visit.by)) !== null)
    return visit.reply.redirect(paths.act(number, 'receiveFee'), 303)
  const sentence =
    number === null
      ? issueSentence('case_number_not_read')
      : 'この受付番号の案件は見つかりません。番号と、担当する事業者を確かめてください。'
  return show(visit, { values: { number: typed }, issues: [{ path: 'number', label: '受付番号', sentence }] }, 422)
}

const RECEIPT_DAYS = 30
const MOST_ROWS = 200

const show = async (visit: Visit, form: FormState, status: number): Promise<FastifyReply> => {
  const { view: asked, operator } = visit.query
  const view = isMoneyView(asked) ? asked : 'due'
  const of = operator ? { operator } : {}
  const [{ today }, names] = await Promise.all([visit.desk.context(visit.by), operatorNames(visit.desk)])
  const [rows, receipts, totals] = await Promise.all([
    visit.desk.money({ ...of, state: view, limit: MOST_ROWS }, visit.by),
    visit.desk.receipts({ ...of, from: addDays(today, -RECEIPT_DAYS), limit: MOST_ROWS }, visit.by),
    visit.desk.moneyTotals(today, operator || undefined, visit.by),
  ])
  const inView = totals.cases[view]
  const may = mayAny(visit.by, ruleOf('receiveFee').by)
  return visit.reply.code(status).html(
    <Page visit={visit} title="入金" at="money">
      <MoneyBar at="fees" />
      <ErrorSummary form={form} />
      <TotalsBar {...counted(totals, receipts.rows, today)} />
      <div class="bar">
        {may && <Entry form={form} />}
        <form class="filters" method="get" action={paths.money()}>
          <OperatorSelect names={names} by={visit.by} chosen={operator} />
          <label>
            表示
            <select name="view">
              {Object.entries(moneyViews).map(([code, label]) => (
                <option value={code} selected={code === view}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <button class="button quiet" type="submit">
            絞り込む
          </button>
        </form>
      </div>
      <section class="group">
        <h2>
          手数料 <span class="count">{inView}件</span>
        </h2>
        <DueTable rows={rows} by={visit.by} today={today} names={names} view={view} />
        {inView > rows.length && <p class="sub">ほかに{inView - rows.length}件あります。条件で絞り込んでください。</p>}
      </section>
      <section class="group">
        <h2>
          届いた入金（この{RECEIPT_DAYS}日） <span class="count">{receipts.total}件</span>
        </h2>
        <ReceiptTable rows={receipts.rows} today={today} />
      </section>
    </Page>,
  )
}

const Entry = ({ form }: { form: FormState }) => (
  <form class="filters" method="get" action={paths.moneyEntry}>
    <label>
      受付番号（読み取り機でも入力できます）
      <input
        id={fieldId('number')}
        name="number"
        class="w8 digits"
        value={textAt(form.values, 'number')}
        autocomplete="off"
      />
    </label>
    <button class="button" type="submit">
      入金を記録する
    </button>
  </form>
)

const total = (of: MoneyTotals['today'], part: 'amount' | 'count') => of.reduce((sum, each) => sum + each[part], 0)

interface Counted extends MoneyTotals {
  /** envelopes of cash whose sum the second person must not see in a total either */
  readonly uncounted: number
}

const counted = (totals: MoneyTotals, rows: readonly ReceiptRow[], on: PlainDate): Counted => {
  const waiting = rows.flatMap(({ receipt }) => (waitsForCount(receipt) ? [receipt] : []))
  const sum = (of: readonly Receipt[]) => of.reduce((whole, { amount }) => whole + amount, 0)
  const cash = waiting.filter(({ receivedOn }) => receivedOn === on)
  return {
    ...totals,
    held: totals.held - sum(waiting),
    today: totals.today.flatMap(({ means, amount, count }) => {
      const left = means === 'registered_cash' ? count - cash.length : count
      return left > 0 ? [{ means, amount: means === 'registered_cash' ? amount - sum(cash) : amount, count: left }] : []
    }),
    uncounted: waiting.length,
  }
}

const TotalsBar = ({ today, outstanding, overdue, held, uncounted }: Counted) => (
  <dl class="totals">
    <div>
      <dt>本日の入金</dt>
      <dd>
        <b>{formatYen(yen(total(today, 'amount')))}</b> {total(today, 'count')}件
        <span class="sub">
          {today.map(({ means, amount }) => `${meansWords[means]} ${formatYen(yen(amount))}`).join('・')}
        </span>
      </dd>
    </div>
    <div>
      <dt>未納の合計</dt>
      <dd>
        <b>{formatYen(yen(outstanding))}</b>
        <span class="sub">{overdue > 0 ? `うち期限を過ぎたもの ${overdue}件` : '期限を過ぎたものはありません。'}</span>
      </dd>
    </div>
    <div>
      <dt>預りの合計</dt>
      <dd>
        <b>{formatYen(yen(held))}</b>
        <span class="sub">{held > 0 ? '充てるか返金してください。' : '預りはありません。'}</span>
        {uncounted > 0 && <span class="sub">ほかに数え直し前の現金書留 {uncounted}通</span>}
      </dd>
    </div>
  </dl>
)
