import type { UnknownTable } from '../../banks/statement.ts'
import { type ColumnUse, columnWords } from '../../words/statements.ts'
import type { FormState } from '../controls.tsx'
import { textAt } from '../read-body.ts'
import { guessedUse } from './statement-columns-guess.ts'
import { headingGuess, widthOf } from './statement-columns-sent.ts'

const uses = Object.keys(columnWords) as ColumnUse[]
const SHOWN = 12

/** The first rows of the file, with a choice above each column of what it means. */
export const ColumnRows = ({ form, table }: { form: FormState; table: UnknownTable }) => {
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
                      selected={use === (textAt(form.values, `column-${nth}`) || guessedUse(form, table, nth))}
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
