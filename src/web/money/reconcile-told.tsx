import type { Settled as Answer } from '../../desk/money/settled.ts'
import { settledSentence } from '../../words/settling.ts'
import { Csrf } from '../page.tsx'
import type { Visit } from '../visit.ts'
import { moneyPaths } from './money-paths.ts'

const doneSentence = (done: string | number, held: string | undefined): string => {
  const all = Number(done)
  const kept = Math.min(all, Number(held) || 0)
  const settled = all > kept || kept === 0 ? `${all - kept}件を消し込みました。` : ''
  return kept === 0 ? settled : `${settled}${kept}件を預りにしました。返すか、ほかに充てるかを決めてください。`
}

/** What the last form did, without a script: refusals one by one, successes counted, the last with its way back. */
export const Told = ({ visit, answers }: { visit: Visit; answers: readonly Answer[] }) => {
  const { done, held, last, undone } = visit.query
  const booked = answers.filter(each => each.ok)
  const refused = answers.filter(each => !each.ok || each.repeated)
  return (
    <>
      {(done || booked.length > 0) && (
        <div class="done r-done" role="status">
          <span>{doneSentence(done ?? booked.filter(each => !each.repeated).length, held)}</span>
          {done === '1' && last && (
            <form method="post" action={moneyPaths.undo} data-once>
              <Csrf visit={visit} />
              <button class="button quiet" type="submit" name="of" value={last}>
                取り消す
              </button>
            </form>
          )}
        </div>
      )}
      {undone && (
        <p class="done" role="status">
          消込を取り消しました。明細は仮受金に戻りました。
        </p>
      )}
      {refused.length > 0 && (
        <div class="notice" role="alert">
          <ul class="plain-list">
            {refused.map(answer => (
              <li>
                <a href={moneyPaths.line(answer.line)}>明細 {answer.line}</a>：{settledSentence(answer)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
