import type { FastifyInstance, FastifyReply } from 'fastify'
import { type InstrumentAct, instrumentActNames, instrumentRuleOf } from '../../domain/money/instrument-acts.ts'
import { dyingOrders, worthOf } from '../../domain/money/order-book.ts'
import { instrumentDone } from '../../words/instruments.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { OperatorSelect } from '../operators-select.tsx'
import { Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { textAt } from '../read-body.ts'
import { Done, forbidden } from '../settings-marks.tsx'
import { get, mayAny, post, type Sent } from '../visit.ts'
import { instrumentPaths } from './instrument-paths.ts'
import { CashSection } from './instruments-cash.tsx'
import { instrumentFile } from './instruments-files.ts'
import { signed } from './instruments-marks.tsx'
import { OrdersSection } from './instruments-orders.tsx'
import { inputOf, refusedForm } from './instruments-sent.ts'
import { StampsSection } from './instruments-stamps.tsx'
import { type InstrumentsView, instrumentsView } from './instruments-view.ts'
import { MoneyBar } from './money-bar.tsx'
import { moneyPaths } from './money-paths.ts'

/** 為替と切手: 為替帳, 切手帳 and the cash box, with the deeds that belong to them. */
export const instrumentPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/money/instruments', async visit => show(await instrumentsView(visit), 200))
  for (const which of ['orders', 'stamps', 'cash'] as const)
    get(app, parts, `/money/instruments/${which}.csv`, instrumentFile(which))
  for (const act of instrumentActNames) post(app, parts, instrumentPaths.act(act), visit => carryOut(visit, act))
}

const carryOut = async (visit: Sent, act: InstrumentAct): Promise<FastifyReply> => {
  const { desk, by, fields, marks } = visit
  if (!mayAny(by, instrumentRuleOf(act).by)) return forbidden(visit)
  const { input, pathOf } = inputOf(act, fields)
  const operator = textAt(fields, `${act}.operator`)
  const done = await desk.instruments.act(act, input, by, { ...(marks._once && { once: marks._once }) })
  if (done.ok) return visit.reply.redirect(moneyPaths.instruments({ ...(operator && { operator }), done: act }), 303)
  return show(await instrumentsView(visit, { act, form: refusedForm(act, done, fields, pathOf), operator }), 422)
}

const show = async (view: InstrumentsView, status: number): Promise<FastifyReply> => {
  const { visit, names } = view
  const sent = instrumentActNames.map(view.formOf).find(form => form.issues.length > 0 || form.problem !== undefined)
  const { operator } = visit.query
  return visit.reply.code(status).html(
    <Page
      visit={visit}
      title="為替と切手"
      at="money"
      action={
        <span class="links">
          <a href={instrumentPaths.book('orders', operator)}>為替帳（CSV）</a>
          <a href={instrumentPaths.book('stamps', view.operator)}>切手帳（CSV）</a>
          <a href={instrumentPaths.book('cash', view.operator)}>現金（CSV）</a>
        </span>
      }
    >
      <link rel="stylesheet" href={paths.asset('instruments.css')} />
      <MoneyBar at="instruments" />
      <Done visit={visit} words={instrumentDone} />
      {sent && <ErrorSummary form={sent} />}
      <Totals view={view} />
      {names.size > 1 && (
        <form class="filters" method="get" action={moneyPaths.instruments()}>
          <OperatorSelect names={names} by={visit.by} chosen={operator} />
          <button class="button quiet" type="submit">
            絞り込む
          </button>
        </form>
      )}
      <div class="landscape">
        <OrdersSection view={view} />
        <Safes view={view} />
        <StampsSection view={view} />
        <CashSection view={view} />
      </div>
    </Page>,
  )
}

/** Whose stamps and cash stand below, and whose else there are. */
const Safes = ({ view: { book, names, operator: chosen } }: { view: InstrumentsView }) => {
  const pools = book.pools.flatMap(({ operator, stamps, cash }) =>
    operator !== null && (stamps.yen !== 0 || cash.yen !== 0 || operator === chosen)
      ? [{ operator, label: `切手 ${signed(stamps.yen)}・現金 ${signed(cash.yen)}` }]
      : [],
  )
  return pools.length < 2 ? null : (
    <nav class="jumps safes" aria-label="切手と現金の事業者">
      {pools.map(({ operator, label }) => (
        <a
          href={`${moneyPaths.instruments({ operator })}#stamps`}
          {...(operator === chosen && { 'aria-current': 'true' as const })}
        >
          {names.get(operator) ?? operator} {label}
        </a>
      ))}
    </nav>
  )
}

/** Over every operator that is served, or the one that was asked for. */
const Totals = ({ view: { book, today, visit } }: { view: InstrumentsView }) => {
  const asked = visit.query.operator
  const of = <T extends { operator: string | null }>(rows: readonly T[]) =>
    rows.filter(({ operator }) => !asked || operator === asked)
  const held = of(book.orders).filter(order => order.state === 'held')
  const dying = dyingOrders(held, today)
  const pools = of(book.pools)
  const coming = of(book.banked).reduce((sum, { amount }) => sum + amount, 0)
  const sum = (yens: readonly number[]) => signed(yens.reduce((all, each) => all + each, 0))
  return (
    <dl class="totals">
      <div>
        <dt>定額小為替</dt>
        <dd>
          <b>{signed(worthOf(held))}</b> {held.length}枚
          <span class="sub">
            {dying.length > 0 ? `期限が30日以内のもの ${dying.length}枚` : '期限の近いものはありません。'}
          </span>
        </dd>
      </div>
      <div>
        <dt>切手</dt>
        <dd>
          <b>{sum(pools.map(pool => pool.stamps.yen))}</b>
          <span class="sub">
            {pools.reduce((all, { stamps }) => all + stamps.faces.reduce((n, { count }) => n + count, 0), 0)}枚
          </span>
        </dd>
      </div>
      <div>
        <dt>手もとの現金</dt>
        <dd>
          <b>{sum(pools.map(pool => pool.cash.yen))}</b>
          <span class="sub">{coming > 0 ? `銀行の明細待ち ${signed(coming)}` : '銀行の明細待ちはありません。'}</span>
        </dd>
      </div>
    </dl>
  )
}
