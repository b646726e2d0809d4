import type { FileRow } from '../desk/files.ts'
import { MOST_LETTERS, MOST_WORDS, type PackageChoice, type PackagePart } from '../domain/package.ts'
import type { FormIssue } from './controls.tsx'
import { readRanges } from './page-ranges.ts'
import { type Fields, textAt } from './read-body.ts'

export interface Typed {
  readonly choice: PackageChoice
  readonly issues: readonly FormIssue[]
}

/** Files of the form by their place in the list; boxes already drawn stay with their page. */
export const choiceIn = (fields: Fields, files: readonly FileRow[], before: PackageChoice): Typed => {
  const issues: FormIssue[] = []
  const parts: (PackagePart & { order: number })[] = []
  for (const [at, file] of files.entries()) {
    const typed = textAt(fields, `pages.f${file.id}`).trim()
    if (typed === '') continue
    const pages = readRanges(typed, file.pages)
    if (pages === null)
      issues.push({
        path: `pages.f${file.id}`,
        label: file.name,
        sentence: `1から${file.pages}までのページを、1-3,5のように入れてください。`,
      })
    const kept = before.parts.find(part => part.file === file.id)?.pages ?? []
    parts.push({
      file: file.id,
      order: Number.parseInt(textAt(fields, `order.f${file.id}`).normalize('NFKC'), 10) || files.length + at,
      pages: (pages ?? []).map(page => kept.find(each => each.page === page) ?? { page, boxes: [], picture: false }),
    })
  }
  const words = { hidden: lines(textAt(fields, 'hidden')), allowed: lines(textAt(fields, 'allowed')) }
  for (const [path, label] of [
    ['hidden', '隠す言葉'],
    ['allowed', '残してよい言葉'],
  ] as const)
    if (words[path].length > MOST_WORDS || words[path].some(word => word.length > MOST_LETTERS))
      issues.push({ path, label, sentence: `1行に1つ、${MOST_LETTERS}字以内で、${MOST_WORDS}行まで入れてください。` })
  parts.sort((a, b) => a.order - b.order)
  return {
    choice: {
      parts: parts.map(({ file, pages }) => ({ file, pages })),
      ...words,
    },
    issues,
  }
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
