/** 1-3,5 (full width, spaces, 、 and ～ forgiven) as page numbers in that order, each once; null where it is none. */
export const readRanges = (text: string, last: number): number[] | null => {
  const parts = text
    .normalize('NFKC')
    .replace(/[、,\s]+/g, ',')
    .replace(/[~〜‐–—―−ー]/g, '-')
    .split(',')
    .filter(Boolean)
  const pages: number[] = []
  for (const part of parts) {
    const [, from = '', to = from] = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(part) ?? []
    const [first, end] = [Number(from), Number(to)]
    if (from === '' || first < 1 || end > last || first > end) return null
    for (let page = first; page <= end; page++) if (!pages.includes(page)) pages.push(page)
  }
  return pages.length === 0 ? null : pages
}

export const rangesOf = (pages: readonly number[]): string => {
  const runs: [number, number][] = []
  for (const page of pages) {
    const run = runs.at(-1)
    if (run && run[1] + 1 === page) run[1] = page
    else runs.push([page, page])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',')
}
