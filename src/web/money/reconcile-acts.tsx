import type { PlannedLine } from '../../desk/money/planned-line.ts'
import { moneyPaths } from './money-paths.ts'

/** 取消・訂正, or taken back by one: no money to give away. */
export const isCancelled = ({ cancels, cancelledBy }: PlannedLine['row']): boolean =>
  cancels !== null || cancelledBy !== null

/** Reasons by which the payer is known already: no need to learn the name. */
const known = ['name_strict', 'name_alias']

const knowsPayer = ({ verdict }: PlannedLine): boolean =>
  verdict.proposals.every(({ reasons }) => reasons.some(({ code }) => known.includes(code)))

/** What may be done with the line at once: confirm it, divide it, learn its name. */
export const Acts = ({ line, tick, called }: { line: PlannedLine; tick: string; called: string }) => {
  const { row, decided, holds } = line
  if (isCancelled(row)) return null
  const deed = holds ? '預りにする' : '確認する'
  return (
    <>
      {decided && (
        <button
          class="button now"
          type="submit"
          name="only"
          value={tick}
          data-confirm
          {...(holds && { 'data-holds': true })}
          aria-label={`${called} を${deed}`}
        >
          {deed}
        </button>
      )}
      <a
        class={decided ? 'button quiet' : 'button now'}
        href={`${moneyPaths.line(row.id)}#hand`}
        data-split
        aria-label={`${called} を${decided ? '分ける' : '手で充てる'}`}
      >
        {decided ? '分ける' : '手で充てる'}
      </a>
      {decided && !knowsPayer(line) && (
        <label class="m-learn">
          <input type="checkbox" name="learn" value={row.id} /> この名義を覚える
        </label>
      )}
    </>
  )
}
