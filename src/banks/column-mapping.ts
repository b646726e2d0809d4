import { z } from 'zod'

/** Columns count from 0. */
const column = z.int().min(0).max(199)
const maybe = column.optional()

/** What each column of a CSV means: the shape of the built-in layouts, and of what a person saved for an account. */
export const columnMapping = z
  .object({
    /** The row above the data, normalised by `headingOf`; empty where the file has none. */
    heading: z.array(z.string().max(100)).max(200),
    /** Rows to pass over where there is no heading. */
    skip: z.int().min(0).max(100).optional(),
    delimiter: z.enum([',', '\t']).optional(),
    date: z.union([column, z.object({ year: column, month: column, day: column })]),
    valueDate: maybe,
    in: maybe,
    out: maybe,
    /** One signed column, or an unsigned one with `direction`. */
    amount: maybe,
    direction: z.object({ column, in: z.array(z.string()), out: z.array(z.string()) }).optional(),
    balance: maybe,
    payer: maybe,
    kind: maybe,
    /** Where no column holds the payer alone, it is looked for in here. */
    description: maybe,
    /** 明細区分: 取消, 欠番 */
    state: maybe,
    reference: maybe,
    payerCode: maybe,
    edi: maybe,
    fromBank: maybe,
    fromBranch: maybe,
    uncleared: maybe,
    account: z
      .object({
        bankCode: maybe,
        bankName: maybe,
        branchCode: maybe,
        branchName: maybe,
        kind: maybe,
        number: maybe,
        holder: maybe,
      })
      .optional(),
    /** The last column holds commas without quotes. */
    lastTakesRest: z.boolean().optional(),
  })
  .refine(({ in: incoming, out, amount }) => incoming !== undefined || out !== undefined || amount !== undefined, {
    message: 'amount_column_missing',
  })

export type ColumnMapping = z.infer<typeof columnMapping>

/** One cell of a heading as compared: width, blanks and case do not tell layouts apart, the words do. */
const headingCell = (cell: string): string => cell.normalize('NFKC').replace(/\s+/g, '').toUpperCase()

/** A row as a heading; empty cells at its end come from a comma after the last column. */
export const headingOf = (cells: readonly string[]): string[] => {
  const heading = cells.map(headingCell)
  return heading.slice(0, heading.findLastIndex(cell => cell !== '') + 1)
}
