import type { Issue } from '../../banks/issue.ts'
import type { UnknownTable } from '../../banks/statement.ts'
import type { AccountRow } from '../../desk/money/bank-accounts.ts'
import type { Tried as Try } from '../../desk/money/statement-columns.ts'
import { type ColumnUse, columnWords, issuePlace, money } from '../../words/statements.ts'
import { SelectField } from '../choices.tsx'
import type { FormState } from '../controls.tsx'
import { Day, Empty } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import { textAt } from '../read-body.ts'
import { OneButton } from '../settings-marks.tsx'
import { Table } from '../table.tsx'
import type { Visit } from '../visit.ts'
import { headingGuess, NONE, widthOf } from './statement-columns-sent.ts'
import { statementPaths } from './statement-paths.ts'

export type Tried = Extract<Try, { ok: true }>

const uses = Object.keys(columnWords) as ColumnUse[]
const SHOWN = 12

interface Props {
  visit: Visit
  id: string
  table: UnknownTable
  issues: readonly Issue[]
  accounts: readonly AccountRow[]
  form: FormState
  tried: Tried | null
}

/** A file of which nobody knows what its columns mean: a person says it once for each account. */
export const ColumnsScreen = ({ visit, id, table, issues, accounts, form, tried }: Props) => (
  <>
    <p class="notice">
      <span aria-hidden="true">▲</span> {issues[0]?.message}
    </p>
    <form method="post" action={statementPaths.columns(id)}>
      <Csrf visit={visit} />
      <div class="pair">
        <SelectField
          form={form}
          name="account"
          label="どの口座の明細か"
          required
          help="列の意味はこの口座について覚え、次からは尋ねません。"
          options={accounts.map(({ id: value, label }) => ({ value, label }))}
        />
        <Heading form={form} table={table} />
      </div>
      {accounts.length === 0 && (
        <p>
          <a href={statementPaths.newAccount({ file: id })}>先に口座を登録する</a>
        </p>
      )}
      <Rows form={form} table={table} />
      <p class="buttons">
        <button class="button" type="submit" name="do" value="try">
          読み方を確かめる
        </button>
        {tried && (
          <button class="button primary" type="submit" name="do" value="save">
            この読み方で進む
          </button>
        )}
      </p>
    </form>
    {tried && <TriedLines tried={tried} />}
    <OneButton visit={visit} to={statementPaths.discard(id)}>
      取り込まずに破棄する
    </OneButton>
  </>
)

const Heading = ({ form, table }: { form: FormState; table: UnknownTable }) => {
  const chosen = textAt(form.values, 'heading') || String(headingGuess(table))
  return (
    <div class="field">
      <label for="f-heading">見出しの行</label>
      <p class="help">明細はこの行の次から読みます。</p>
      <select id="f-heading" name="heading">
        {table.rows.slice(0, 32).map((cells, at) => (
          <option value={String(at)} selected={String(at) === chosen}>
            {at + 1}行目：{cells.join('、').slice(0, 40)}
          </option>
        ))}
        <option value={NONE} selected={chosen === NONE || chosen === '-1'}>
          見出しはない（1行目から明細）
        </option>
      </select>
    </div>
  )
}

const Rows = ({ form, table }: { form: FormState; table: UnknownTable }) => {
  const columns = Array.from({ length: widthOf(table) }, (_, nth) => nth)
  const heading = Number(textAt(form.values, 'heading') || headingGuess(table))
  return (
    <div class="table columns-scroll" id="f-columns" tabIndex={-1}>
      <table class="columns-table">
        <caption class="unseen">ファイルの最初の行と、各列の意味</caption>
        <thead>
          <tr>
            {columns.map(nth => (
              <th scope="col">
                <label class="unseen" for={`f-column-${nth}`}>
                  {nth + 1}列目の意味
                </label>
                <select id={`f-column-${nth}`} name={`column-${nth}`}>
                  <option value="">使わない</option>
                  {uses.map(use => (
                    <option
                      value={use}
                      selected={use === (textAt(form.values, `column-${nth}`) || guess(form, table, nth))}
                    >
                      {columnWords[use]}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, SHOWN).map((cells, at) => (
            <tr class={at === heading ? 'heading' : undefined}>
              {columns.map(nth => (
                <td title={cells[nth]}>{cells[nth] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const likely: readonly (readonly [ColumnUse, RegExp])[] = [
  ['balance', /残高/],
  ['in', /入金|預入|預り|受入|受取|貸方/],
  ['out', /出金|支払|引出|払出|お払|借方/],
  ['date', /日付|年月日|日$/],
  ['payer', /依頼人|相手|振込人|取引先/],
  ['description', /摘要|内容|備考/],
  ['kind', /種別|区分|種類/],
  ['amount', /金額/],
]

/** A first proposal from the words of the heading, while the form is untouched; each use once. */
const guess = (form: FormState, table: UnknownTable, nth: number): ColumnUse | '' => {
  if (Object.keys(form.values).length > 0) return ''
  const heading = table.rows[headingGuess(table)] ?? []
  const useOf = (cell = '') => likely.find(([, words]) => words.test(cell.normalize('NFKC')))?.[0] ?? ''
  const use = useOf(heading[nth])
  return heading.findIndex(cell => useOf(cell) === use) === nth ? use : ''
}

const TriedLines = ({ tried: { lines, issues } }: { tried: Tried }) => (
  <section class="group">
    <h2>この読み方では</h2>
    {issues.length > 0 && (
      <ul class="told">
        {issues.slice(0, 8).map(issue => (
          <li>
            <span class="place">{issuePlace(issue)}</span> {issue.message}
          </li>
        ))}
      </ul>
    )}
    {lines.length === 0 ? (
      <Empty>読める明細がありません。見出しの行と列の意味を選び直してください。</Empty>
    ) : (
      <Table
        caption="読んだ明細"
        columns={[
          { label: '日付' },
          { label: '依頼人', wide: true },
          { label: '入金', right: true },
          { label: '出金', right: true },
          { label: '残高', right: true },
          { label: '種別' },
        ]}
      >
        {lines.slice(0, SHOWN).map(line => (
          <tr>
            <td class="digits">
              <Day on={line.date} />
            </td>
            <td class="wide">{line.payerRead || line.description || '—'}</td>
            <td class="right">{line.in === undefined ? '' : money(line.in)}</td>
            <td class="right">{line.out === undefined ? '' : money(line.out)}</td>
            <td class="right">{line.balance === undefined ? '' : money(line.balance)}</td>
            <td>{line.kind || '—'}</td>
          </tr>
        ))}
      </Table>
    )}
  </section>
)
