/** URLs of the print room. What stands in them are case numbers and letters, never a name. */
const query = (path: string, values: Readonly<Record<string, string | number | undefined>>): string => {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`
}
type Query = Readonly<Record<string, string | number | undefined>>

export const printPaths = {
  queue: '/print-queue',
  /** The queue again, with what was just taken off it. */
  printed: (values: Query = {}) => query('/print-queue', values),
  batch: (values: Query = {}) => query('/print-queue/batch.pdf', values),
  labels: '/labels',
  /** The form again, with the file that was just made. */
  labelsMade: (values: Query = {}) => query('/labels', values),
  labelSheet: (values: Query = {}) => query('/labels/sheet.pdf', values),
  printerTest: (values: Query = {}) => query('/labels/test.pdf', values),
  counter: '/counter',
  counterList: (values: Query = {}) => query('/counter/list', values),
  counterPdf: (values: Query = {}) => query('/counter/list.pdf', values),
  envelope: (number: string, letter: string, paper?: string) =>
    query(`/cases/${encodeURIComponent(number)}/letters/${encodeURIComponent(letter)}/envelope.pdf`, { paper }),
} as const
