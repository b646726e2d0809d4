import { globSync, readFileSync } from 'node:fs'

const root = new URL('../../src/', import.meta.url).pathname

/** Whatever stands on a button, a link or in a choice is written somewhere in the sources of pages and words. */
const sources = globSync(
  ['web/**/*.tsx', 'web/assets/*.js', 'words/*.ts', 'letters/*.ts', 'cli/*.ts', 'desk/money/month-names.ts'],
  { cwd: root },
)
  .filter(file => !file.startsWith('words/manual'))
  .map(file => readFileSync(`${root}${file}`, 'utf8'))

export const isWritten = (text: string): boolean => sources.some(source => source.includes(text))
