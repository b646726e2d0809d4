import type { FastifyReply } from 'fastify'
import type { Settled as Answer } from '../../desk/money/settled.ts'
import { cashiers } from '../../domain/rule.ts'
import { Empty } from '../marks.tsx'
import { operatorNames } from '../operator-names.ts'
import { OperatorSelect } from '../operators-select.tsx'
import { Csrf, Page } from '../page.tsx'
import { paths } from '../paths.ts'
import { mayAny, type Visit } from '../visit.ts'
import { MoneyBar } from './money-bar.tsx'
import { moneyPaths } from './money-paths.ts'
import { Buckets, Settled, Unpaid } from './reconcile-lists.tsx'
import { isTickable, isTicked } from './reconcile-row.tsx'
import { Told } from './reconcile-told.tsx'
import { TotalsStrip, totalsOf } from './reconcile-totals.tsx'

const keys = [
  ['↓ ↑ / j k', '次の明細・前の明細'],
  ['Enter', '候補を確認して消し込む'],
  ['x / 空白', '選ぶ・外す'],
  ['s', '分ける・手で充てる'],
  ['u', '直前の消込を取り消す'],
  ['/', 'この画面の検索欄へ'],
] as const

/** `answers`: what the last form brought about, where it was not all well. */
export const reconcilePage = async (
  visit: Visit,
  answers: readonly Answer[],
  status: number,
): Promise<FastifyReply> => {
  const { query, by, desk } = visit
  const { q = '', operator = '' } = query
  const [{ today }, names] = await Promise.all([desk.context(by), operatorNames(desk)])
  const plan = await desk.settling.plan({ ...(q && { q }), ...(operator && { operator }) }, by)
  const may = mayAny(by, cashiers)
  return visit.reply.code(status).html(
    <Page visit={visit} title="消込" at="money" keys={keys} action={<a href={moneyPaths.suspense()}>仮受金の一覧</a>}>
      <link rel="stylesheet" href={paths.asset('reconcile.css')} />
      <link rel="stylesheet" href={paths.asset('money-line.css')} />
      <MoneyBar at="reconcile" />
      <div class="r-head">
        <TotalsStrip {...totalsOf(plan)} />
        <form class="filters" method="get" action={moneyPaths.reconcile()}>
          <label class="unseen" for="r-find">
            名義・氏名・フリガナ・金額・受付番号で探す
          </label>
          <input
            id="r-find"
            type="search"
            name="q"
            value={q}
            placeholder="名義・氏名・金額・受付番号"
            autocomplete="off"
          />
          <OperatorSelect names={names} by={by} chosen={operator} />
          <button class="button quiet" type="submit">
            探す
          </button>
          {(q || operator) && <a href={moneyPaths.reconcile()}>すべて表示</a>}
        </form>
        {may && plan.lines.some(isTickable) && <ConfirmAll ticked={plan.lines.filter(isTicked).length} />}
      </div>
      <Told visit={visit} answers={answers} />
      <p class="unseen" role="status" data-status />
      <p class="notice" role="alert" data-failed hidden>
        送信できませんでした。画面を開き直して、記帳されたか確かめてください。
      </p>
      <form id="reconcile" method="post" action={moneyPaths.confirm} {...(may && { 'data-reconcile': true })}>
        <Csrf visit={visit} />
        <Buckets lines={plan.lines} today={today} may={may} />
      </form>
      {plan.lines.length === 0 && (
        <Empty>
          {q || operator
            ? '条件に合う明細はありません。'
            : '消し込む明細はありません。銀行の明細を取り込むと、ここに並びます。'}
        </Empty>
      )}
      <Unpaid dues={plan.unpaid} today={today} />
      <Settled settled={plan.settled} visit={visit} may={may} />
      <HandDialog />
      <script type="module" src={paths.asset('reconcile.js')} />
    </Page>,
  )
}

/** With nothing chosen it is a quiet button that says what to do, in the same place; the script renews it as one ticks. */
const ConfirmAll = ({ ticked }: { ticked: number }) => (
  <button class={ticked > 0 ? 'button primary' : 'button quiet'} type="submit" form="reconcile" data-primary data-all>
    <span data-some hidden={ticked === 0}>
      確認して消し込む
      <span data-ticked>{`（${ticked}件）`}</span>
    </span>
    <span data-none hidden={ticked > 0}>
      明細を選んでください（0件）
    </span>
    <span class="key" aria-hidden="true">
      .
    </span>
  </button>
)

/** Where the page's script puts the form of a line's own page. */
const HandDialog = () => (
  <dialog id="hand-dialog" aria-labelledby="hand-title">
    <h2 id="hand-title">分ける・手で充てる</h2>
    <div data-hand-place />
    <form method="dialog">
      <button class="button quiet" type="submit">
        閉じる
      </button>
    </form>
  </dialog>
)
