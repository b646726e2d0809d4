import type { FastifyInstance } from 'fastify'
import { mayBeSued, reckonCase } from '../domain/clock.ts'
import { internalDateWords } from '../words/proceedings.ts'
import { caseAt } from './case-at.ts'
import { CaseBand } from './case-band.tsx'
import { Day, DueOn, Empty } from './marks.tsx'
import { Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { showProblem } from './problem.tsx'
import { Table } from './table.tsx'
import { get } from './visit.ts'

/** Both clocks of a case, day by day, printable. */
export const reckoningPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/cases/:number/reckoning', async visit => {
    const found = await caseAt(visit)
    if (found === null) return showProblem(visit.request, visit.reply, 404)
    const { kase, context } = found
    const reckoning = reckonCase(kase, context)
    return visit.reply.html(
      <Page visit={visit} title={`期限の計算（${found.number}）`} at="cases" bare>
        <CaseBand {...found} small />
        <div class="sheet whole-text">
          <h1>期限の計算</h1>
          {reckoning === null ? (
            <Empty>請求がまだ届いていないため、期限はありません。</Empty>
          ) : (
            <>
              <dl class="facts">
                <div>
                  <dt>到達日</dt>
                  <dd>
                    <Day on={reckoning.arrivedOn} />
                  </dd>
                </div>
                {mayBeSued(kase) && (
                  <div>
                    <dt>訴えを提起できる日（法39条）</dt>
                    <dd>
                      <DueOn on={reckoning.suitPossibleFrom} today={context.today} />
                    </dd>
                  </div>
                )}
                {reckoning.internal.map(each => (
                  <div>
                    <dt>{internalDateWords[each.name]}</dt>
                    <dd>
                      <DueOn on={each.date} today={context.today} />
                    </dd>
                  </div>
                ))}
              </dl>
              <Table
                caption="日ごとの数え方"
                columns={[
                  { label: '日付' },
                  { label: '法39条', right: true },
                  { label: '営業日', right: true },
                  { label: '数え方', wide: true },
                ]}
              >
                {reckoning.days.map(each => (
                  <tr class={each.date === context.today ? 'now' : undefined}>
                    <td>
                      <Day on={each.date} />
                    </td>
                    <td class="right">{each.legalDay === undefined ? '—' : `${each.legalDay}日目`}</td>
                    <td class="right">{each.businessDay === undefined ? '—' : `${each.businessDay}日目`}</td>
                    <td class="wide">{each.why}</td>
                  </tr>
                ))}
              </Table>
            </>
          )}
        </div>
      </Page>,
    )
  })
}
