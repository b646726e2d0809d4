import type { AccountRow } from '../../desk/money/bank-accounts.ts'
import { type Product, RATE } from '../../domain/money/book-products.ts'
import { type BookTerms, roundings } from '../../domain/money/book-terms.ts'
import { ledgerAccounts } from '../../domain/money/ledger-entry.ts'
import { roundingWords } from '../../words/bookkeeping.ts'
import { ledgerAccountWords } from '../../words/ledger.ts'
import { Choice } from '../choices.tsx'
import { type FormState, fieldId, shown } from '../controls.tsx'
import { Button } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import { isAdmin } from '../settings-marks.tsx'
import { Table } from '../table.tsx'
import type { Visit } from '../visit.ts'
import { monthsPaths } from './months-paths.ts'

const SPARE = 3

const columns = { account: '勘定科目', sub: '補助科目', tax: '税区分', taxBack: '税区分（減るとき）' } as const

/** One cell of a table that is typed into. Its label is what its row and column say. */
const Cell = ({ form, name, label, value }: { form: FormState; name: string; label: string; value: string }) => {
  const issue = form.issues.find(each => each.path === name)
  const id = fieldId(name)
  return (
    <td>
      <input
        id={id}
        name={name}
        class="w12"
        type="text"
        autocomplete="off"
        aria-label={label}
        value={shown(form, name, value)}
        {...(issue && { 'aria-invalid': true as const, 'aria-describedby': `${id}-issue` })}
      />
      {issue && (
        <p class="issue" id={`${id}-issue`}>
          <span aria-hidden="true">▲</span> {issue.sentence}
        </p>
      )}
    </td>
  )
}

interface Props {
  visit: Visit
  form: FormState
  terms: BookTerms
  product: Product
  accounts: readonly AccountRow[]
}

export const BookForm = ({ visit, form, terms, product, accounts }: Props) => {
  const own = terms.products[product]
  return (
    <form method="post" action={monthsPaths.bookkeeping()} data-once>
      <Csrf visit={visit} />
      <input type="hidden" name="product" value={product} />
      <section class="group">
        <h2>勘定科目と税区分</h2>
        <p class="sub">
          会計ソフトに登録してある名前と同じに書いてください。税区分の {RATE} には、その日の税率が入ります。{RATE}
          のない税区分では、税額を計算しません。
        </p>
        <Table
          caption="勘定科目と税区分"
          columns={[{ label: '元帳の科目' }, ...Object.values(columns).map(label => ({ label }))]}
        >
          {ledgerAccounts.map(account => (
            <tr>
              <th scope="row">{ledgerAccountWords[account]}</th>
              {(Object.keys(columns) as (keyof typeof columns)[]).map(column => (
                <Cell
                  form={form}
                  name={`accounts.${account}.${column}`}
                  label={`${ledgerAccountWords[account]}の${columns[column]}`}
                  value={own.accounts[account][column]}
                />
              ))}
            </tr>
          ))}
        </Table>
      </section>
      <div class="halves group">
        <section class="panel">
          <h2>税額</h2>
          <Choice
            form={form}
            name="taxAmount"
            label="税額の欄"
            required
            value={own.taxAmount}
            options={[
              { value: 'written', label: '計算した税額を書く' },
              { value: 'zero', label: '0を書き、会計ソフトに計算させる' },
            ]}
          />
          <Choice
            form={form}
            name="rounding"
            label="税額の端数（すべての会計ソフト）"
            required
            value={terms.rounding}
            options={roundings.map(value => ({ value, label: roundingWords[value] }))}
          />
        </section>
        <Banks form={form} terms={terms} accounts={accounts} />
        <Substitutes form={form} terms={terms} />
      </div>
      {isAdmin(visit.by) ? (
        <p class="buttons">
          <Button primary>保存する</Button>
        </p>
      ) : (
        <p class="sub">変えられるのは、すべての事業者を担当する管理者だけです。</p>
      )}
    </form>
  )
}

const Banks = ({ form, terms, accounts }: Pick<Props, 'form' | 'terms' | 'accounts'>) => (
  <section class="panel">
    <h2>口座ごとの補助科目</h2>
    {accounts.length === 0 ? (
      <p class="sub">口座が登録されていません。</p>
    ) : (
      <Table caption="口座ごとの補助科目" columns={[{ label: '口座' }, { label: '補助科目' }]}>
        {accounts.map(({ id, label }, at) => (
          <tr>
            <th scope="row">
              {label}
              <input type="hidden" name={`banks.${at}.id`} value={id} />
            </th>
            <Cell form={form} name={`banks.${at}.sub`} label={`${label}の補助科目`} value={terms.banks[id] ?? ''} />
          </tr>
        ))}
      </Table>
    )}
  </section>
)

const Substitutes = ({ form, terms }: Pick<Props, 'form' | 'terms'>) => {
  const known = Object.entries(terms.substitutes)
  return (
    <section class="panel">
      <h2>外字の代わりの文字</h2>
      <p class="sub">
        弥生会計のファイルに入らない文字を、決めた文字に置き換えます。決めていない文字は、置き換えずに知らせます。
      </p>
      <Table caption="外字の代わりの文字" columns={[{ label: '入らない文字' }, { label: '代わりの文字' }]}>
        {[...known, ...Array.from({ length: SPARE }, () => ['', ''] as const)].map(([character, text], at) => (
          <tr>
            <Cell form={form} name={`substitutes.${at}.character`} label={`入らない文字 ${at + 1}`} value={character} />
            <Cell form={form} name={`substitutes.${at}.text`} label={`代わりの文字 ${at + 1}`} value={text} />
          </tr>
        ))}
      </Table>
    </section>
  )
}
