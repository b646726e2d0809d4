import { Badge, Day, Empty } from '../marks.tsx'
import type { Outlook } from './opening-outlook.ts'

/** What is missing, in the sentences that the 補正 letter will carry. */
export const OpeningGaps = ({ outlook }: { outlook: Outlook }) => {
  const { lacking, supplementBy, policy, kinds } = outlook
  const known = policy !== null && kinds.length > 0
  return (
    <section class="gaps">
      <h2>
        足りないもの {known && lacking.length > 0 && <Badge tone="soon">{lacking.length}点</Badge>}
        {known && lacking.length === 0 && <Badge tone="good">ありません</Badge>}
      </h2>
      {!known && <Empty>事業者と請求の種類を選ぶと分かります。</Empty>}
      {known && lacking.length > 0 && (
        <>
          <p class="help">受け付けると、補正のお願いを次の文で作ります。</p>
          <ol class="supplement">
            {lacking.map(({ item, missing, send }) => (
              <li>
                <b>{item}</b>
                <span>{missing}</span>
                <span>{send}</span>
              </li>
            ))}
          </ol>
          {supplementBy && (
            <p class="help">
              ご提出の期限：
              <Day on={supplementBy} />
            </p>
          )}
        </>
      )}
    </section>
  )
}
