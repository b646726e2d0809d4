import { guardedCell } from '../domain/csv-cell.ts'

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** One record of a CSV file, closed by CRLF. Text that a spreadsheet would run is guarded; numbers are not text. */
export const csvRecord = (cells: readonly (string | number)[]): string =>
  `${cells.map(cell => (typeof cell === 'number' ? String(cell) : quoted(guardedCell(cell)))).join(',')}\r\n`

/** 2026/11/22 */
export const slashed = (on: string): string => on.replaceAll('-', '/')
