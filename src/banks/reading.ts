import type { PlainDate } from '../domain/day.ts'
import type { ColumnMapping } from './column-mapping.ts'
import type { IssueLog } from './issue.ts'
import type { DateMode } from './statement.ts'

/** What a reader must know that is not in the file. */
export interface Terms {
  /** The day of import, in Asia/Tokyo. */
  importedOn: PlainDate
  /** The calendar of two-digit years seen in this account before. */
  dateMode?: DateMode | undefined
  /** A person's mapping of columns, saved for this account. */
  layout?: ColumnMapping | undefined
  /** Told every thousand records or rows: the byte reached and how many came before it. Not told while XML is read. */
  onWay?: ((byte: number, records: number) => void) | undefined
}

export interface Reading extends Terms {
  log: IssueLog
}
