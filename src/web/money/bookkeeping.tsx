import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Product, products } from '../../domain/money/book-products.ts'
import type { BookTerms } from '../../domain/money/book-terms.ts'
import { productWords } from '../../words/bookkeeping.ts'
import { ledgerAccountWords } from '../../words/ledger.ts'
import { emptyForm, type FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { textAt } from '../read-body.ts'
import { Done, forbidden, isAdmin, refused } from '../settings-marks.tsx'
import { get, post, type Sent, type Visit } from '../visit.ts'
import { formPath, termsIn } from './bookkeeping-body.ts'
import { BookForm } from './bookkeeping-form.tsx'
import { monthsPaths } from './months-paths.ts'

/** 会計連携の設定: what the ledger's accounts are called in each product. Changed by an administrator of all operators. */
export const bookkeepingPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/settings/bookkeeping', async visit => {
    const terms = await visit.desk.bookkeeping.terms(visit.by)
    return terms === null ? forbidden(visit) : show(visit, terms, productIn(visit.query.product), emptyForm, 200)
  })
  post(app, parts, '/settings/bookkeeping', change)
}

const productIn = (text: string | undefined): Product => products.find(each => each === text) ?? 'yayoi'

const change = async (visit: Sent): Promise<FastifyReply> => {
  const { fields } = visit
  const terms = await visit.desk.bookkeeping.terms(visit.by)
  if (terms === null || !isAdmin(visit.by)) return forbidden(visit)
  const product = productIn(textAt(fields, 'product'))
  const answer = await visit.desk.bookkeeping.change(termsIn(fields, product, terms), visit.by)
  if (answer.ok) return visit.reply.redirect(monthsPaths.bookkeeping({ product, done: 'set' }), 303)
  if ('refusal' in answer) return forbidden(visit)
  const issues = answer.issues.map(issue => ({ ...issue, path: formPath(issue, product, fields) }))
  const form = refused({ ok: false, issues }, {}, fields)
  return show(visit, terms, product, { ...form, issues: form.issues.map(labelled) }, 422)
}

const words = { account: '勘定科目', sub: '補助科目', tax: '税区分', taxBack: '税区分（減るとき）' }
const labelled = <T extends { path: string; label: string }>(issue: T): T => {
  const [head, account = '', column = ''] = issue.path.split('.')
  if (head === 'substitutes') return { ...issue, label: '外字の代わりの文字' }
  if (head === 'banks') return { ...issue, label: '口座の補助科目' }
  const name = Object.entries(ledgerAccountWords).find(([id]) => id === account)?.[1]
  const what = Object.entries(words).find(([id]) => id === column)?.[1]
  return name === undefined || what === undefined ? issue : { ...issue, label: `${name}の${what}` }
}

const show = async (
  visit: Visit,
  terms: BookTerms,
  product: Product,
  form: FormState,
  status: number,
): Promise<FastifyReply> =>
  visit.reply.code(status).html(
    <Page
      visit={visit}
      title="会計連携の設定"
      at="settings"
      action={<a href={monthsPaths.exports()}>会計ソフトへ渡す</a>}
    >
      <Done visit={visit} words={{ set: '保存しました。次に作るファイルから使います。' }} />
      <nav class="jumps" aria-label="会計ソフト">
        {products.map(each => (
          <a
            href={monthsPaths.bookkeeping({ product: each })}
            {...(each === product && { 'aria-current': 'page' as const })}
          >
            {productWords[each]}
          </a>
        ))}
      </nav>
      <ErrorSummary form={form} />
      <BookForm
        visit={visit}
        form={form}
        terms={terms}
        product={product}
        accounts={await visit.desk.accounts.list(visit.by, { retired: true })}
      />
    </Page>,
  )
