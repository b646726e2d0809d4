import { Digest, digest } from './digest.ts'
import type { LineVerdict, Proposal } from './plan.ts'
import type { Reason } from './reason-codes.ts'

/** Equal exactly when confirming this proposal still means what the person saw: same line, bucket, cases, amounts, reasons. */
export function proofOf(verdict: LineVerdict): string {
  return digest(headOf(verdict) + bodyOf(verdict.proposals))
}

/** Over the proofs of a whole plan; tied lines share their proposals, which are written once. */
export function fingerprintOf(verdicts: readonly LineVerdict[]): string {
  const written = new Map<readonly Proposal[], string>()
  const all = new Digest()
  for (const verdict of verdicts) {
    const { proposals } = verdict
    all.add(headOf(verdict))
    if (proposals.length < 2) {
      all.add(bodyOf(proposals))
      continue
    }
    const body = written.get(proposals) ?? digest(bodyOf(proposals))
    written.set(proposals, body)
    all.add(body)
  }
  return all.toString()
}

const headOf = ({ line, bucket, rest }: LineVerdict): string => `${line}\u0000${bucket} ${rest}`

const bodyOf = (proposals: readonly Proposal[]): string => {
  let body = ''
  for (const { caseNumber, amount, already, reasons, contradictions } of proposals)
    body += `\n${caseNumber} ${amount} ${already ?? '-'}${said('+', reasons)}${said('-', contradictions)}`
  return body
}

const said = (sign: string, reasons: readonly Reason[]): string => {
  let text = ''
  for (const { code, about } of reasons) {
    text += `\t${sign}${code}`
    for (const key in about) text += ` ${key}=${about[key]}`
  }
  return text
}
