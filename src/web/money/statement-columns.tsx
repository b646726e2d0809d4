import type { Issue } from '../../banks/issue.ts'
import type { UnknownTable } from '../../banks/statement.ts'
import type { AccountRow } from '../../desk/money/bank-accounts.ts'
import { SelectField } from '../choices.tsx'
import type { FormState } from '../controls.tsx'
import { Csrf } from '../page.tsx'
import { textAt } from '../read-body.ts'
import { OneButton } from '../settings-marks.tsx'
import type { Visit } from '../visit.ts'
import { ColumnRows } from './statement-columns-rows.tsx'
import { headingGuess, NONE } from './statement-columns-sent.ts'
import { type Tried, TriedLines } from './statement-columns-tried.tsx'
import { statementPaths } from './statement-paths.ts'

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
      <ColumnRows form={form} table={table} />
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
