import { internalDateWords } from '../../words/proceedings.ts'
import { DueOn, Empty } from '../marks.tsx'
import { OpeningFee } from './opening-fee.tsx'
import { OpeningGaps } from './opening-gaps.tsx'
import { dashed, OpeningLikely } from './opening-likely.tsx'
import type { Outlook } from './opening-outlook.ts'
import { OpeningRemarks } from './opening-remarks.tsx'
import { awaitsForm } from './opening-source.ts'

/** What will come of the envelope, to the right of it and always in view. */
export const OpeningPanel = ({ outlook }: { outlook: Outlook }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it (WCAG 2.1.1)
  <aside class="outlook" id="opening-panel" aria-label="受け付けるとこうなります" tabIndex={0}>
    <NumberToBe outlook={outlook} />
    <OpeningRemarks outlook={outlook} />
    {outlook.likely.length > 0 && <OpeningLikely outlook={outlook} />}
    <Dates outlook={outlook} />
    <OpeningFee outlook={outlook} />
    <OpeningGaps outlook={outlook} />
    {outlook.likely.length === 0 && <OpeningLikely outlook={outlook} />}
  </aside>
)

const NumberToBe = ({ outlook }: { outlook: Outlook }) => {
  const { from, ctx } = outlook
  const going = from !== null && from !== 'unknown' && awaitsForm(from.kase) ? from.number : null
  return (
    <section class="to-be">
      <h2>{going ? '続きになる受付番号' : 'この封筒の受付番号'}</h2>
      <p class="number">{dashed(going ?? ctx.number)}</p>
      {going && <p class="help">用紙を送った案件の続きとして受け付けます。</p>}
    </section>
  )
}

const Dates = ({ outlook }: { outlook: Outlook }) => {
  const { reckoning, suit, ctx, kinds } = outlook
  return (
    <section>
      <h2>期限</h2>
      {reckoning === null ? (
        <Empty>事業者と到達日を入れると計算します。</Empty>
      ) : (
        <dl class="dates">
          <div class="legal">
            <dt>訴えを提起できる日（法39条）</dt>
            <dd>
              {suit ? (
                <DueOn on={reckoning.suitPossibleFrom} today={ctx.today} />
              ) : (
                <span class="none">
                  {kinds.length === 0 ? '請求の種類を選ぶと分かります' : 'この種類の請求にはありません'}
                </span>
              )}
            </dd>
          </div>
          {reckoning.internal.map(({ name, date }) => (
            <div>
              <dt>{internalDateWords[name]}</dt>
              <dd>
                <DueOn on={date} today={ctx.today} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
