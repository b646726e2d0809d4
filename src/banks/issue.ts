import { type About, type IssueCode, issueLevels, issueWords } from './issue-words.ts'

/** refused: a file or account was not read. lost: a record gave no line. check: the line is there, a person should look. */
export type IssueLevel = 'refused' | 'lost' | 'check'

/** `record` counts from 1 (0: the whole file), `position` is the byte from the start of the file, from 0. */
export interface Issue {
  record: number
  position: number
  code: IssueCode
  level: IssueLevel
  message: string
  /** What is missing or differs, in yen. */
  amount?: number
}

/** A file of junk must not fill the memory with complaints. */
const MOST = 5_000

export interface IssueLog {
  readonly issues: Issue[]
  tell(code: IssueCode, record: number, position: number, about?: About): void
}

export const issueLog = (): IssueLog => {
  const issues: Issue[] = []
  let dropped = 0
  return {
    issues,
    tell(code, record, position, about = {}) {
      if (issues.length < MOST) {
        issues.push(issue(code, record, position, about))
        return
      }
      dropped += 1
      issues[MOST] = issue('more_issues', 0, 0, { seen: String(dropped) })
    },
  }
}

const issue = (code: IssueCode, record: number, position: number, about: About): Issue => ({
  record,
  position,
  code,
  level: issueLevels[code],
  message: issueWords[code](about),
  ...(about.amount === undefined ? {} : { amount: about.amount }),
})

/** A byte as people read it in a hex viewer. */
export const byteShown = (bytes: Uint8Array, at: number): string =>
  `0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`
