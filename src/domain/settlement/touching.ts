import type { LineVerdict } from './plan.ts'

/** Whether a verdict speaks of one of these cases: what became of them since may have changed what it says. */
export const touches = ({ proposals, notes }: LineVerdict, cases: ReadonlySet<string>): boolean =>
  cases.size > 0 &&
  (proposals.some(
    ({ caseNumber, reasons, contradictions }) =>
      cases.has(caseNumber) || reasons.some(names(cases)) || contradictions.some(names(cases)),
  ) ||
    notes.some(names(cases)))

const names =
  (cases: ReadonlySet<string>) =>
  ({ about = {} }: { readonly about?: Readonly<Record<string, string | number>> }): boolean =>
    Object.values(about).some(value => cases.has(String(value)))
