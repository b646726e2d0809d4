import type { CaseRow } from '../desk/desk.ts'
import { formatCaseNumber, parseCaseNumber } from '../domain/case-number.ts'
import { formatTrackingNumber } from '../domain/tracking-number.ts'
import { formatYen, yen } from '../domain/yen.ts'
import { meansWords } from '../words/payments.ts'
import { internalDateWords } from '../words/proceedings.ts'
import { kindsInWords } from '../words/requests.ts'
import { Badge, Day, DueOn, Empty } from './marks.tsx'
import type { Outlook } from './opening-outlook.ts'
import { OpeningRemarks } from './opening-remarks.tsx'
import { awaitsForm } from './opening-source.ts'
import { paths } from './paths.ts'

/** What will come of the envelope, to the right of it and always in view. */
export const OpeningPanel = ({ outlook }: { outlook: Outlook }) => (
  <aside class="outlook" id="opening-panel" aria-label="受け付けるとこうなります">
    <NumberToBe outlook={outlook} />
    <OpeningRemarks outlook={outlook} />
    {outlook.likely.length > 0 && <Likely outlook={outlook} />}
    <Dates outlook={outlook} />
    <Fee outlook={outlook} />
    <Gaps outlook={outlook} />
    {outlook.likely.length === 0 && <Likely outlook={outlook} />}
  </aside>
)

export const dashed = (number: string): string => {
  const read = parseCaseNumber(number)
  return read === null ? number : formatCaseNumber(read)
}

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

const Fee = ({ outlook }: { outlook: Outlook }) => {
  const { fee, kinds, policy, money } = outlook
  const waiting = policy === null || kinds.length === 0
  return (
    <section>
      <h2>手数料</h2>
      {waiting && <Empty>事業者と請求の種類を選ぶと分かります。</Empty>}
      {!waiting && fee === null && <p>この請求に手数料はかかりません。</p>}
      {fee && policy && (
        <>
          <p class="sum">
            <b class="digits">{formatYen(fee.asked)}</b>
            <span class="help">
              {fee.basis === 'net'
                ? `公表額 ${formatYen(fee.published)}（税別）に消費税${fee.rate}％ ${formatYen(fee.tax)}を加えた額`
                : `公表額のとおり（消費税${fee.rate}％ ${formatYen(fee.tax)}を含む）`}
              {fee.olderForm && '。古い用紙の額で受け付けます'}
            </span>
          </p>
          <p class="help">
            {policy.payment.value.means.map(means => meansWords[means]).join('・')}で、
            {policy.payment.value.when === 'enclosed'
              ? '請求書に同封していただきます。'
              : 'ご案内のあとに納めていただきます。'}
          </p>
        </>
      )}
      {money && money.amount > 0 && <Enclosed asked={fee?.asked ?? 0} money={money} known={!waiting} />}
    </section>
  )
}

const Enclosed = ({ asked, money, known }: { asked: number; money: NonNullable<Outlook['money']>; known: boolean }) => {
  const short = asked - money.amount
  return (
    <p>
      同封の金額 <b class="digits">{formatYen(yen(money.amount))}</b>{' '}
      {!known ? null : money.expired || !money.accepted || asked === 0 ? (
        <Badge tone="soon">充てずに預かります</Badge>
      ) : short > 0 ? (
        <Badge tone="soon">{formatYen(yen(short))}足りません</Badge>
      ) : short < 0 ? (
        <Badge tone="soon">{formatYen(yen(-short))}多く届いています</Badge>
      ) : (
        <Badge tone="good">過不足なし</Badge>
      )}
    </p>
  )
}

const Gaps = ({ outlook }: { outlook: Outlook }) => {
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

const Likely = ({ outlook }: { outlook: Outlook }) => (
  <section>
    <h2>同じ方と思われる案件 {outlook.likely.length > 0 && <Badge tone="soon">{outlook.likely.length}件</Badge>}</h2>
    {outlook.likely.length === 0 ? (
      <Empty>見当たりません。</Empty>
    ) : (
      <ul class="likely">
        {outlook.likely.map(row => (
          <LikelyCase row={row} outlook={outlook} />
        ))}
      </ul>
    )}
  </section>
)

const LikelyCase = ({ row, outlook }: { row: CaseRow; outlook: Outlook }) => {
  const operator = outlook.operators.find(each => each.id === row.operator)?.name ?? row.operator
  const waits = row.arrivedOn === null && row.closedOn === null
  const { from } = outlook
  const taken = from !== null && from !== 'unknown' && from.number === row.number
  return (
    <li>
      <p>
        <a class="digits" href={paths.case(row.number)} target="_blank" rel="noopener">
          {dashed(row.number)}
        </a>{' '}
        {row.closedOn ? '終わった案件' : waits ? '用紙請求（用紙の返送待ち）' : '手続中の案件'}
      </p>
      <p class="help">
        {[row.name, operator, kindsInWords(row.kinds)].filter(Boolean).join('・')}
        {row.arrivedOn && (
          <>
            ・到達 <Day on={row.arrivedOn} />
          </>
        )}
      </p>
      {taken ? null : waits ? (
        <Recheck query={{ from: row.number }}>この用紙請求の続きにする</Recheck>
      ) : (
        <Recheck query={{ linked: row.number, relation: row.closedOn ? 'follow_up' : 'duplicate' }}>
          この案件に関連付ける
        </Recheck>
      )}
    </li>
  )
}

/** Shows the page again with what was typed and one thing more. */
const Recheck = ({ query, children }: { query: Record<string, string>; children: string }) => (
  <button class="plain" type="submit" formaction={`${checkPath}?${new URLSearchParams(query)}`} formnovalidate>
    {children}
  </button>
)

export const checkPath = `${paths.opening()}/check`
export const previewPath = `${paths.opening()}/preview`

/** Under the field of the number: what the reader read. */
export const TrackingRead = ({ outlook: { tracking } }: { outlook: Outlook }) => (
  <div id="opening-tracking" class="read" aria-live="polite">
    {tracking && (
      <>
        <span class="digits">{formatTrackingNumber(tracking.number)}</span>{' '}
        {tracking.valid ? (
          <Badge tone="good">検査数字が合っています</Badge>
        ) : (
          <Badge tone="soon">検査数字が合いません</Badge>
        )}
      </>
    )}
  </div>
)
