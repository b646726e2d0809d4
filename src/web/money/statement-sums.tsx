import type { StatementLine } from '../../banks/statement.ts'
import type { LineRow } from '../../desk/money/statement-rows.ts'
import { money } from '../../words/statements.ts'

/** Heads of `LineSums`. */
export const sumColumns = [
  { label: '入金', right: true },
  { label: '出金', right: true },
  { label: '残高', right: true },
] as const

/** What came, what left and what was there then; blank where the bank says nothing. */
export const LineSums = ({
  line: { in: came, out, balance },
}: {
  line: Pick<LineRow | StatementLine, 'in' | 'out' | 'balance'>
}) => (
  <>
    {[came, out, balance].map(sum => (
      <td class="right">{sum === null || sum === undefined ? '' : money(sum)}</td>
    ))}
  </>
)
