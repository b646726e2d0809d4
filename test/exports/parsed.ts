/** A CSV text as its records: a reader of its own, so that the writer is not held against itself. */
export const parsed = (text: string): string[][] => {
  const records: string[][] = []
  let [record, cell, at]: [string[], string, number] = [[], '', 0]
  while (at < text.length) {
    const next = text[at]
    if (next === '"' && cell === '') {
      let close = text.indexOf('"', at + 1)
      while (text[close + 1] === '"') close = text.indexOf('"', close + 2)
      cell = text.slice(at + 1, close).replaceAll('""', '"')
      at = close + 1
    } else if (next === ',') {
      record.push(cell)
      cell = ''
      at += 1
    } else if (text.startsWith('\r\n', at)) {
      records.push([...record, cell])
      ;[record, cell] = [[], '']
      at += 2
    } else {
      cell += next
      at += 1
    }
  }
  return records
}
