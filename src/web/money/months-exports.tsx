import type { FastifyInstance, FastifyReply } from 'fastify'
import type { BooksAsked } from '../../desk/money/book-terms.ts'
import { addDays, type PlainDate, parseDay } from '../../domain/day.ts'
import { type Product, products } from '../../domain/money/book-products.ts'
import { firstOf, type Month, monthOf } from '../../domain/money/closing.ts'
import { productHelp, productWords } from '../../words/bookkeeping.ts'
import { issueSentence } from '../../words/issues.ts'
import { Choice } from '../choices.tsx'
import { emptyForm, type FormIssue, type FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { DayField } from '../lines.tsx'
import { Button } from '../marks.tsx'
import { operatorNames } from '../operator-names.ts'
import { OperatorSelect } from '../operators-select.tsx'
import { Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { forbidden } from '../settings-marks.tsx'
import { get, type Visit } from '../visit.ts'
import { MoneyBar } from './money-bar.tsx'
import { ExportTold } from './months-export-told.tsx'
import { monthsPaths } from './months-paths.ts'

/** 会計ソフトへ渡す: choose a product and a period, see what would be written, take the file. */
export const exportPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/money/exports', visit => show(visit, 200))
  get(app, parts, '/money/exports/file', async visit => {
    const read = readAsked(visit)
    if ('issues' in read) return show(visit, 422)
    const made = await visit.desk.bookkeeping.file(read.asked, visit.by)
    if (made === null) return forbidden(visit)
    if (made === 'unknown_operator' || !made.ok) return show(visit, 422)
    const { product, from, to } = read.asked
    const type = made.encoding === 'cp932' ? 'text/plain; charset=shift_jis' : 'text/csv; charset=utf-8'
    return visit.reply
      .type(type)
      .header('content-disposition', `attachment; filename="${product}-${from}-${to}.${made.extension}"`)
      .send(Buffer.from(made.bytes))
  })
}

const isProduct = (text: string): text is Product => (products as readonly string[]).includes(text)

const readAsked = ({ query }: Visit): { asked: BooksAsked } | { issues: FormIssue[] } => {
  const { product = '', operator, ...days } = query
  const [from, to] = [parseDay(days.from ?? ''), parseDay(days.to ?? '')]
  const issues: FormIssue[] = []
  if (!isProduct(product)) issues.push({ path: 'product', label: '会計ソフト', sentence: issueSentence('choose_one') })
  if (from === null) issues.push({ path: 'from', label: '期間の初め', sentence: issueSentence('day_not_read') })
  if (to === null) issues.push({ path: 'to', label: '期間の終わり', sentence: issueSentence('day_not_read') })
  if (from !== null && to !== null && from > to)
    issues.push({ path: 'to', label: '期間の終わり', sentence: '期間の初めより後の日を入力してください。' })
  if (!isProduct(product) || from === null || to === null || issues.length > 0) return { issues }
  return { asked: { product, from, to, ...(operator && { operator }) } }
}

const lastMonth = (today: PlainDate): { from: PlainDate; to: PlainDate } => {
  const to = addDays(firstOf(monthOf(today)), -1)
  return { from: firstOf(monthOf(to)), to }
}

/** Months of the period that may still change. */
const openMonths = async (visit: Visit, { from, to }: BooksAsked): Promise<Month[]> => {
  const rows = (await visit.desk.months.list(visit.by)) ?? []
  const signed = new Set(rows.filter(row => row.state === 'signed').map(row => row.month))
  return rows
    .map(row => row.month)
    .filter(month => month >= monthOf(from) && month <= monthOf(to) && !signed.has(month))
    .sort()
}

const show = async (visit: Visit, status: number): Promise<FastifyReply> => {
  if ((await visit.desk.bookkeeping.terms(visit.by)) === null) return forbidden(visit)
  const { today } = await visit.desk.context(visit.by)
  const asked = visit.query.product !== undefined || visit.query.from !== undefined
  const read = asked ? readAsked(visit) : { issues: [] }
  const answer = 'asked' in read ? await visit.desk.bookkeeping.file(read.asked, visit.by) : null
  const made = answer === 'unknown_operator' ? null : answer
  const issues: readonly FormIssue[] =
    answer === 'unknown_operator'
      ? [{ path: 'operator', label: '事業者', sentence: issueSentence('operator_unknown') }]
      : 'issues' in read
        ? read.issues
        : []
  const form: FormState = asked ? { values: visit.query, issues } : emptyForm
  const code = issues.length > 0 ? 422 : status
  const { from, to } = lastMonth(today)
  return visit.reply.code(code).html(
    <Page
      visit={visit}
      title="会計ソフトへ渡す"
      at="money"
      action={<a href={monthsPaths.bookkeeping()}>勘定科目と税区分の設定</a>}
    >
      <MoneyBar at="months" />
      <ErrorSummary form={form} />
      <div class="halves">
        <section class="panel">
          <h2>何を渡すか</h2>
          <form method="get" action={monthsPaths.exports()}>
            <Choice
              form={form}
              name="product"
              label="会計ソフト"
              required
              options={products.map(value => ({ value, label: productWords[value], help: productHelp[value] }))}
            />
            <DayField form={form} name="from" label="期間の初め" required value={from} />
            <DayField form={form} name="to" label="期間の終わり" required value={to} />
            <OperatorSelect names={await operatorNames(visit.desk)} by={visit.by} chosen={visit.query.operator} />
            <p class="buttons">
              <Button primary={made === null}>仕訳を確かめる</Button>
            </p>
          </form>
        </section>
        {made !== null && 'asked' in read && (
          <ExportTold made={made} asked={read.asked} open={await openMonths(visit, read.asked)} />
        )}
      </div>
    </Page>,
  )
}
