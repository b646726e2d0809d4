/** Excel takes a cell that begins so for a formula, in full width and after blanks too (OWASP, CSV injection). */
const formula = /^(?:[\t\r]|[\t\r\n ]*[=+\-@＝＋－＠])/

/** A negative amount carries nothing out, and sums need it. With a plus it is a telephone number, which would lose it. */
const number = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/

/** The text as a spreadsheet may be given it: what it would carry out begins with an apostrophe and is only shown. */
export const guardedCell = (text: string): string => (formula.test(text) && !number.test(text) ? `'${text}` : text)

const quoted = (text: string): string => `"${guardedCell(text).replaceAll('"', '""')}"`

/** The text of a file as Excel for Windows opens it: to be written as UTF-8, with BOM, CRLF, every cell guarded and quoted. */
export const csvFile = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map(row => `${row.map(quoted).join(',')}\r\n`).join('')}`
