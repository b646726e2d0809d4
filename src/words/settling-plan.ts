import type { PlannedLine } from '../desk/money/planned-line.ts'
import type { SettlingPlan } from '../desk/money/settling-plan.ts'
import type { Reason } from '../domain/settlement.ts'
import { reasonSentence } from './settlement.ts'

const reasonJson = (reason: Reason) => ({ ...reason, sentence: reasonSentence(reason) })

/** The plan as the API and the shell give it: every reason as its code and as a sentence. */
export const planJson = ({ fingerprint, open, lines, unpaid }: SettlingPlan) => ({
  fingerprint,
  open,
  lines: lines.map(lineJson),
  unpaid: unpaid.map(({ caseNumber, operator, outstanding, dueOn }) => ({
    caseNumber,
    operator,
    outstanding,
    ...(dueOn && { dueOn }),
  })),
})

const lineJson = ({ row, account, verdict, proof, decided }: PlannedLine) => ({
  line: row.id,
  account: account.id,
  date: row.date,
  payer: row.payer,
  amount: row.in,
  rest: row.rest,
  bucket: verdict.bucket,
  decided,
  proof,
  proposals: verdict.proposals.map(({ reasons, contradictions, ...proposal }) => ({
    ...proposal,
    reasons: reasons.map(reasonJson),
    contradictions: contradictions.map(reasonJson),
  })),
  left: verdict.rest,
  notes: verdict.notes.map(reasonJson),
})
