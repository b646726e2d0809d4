import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Leaving } from '../../desk/money/debits.ts'
import type { LineRow } from '../../desk/money/line-book.ts'
import type { PlainDate } from '../../domain/day.ts'
import { toKatakana } from '../../domain/kana.ts'
import { cashiers } from '../../domain/rule.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { emptyForm, type FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Button, Empty } from '../marks.tsx'
import { Csrf, Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { showProblem } from '../problem.tsx'
import { textAt } from '../read-body.ts'
import { ShortDay } from '../settings-marks.tsx'
import { Row, RowLink, Table } from '../table.tsx'
import { get, mayAny, post, type Sent, type Visit } from '../visit.ts'
import { Leaves } from './debits-leaving.tsx'
import { MoneyBar } from './money-bar.tsx'
import { moneyPaths } from './money-paths.ts'

/** 出金: what left the bank, and the refunds and recalls that wait to be seen leaving. */
export const debitPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/money/debits', visit => show(visit, emptyForm, 200))
  post(app, parts, '/money/lines/:id/explain', explain)
  post(app, parts, '/money/lines/:id/unexplain', unexplain)
}

/** What `of` in a form stands for: 'case:26000017:r1' or 'line:L000012'. */
const targetText = (of: Leaving): string =>
  of.what === 'case_refund' ? `case:${of.caseNumber}:${of.receipt}` : `line:${of.line}`

const targetIn = (text: string): { caseNumber: string; receipt: string } | { line: string } | null => {
  const [what, id = '', receipt = ''] = text.split(':')
  if (what === 'case' && id !== '' && receipt !== '') return { caseNumber: id, receipt }
  return what === 'line' && id !== '' ? { line: id } : null
}

const explain = async (visit: Sent): Promise<FastifyReply> => {
  const { id = '' } = visit.params
  if (!mayAny(visit.by, cashiers)) return showProblem(visit.request, visit.reply, 403)
  const target = targetIn(textAt(visit.fields, 'of'))
  if (target === null)
    return show(visit, { values: {}, issues: [], problem: '結び付ける返金又は組戻しを選んでください。' }, 422)
  const answer = await visit.desk.debits.explain(id, target, visit.by)
  if (answer.ok) return visit.reply.redirect(moneyPaths.debits(), 303)
  return show(visit, { values: {}, issues: [], problem: refusalSentence(answer.refusal) }, 409)
}

const unexplain = async (visit: Sent): Promise<FastifyReply> => {
  const { id = '' } = visit.params
  if (!mayAny(visit.by, cashiers)) return showProblem(visit.request, visit.reply, 403)
  const answer = await visit.desk.debits.unexplain(id, visit.by)
  if (answer.ok) return visit.reply.redirect(moneyPaths.line(id), 303)
  return show(visit, { values: {}, issues: [], problem: refusalSentence(answer.refusal) }, 409)
}

const show = async (visit: Visit, form: FormState, status: number): Promise<FastifyReply> => {
  const { desk, by } = visit
  const [{ today }, leaving, open] = await Promise.all([
    desk.context(by),
    desk.debits.leaving(by),
    desk.debits.open(by),
  ])
  const may = mayAny(by, cashiers)
  return visit.reply.code(status).html(
    <Page visit={visit} title="出金" at="money">
      <MoneyBar at="debits" />
      <ErrorSummary form={form} />
      <section class="group">
        <h2>
          理由の分からない出金 <span class="count">{open.length}件</span>
        </h2>
        {open.length === 0 ? (
          <Empty>調べる出金はありません。</Empty>
        ) : (
          <Table
            caption="理由の分からない出金"
            columns={[
              { label: '出金の日' },
              { label: '金額', right: true },
              { label: '相手・摘要', wide: true },
              { label: '口座' },
              { label: '結び付ける返金・組戻し', wide: true },
            ]}
          >
            {open.map(({ row, label }) => (
              <Row>
                <td>
                  <RowLink href={moneyPaths.line(row.id)}>
                    <ShortDay on={row.date as PlainDate} today={today} />
                  </RowLink>
                </td>
                <td class="right">{formatYen(yen(row.unexplained ?? 0))}</td>
                <td class="wide">{told(row)}</td>
                <td class="narrow" title={label}>
                  {label}
                </td>
                <td class="deeds">
                  <Fitting visit={visit} row={row} leaving={may ? leaving : []} />
                </td>
              </Row>
            ))}
          </Table>
        )}
      </section>
      <Leaves leaving={leaving} today={today} />
    </Page>,
  )
}

/** Who or what it went to, as far as the bank says. */
const told = ({ payerRead, description, kind }: LineRow): string =>
  [...new Set([payerRead, toKatakana(description ?? '')])].filter(text => text !== '').join('　') || kind

/** Refunds and recalls of this very amount; the person says which one it is. A 取消 or 訂正 of the bank sends nothing. */
const Fitting = ({ visit, row, leaving }: { visit: Visit; row: LineRow; leaving: readonly Leaving[] }) => {
  const fits =
    row.cancels === null
      ? leaving.filter(
          each => each.amount === row.unexplained && (each.what !== 'recall' || each.account === row.account),
        )
      : []
  if (fits.length === 0) return <a href={moneyPaths.line(row.id)}>明細を開く</a>
  return (
    <form class="filters" method="post" action={moneyPaths.explain(row.id)} data-once>
      <Csrf visit={visit} />
      <select name="of" aria-label="結び付ける返金・組戻し">
        {fits.map(each => (
          <option value={targetText(each)}>{nameOf(each)}</option>
        ))}
      </select>
      <Button>結び付ける</Button>
    </form>
  )
}

const nameOf = (of: Leaving): string =>
  of.what === 'case_refund'
    ? `案件 ${of.caseNumber} ${of.name ?? ''}の返金`
    : `${of.what === 'recall' ? '組戻し' : '返金'} ${of.payer}`
