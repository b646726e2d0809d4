/** Widths of text in characters of full width, for boxes of one size. */
const widthOf = (text: string): number =>
  [...text.replace(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, '')].reduce(
    (sum, c) => sum + (/[\u0020-\u007e\uff61-\uff9f]/.test(c) ? 0.5 : 1),
    0,
  )

/** A value that its box cannot hold in letters one can read is left for the person to write. */
export const fitting = (text: string | undefined, most: number): string | undefined =>
  text !== undefined && widthOf(text) <= most ? text : undefined

/** The same for lines that may break: how many of `width` they take. */
export const linesTaken = (lines: readonly string[], width: number): number =>
  lines.reduce((sum, line) => sum + Math.ceil(widthOf(line) / width), 0)

/** Words joined into lines of at most `width`, never broken within a word; one that is too wide has a line of its own. */
export const inRows = (words: readonly string[], joint: string, width: number): string[] => {
  const rows: string[] = []
  for (const word of words) {
    const longer = [...rows.slice(-1), word].join(joint)
    if (rows.length > 0 && widthOf(longer) <= width) rows[rows.length - 1] = longer
    else rows.push(word)
  }
  return rows
}
