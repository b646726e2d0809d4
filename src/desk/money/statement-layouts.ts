import { type ColumnMapping, headingOf } from '../../banks/column-mapping.ts'
import { readStatement } from '../../banks/read-statement.ts'
import type { Terms } from '../../banks/reading.ts'
import type { Statement } from '../../banks/statement.ts'

export interface ReadTerms extends Pick<Terms, 'importedOn' | 'dateMode' | 'layout'> {
  /** what people said of columns before, tried by its heading where no bank's own fits */
  readonly layouts?: readonly ColumnMapping[]
}

/** `layoutUsed`: index into `layouts`. */
export interface ReadFile extends Statement {
  readonly layoutUsed?: number
}

/** Reads a file as a known bank's, else under the columns that a person said for a file with the same heading. */
export const readWithLayouts = (bytes: Uint8Array, terms: ReadTerms, onWay?: Terms['onWay']): ReadFile => {
  const { layouts = [], ...how } = terms
  const read = readStatement(bytes, { ...how, onWay })
  if (read.table === undefined || terms.layout !== undefined) return read
  const headings = new Set(read.table.rows.map(cells => headingOf(cells).join(',')))
  const layoutUsed = layouts.findIndex(({ heading }) => heading.length > 0 && headings.has(heading.join(',')))
  const layout = layouts[layoutUsed]
  return layout === undefined ? read : { ...readStatement(bytes, { ...how, layout, onWay }), layoutUsed }
}
