import type { About } from './figures.ts'
import { accountIssues } from './issues-account.ts'
import { fieldIssues } from './issues-field.ts'
import { fileIssues } from './issues-file.ts'
import { statementIssues } from './issues-statement.ts'
import { termIssues } from './issues-terms.ts'

export type IssueSentence = string | ((about: About) => string)

const sentences = { ...fieldIssues, ...termIssues, ...fileIssues, ...accountIssues, ...statementIssues }
export type IssueCode = keyof typeof sentences
export const issueCodes = Object.keys(sentences) as IssueCode[]

const isIssueCode = (code: string): code is IssueCode => Object.hasOwn(sentences, code)

/** What is wrong with a field and how to put it right. An unknown code gets a sentence of its own, never the code. */
export const issueSentence = (code: string, about: About = {}): string => {
  const sentence: IssueSentence = isIssueCode(code)
    ? sentences[code]
    : code.startsWith('yaml_')
      ? 'ファイルの書き方が違います。この行を確かめてください。'
      : sentences.not_read
  return typeof sentence === 'string' ? sentence : sentence(about)
}
