import { type ColumnMapping, headingOf } from '../../banks/column-mapping.ts'
import type { UnknownTable } from '../../banks/statement.ts'
import type { FieldIssue } from '../../desk/issues.ts'
import { type ColumnUse, columnWords } from '../../words/statements.ts'
import { type Fields, textAt } from '../read-body.ts'

const isUse = (text: string): text is ColumnUse => Object.hasOwn(columnWords, text)
/** In place of the index of a heading's row. */
export const NONE = 'none'

export const widthOf = ({ rows }: UnknownTable): number => Math.max(0, ...rows.map(cells => cells.length))

/** The row that looks most like a heading: the first with several words and no amounts. */
export const headingGuess = ({ rows }: UnknownTable): number => {
  const words = (cells: readonly string[]) => cells.filter(cell => cell.trim() !== '' && !/\d/.test(cell)).length
  const width = Math.max(0, ...rows.map(words))
  return rows.findIndex(cells => words(cells) === width && width > 1)
}

/** The form as a ColumnMapping. A column is `column-N` = its use; `heading` = index of the row, or 'none' with `skip`. */
export const columnsSent = (
  fields: Fields,
  table: UnknownTable,
): { ok: true; layout: ColumnMapping } | { ok: false; issues: readonly FieldIssue[] } => {
  const chosen: Partial<Record<ColumnUse, number>> = {}
  for (let nth = 0; nth < widthOf(table); nth += 1) {
    const use = textAt(fields, `column-${nth}`)
    if (!isUse(use)) continue
    if (chosen[use] !== undefined) return { ok: false, issues: [{ path: 'columns', code: 'columns_twice' }] }
    chosen[use] = nth
  }
  const { date, ...rest } = chosen
  const issues: FieldIssue[] = []
  if (date === undefined) issues.push({ path: 'columns', code: 'date_column_missing' })
  if (rest.in === undefined && rest.out === undefined && rest.amount === undefined)
    issues.push({ path: 'columns', code: 'amount_column_missing' })
  if (date === undefined || issues.length > 0) return { ok: false, issues }
  const row = textAt(fields, 'heading')
  const heading = row === NONE ? [] : headingOf(table.rows[Number(row)] ?? [])
  const skip = Math.min(100, Number(textAt(fields, 'skip')) || 0)
  return {
    ok: true,
    layout: { ...rest, date, heading, delimiter: table.delimiter, ...(heading.length === 0 && { skip }) },
  }
}
