import { addMonths, type PlainDate } from './day.ts'
import { type PaperKindName, type PaperRule, paperFacts } from './identity-papers.ts'
import type { Policy } from './operator.ts'

export const paperProblemCodes = [
  'not_accepted',
  'original_needed',
  'abolished',
  'expired',
  'issue_date_missing',
  'issued_after_receipt',
  'too_old',
  'repeated',
  'too_few',
  'authority_paper_missing',
] as const
export type PaperProblemCode = (typeof paperProblemCodes)[number]

/** A paper as the desk recorded it. `receivedOn`: the day it came, where that is later than the request (補正). */
export interface GivenPaper {
  readonly kind: PaperKindName
  readonly as: 'original' | 'copy'
  readonly issuedOn?: PlainDate
  readonly expiresOn?: PlainDate
  readonly receivedOn?: PlainDate
}

/** `paper` is the place in the list that was judged, null where the set as a whole falls short. */
export interface PaperProblem {
  readonly paper: number | null
  readonly code: PaperProblemCode
  readonly about: Readonly<Record<string, string | number>>
}

export interface Verdict {
  readonly enough: boolean
  readonly usable: readonly number[]
  readonly problems: readonly PaperProblem[]
}

type Fault = Omit<PaperProblem, 'paper'>

/** Papers that still prove something on a day, for lists on paper and screen. */
export const papersTaken = (rule: PaperRule, on: PlainDate): PaperRule['accepts'] =>
  rule.accepts.filter(({ paper }) => !abolished(paper, on))

/**
 * Whether the papers prove who asks. Every date is judged on the day the request arrived, so that a late 補正 makes
 * nothing stale; what was issued since then is fresh (reference/law.md §3.4, §4.3). Masking is not judged here.
 */
export const judgePapers = (rule: PaperRule, papers: readonly GivenPaper[], arrivedOn: PlainDate): Verdict => {
  const { usable, problems } = sift(papers, (paper, before) => {
    const accepted = rule.accepts.find(each => each.paper === paper.kind)
    if (accepted === undefined) return fault('not_accepted', { kind: paper.kind })
    if (before.some(each => each.kind === paper.kind)) return fault('repeated', { kind: paper.kind })
    if (accepted.as === 'original' && paper.as === 'copy') return fault('original_needed', { kind: paper.kind })
    return untimely(paper, arrivedOn, accepted.maxAgeMonths)
  })
  const groups = usable.map(({ paper }) => paperFacts(paper.kind).group)
  const enough = rule.anyOf.some(set => meets(set, groups))
  const short: PaperProblem[] = enough ? [] : [{ paper: null, code: 'too_few', about: { usable: usable.length } }]
  return { enough, usable: usable.map(({ at }) => at), problems: [...problems, ...short] }
}

/**
 * Whether the papers prove that the agent may act: one of the legal proofs (法定代理), all of the appointed ones (任意代理).
 * Other papers in the list are passed over: they prove identity, not authority.
 */
export const judgeAuthority = (
  rule: Policy['authority']['value'],
  side: 'legal' | 'appointed',
  papers: readonly GivenPaper[],
  arrivedOn: PlainDate,
): Verdict => {
  const proofs = rule[side]
  const judged = sift(papers, paper =>
    proofs.includes(paper.kind) ? untimely(paper, arrivedOn, rule.maxAgeMonths) : 'aside',
  )
  const lacking = proofs.filter(proof => !judged.usable.some(({ paper }) => paper.kind === proof))
  const enough = side === 'legal' ? lacking.length < proofs.length : lacking.length === 0
  const short = (side === 'legal' ? [proofs.join(',')] : lacking).map(
    (kind): PaperProblem => ({ paper: null, code: 'authority_paper_missing', about: { kind } }),
  )
  return {
    enough,
    usable: judged.usable.map(({ at }) => at),
    problems: enough ? judged.problems : [...judged.problems, ...short],
  }
}

interface Placed {
  readonly at: number
  readonly paper: GivenPaper
}

const sift = (
  papers: readonly GivenPaper[],
  judge: (paper: GivenPaper, usableBefore: readonly GivenPaper[]) => Fault | 'aside' | null,
) => {
  const usable: Placed[] = []
  const problems: PaperProblem[] = []
  for (const [at, paper] of papers.entries()) {
    const found = judge(
      paper,
      usable.map(each => each.paper),
    )
    if (found === null) usable.push({ at, paper })
    else if (found !== 'aside') problems.push({ paper: at, ...found })
  }
  return { usable, problems }
}

const fault = (code: PaperProblemCode, about: Fault['about']): Fault => ({ code, about })

const abolished = (kind: PaperKindName, on: PlainDate): string | undefined => {
  const { abolishedOn } = paperFacts(kind)
  return abolishedOn !== undefined && abolishedOn <= on ? abolishedOn : undefined
}

const untimely = (paper: GivenPaper, arrivedOn: PlainDate, maxAgeMonths: number | undefined): Fault | null => {
  const { kind, issuedOn, expiresOn, receivedOn = arrivedOn } = paper
  const since = abolished(kind, arrivedOn)
  if (since !== undefined) return fault('abolished', { kind, since })
  if (expiresOn !== undefined && expiresOn < arrivedOn) return fault('expired', { kind, expiresOn })
  if (issuedOn !== undefined && issuedOn > receivedOn)
    return fault('issued_after_receipt', { kind, issuedOn, receivedOn })
  if (maxAgeMonths === undefined || paperFacts(kind).dated !== true) return null
  if (issuedOn === undefined) return fault('issue_date_missing', { kind })
  // 民法140条・143条: the day of issue is not counted, the corresponding day is the last good one.
  return addMonths(issuedOn, maxAgeMonths) < arrivedOn
    ? fault('too_old', { kind, issuedOn, months: maxAgeMonths })
    : null
}

type Wanted = PaperRule['anyOf'][number]

/** `any` counts what the named groups of the same set have left over; proofs of authority count only by name. */
const meets = (set: Wanted, groups: readonly string[]): boolean => {
  const named = set.filter(({ group }) => group !== 'any')
  const taken = named.filter(({ group }) => group !== 'authority').reduce((sum, { count }) => sum + count, 0)
  const free = groups.filter(group => group !== 'authority').length - taken
  const wanted = set.filter(({ group }) => group === 'any').reduce((sum, { count }) => sum + count, 0)
  return free >= wanted && named.every(({ group, count }) => groups.filter(each => each === group).length >= count)
}
