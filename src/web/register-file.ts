/** A spreadsheet takes a cell that begins so for a formula (also in full width, which Excel folds). */
const formula = /^[\t\r\n ]*[=+\-@＝＋－＠]/

const cell = (text: string): string => {
  const plain = formula.test(text) ? `'${text}` : text
  return `"${plain.replaceAll('"', '""')}"`
}

/** Comma-separated lines as Excel for Windows opens them: UTF-8 with BOM, CRLF, every cell quoted. */
export const spreadsheet = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map(row => `${row.map(cell).join(',')}\r\n`).join('')}`
