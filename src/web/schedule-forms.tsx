import type { TypedRow } from '../disclosure/schedule-text.ts'
import { scheduleGrounds } from '../domain/schedule.ts'
import { groundWords } from '../words/outcomes.ts'
import { Tick } from './choices.tsx'
import { type FormState, fieldId } from './controls.tsx'
import { LineField, TextField } from './lines.tsx'
import { Button } from './marks.tsx'
import { packagePaths } from './package-paths.ts'
import { Csrf } from './page.tsx'
import { columnWords } from './schedule-issues.ts'
import type { Visit } from './visit.ts'

interface FormProps {
  visit: Visit
  number: string
  form: FormState
  /** the case as this page saw it */
  seq: number
}

const BLANK: TypedRow = { system: '', item: '', value: '', withheld: '', facts: '' }
const SPARE = 4
const columns = ['system', 'item', 'value', 'withheld', 'facts'] as const

/** A row that stays empty is not kept; a row that is emptied is removed. */
export const RowsForm = ({ visit, number, form, seq, rows }: FormProps & { rows: readonly TypedRow[] }) => (
  <form method="post" action={packagePaths.schedule(number)} data-once>
    <Csrf visit={visit} />
    <input type="hidden" name="_seen" value={seq} />
    <div class="table schedule-rows">
      <table>
        <caption class="unseen">開示する項目の一覧</caption>
        <thead>
          <tr>
            <th scope="col" class="right">
              行
            </th>
            {columns.map(column => (
              <th scope="col">{columnWords[column]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows, ...Array.from({ length: SPARE }, () => BLANK)].map((row, at) => (
            <tr>
              <td class="right">{at + 1}</td>
              {columns.map(column => (
                <td>
                  <Cell form={form} row={row} at={at} column={column} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <p class="buttons">
      <Button primary>別紙を登録する</Button>
    </p>
  </form>
)

const Cell = ({ form, row, at, column }: { form: FormState; row: TypedRow; at: number; column: keyof TypedRow }) => {
  const name = `rows.${at}.${column}`
  const wrong = form.issues.some(issue => issue.path === name)
  const aria = {
    id: fieldId(name),
    name,
    'aria-label': `${at + 1}行目の${columnWords[column]}`,
    ...(wrong && { 'aria-invalid': true as const }),
  }
  if (column === 'withheld')
    return (
      <select {...aria}>
        <option value="">開示する</option>
        {scheduleGrounds.map(code => (
          <option value={code} selected={code === row.withheld}>
            {groundWords[code]}
          </option>
        ))}
      </select>
    )
  if (column === 'value')
    return (
      <textarea {...aria} rows={1}>
        {row.value}
      </textarea>
    )
  return <input {...aria} type="text" autocomplete="off" value={row[column]} />
}

export const PasteForm = ({ visit, number, form, seq }: FormProps) => (
  <form class="panel" method="post" action={packagePaths.pasted(number)} data-once>
    <h2>表を貼り付ける</h2>
    <Csrf visit={visit} />
    <input type="hidden" name="_seen" value={seq} />
    <TextField
      form={form}
      name="text"
      label="貼り付ける表"
      required
      rows={5}
      help="システム、項目、内容、開示しない根拠、事実の順に、表計算の表から貼り付けます。項目と内容の2列でもかまいません。"
    />
    <LineField form={form} name="system" label="2列のときのシステム名" width={20} />
    <Tick form={form} name="keep" label="いまの項目のあとに加える" help="選ばないときは、いまの項目と入れ替えます。" />
    <p class="buttons">
      <Button>貼り付けた表を登録する</Button>
    </p>
  </form>
)

export const UploadForm = ({ visit, number, seq }: FormProps) => (
  <form
    class="panel upload"
    method="post"
    action={packagePaths.scheduleFile(number)}
    encType="multipart/form-data"
    data-once
  >
    <h2>CSVから取り込む</h2>
    <Csrf visit={visit} />
    <input type="hidden" name="_seen" value={seq} />
    <label for="f-file">CSVファイル（UTF-8又はシフトJIS・5,000行まで）</label>
    <p class="help">いまの項目と入れ替えます。列の名前の行があれば、並びは自由です。</p>
    <input id="f-file" name="file" type="file" accept=".csv,.tsv,.txt" />
    <Button>取り込む</Button>
  </form>
)
