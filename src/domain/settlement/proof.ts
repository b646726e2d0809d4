import { Digest } from './digest.ts'
import type { LineVerdict, Proposal } from './plan.ts'
import type { Reason } from './reason-codes.ts'

/** Equal exactly when confirming this proposal still means what the person saw: same line, bucket, cases, amounts, reasons. */
export function proofOf(verdict: LineVerdict): string {
  const proof = new Digest()
  addHead(proof, verdict)
  addBody(proof, verdict.proposals)
  return proof.toString()
}

/** Over the proofs of a whole plan; tied lines share their proposals, which are written once. */
export function fingerprintOf(verdicts: readonly LineVerdict[]): string {
  const written = new Map<readonly Proposal[], string>()
  const all = new Digest()
  for (const verdict of verdicts) {
    const { proposals } = verdict
    addHead(all, verdict)
    if (proposals.length < 2) addBody(all, proposals)
    else {
      let body = written.get(proposals)
      if (body === undefined) {
        const digest = new Digest()
        addBody(digest, proposals)
        body = digest.toString()
        written.set(proposals, body)
      }
      all.add(body)
    }
  }
  return all.toString()
}

// Signs that stand in no code and in no figure part one thing from the next.
const addHead = (to: Digest, { line, bucket, rest }: LineVerdict): void => {
  to.add('\u0001').add(line).add('\u0002').add(bucket).addNumber(rest)
}

const addBody = (to: Digest, proposals: readonly Proposal[]): void => {
  for (const { caseNumber, amount, already, reasons, contradictions } of proposals) {
    to.add('\u0003').add(caseNumber).addNumber(amount)
    if (already !== undefined) to.add('\u0004').add(already)
    to.add('\u0005')
    addReasons(to, reasons)
    to.add('\u0006')
    addReasons(to, contradictions)
  }
}

const addReasons = (to: Digest, reasons: readonly Reason[]): void => {
  for (const { code, about } of reasons) {
    to.add('\u0007').add(code)
    for (const key in about) {
      const figure = about[key] ?? ''
      to.add('\u0008').add(key).add('=')
      if (typeof figure === 'number') to.addNumber(figure)
      else to.add(figure)
    }
  }
}
