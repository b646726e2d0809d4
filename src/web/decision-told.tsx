import type { ComponentChildren } from 'preact'
import type { Case } from '../domain/case.ts'
import type { Decision, Entry, Withheld } from '../domain/decision.ts'
import { longDay } from '../domain/era.ts'
import { groundOf } from '../domain/grounds.ts'
import type { Kept } from '../domain/kept.ts'
import { bySchedule } from '../domain/letter-enclosures.ts'
import { groundWords, outcomeWords } from '../words/outcomes.ts'
import { requestKindWords } from '../words/requests.ts'
import { Moment } from './history.tsx'
import { paths } from './paths.ts'
import { Table } from './table.tsx'
import type { Visit } from './visit.ts'

/** A draft with everything that stands in it, for the person who decides. */
export interface DecisionTold {
  readonly decision: Decision
  readonly at: string
  readonly who: string
  readonly facts: string | null
  readonly content: string | null
  /** null where there is none, or these eyes may not see it */
  readonly memo: string | null
  readonly entries: readonly Entry[]
  readonly withheld: readonly Withheld[]
}

export const decisionsTold = async (
  visit: Visit,
  number: string,
  decisions: readonly Decision[],
): Promise<DecisionTold[]> => {
  const [history, staff] = await Promise.all([visit.desk.history(number, visit.by), visit.parts.staff.list()])
  const told: DecisionTold[] = []
  for (const decision of decisions) {
    const row = history.find(({ event }) => event.type === 'DecisionDrafted' && event.id === decision.id)
    if (row === undefined || row.event.type !== 'DecisionDrafted') continue
    const { facts, content, memo, entries, withheld } = row.event
    const kept: (Kept<unknown> | undefined)[] = [facts, content, memo, entries, withheld]
    const [about, says, aside, given, held] = await visit.desk.reveal(number, kept, visit.by)
    told.push({
      decision,
      at: row.at,
      who: staff.find(member => member.id === row.by)?.name ?? '（退職者）',
      facts: textOf(about),
      content: textOf(says),
      memo: textOf(aside),
      entries: Array.isArray(given) ? (given as Entry[]) : [],
      withheld: Array.isArray(held) ? (held as Withheld[]) : [],
    })
  }
  return told
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

export const DecisionsTold = ({
  number,
  kase,
  told,
}: {
  number: string
  kase: Case
  told: readonly DecisionTold[]
}) => (
  <>
    {told.map(each => (
      <Told number={number} kase={kase} told={each} />
    ))}
  </>
)

const Told = ({ number, kase, told }: { number: string; kase: Case; told: DecisionTold }) => {
  const { decision, facts, content, memo, entries, withheld } = told
  return (
    <section class="told" aria-label={`案 ${requestKindWords[decision.kind]}`}>
      <h2>
        {requestKindWords[decision.kind]}：{outcomeWords(decision.kind, decision.outcome)}
      </h2>
      <p class="sub">
        <Moment at={told.at} />・{told.who} 作成
      </p>
      <dl class="told-facts">
        {decision.grounds.length > 0 && (
          <Fact label="根拠条項">
            {decision.grounds.map(code => (
              <p>
                {groundWords[code]}
                <span class="sub">{groundOf(code).article}</span>
              </p>
            ))}
          </Fact>
        )}
        {facts && <Fact label="根拠となる事実">{facts}</Fact>}
        {content && <Fact label="回答書の文">{content}</Fact>}
        {bySchedule(kase, decision) && kase.schedule && (
          <Fact label="別紙">
            {kase.schedule.items}項目（うち開示しないもの {kase.schedule.withheld}項目）・
            {longDay(kase.schedule.on)}
          </Fact>
        )}
        {decision.searched.length > 0 && (
          <Fact label="調べた場所と期間">
            {decision.searched.map(({ system, period }) => (
              <p>
                {system}（{period}）
              </p>
            ))}
          </Fact>
        )}
        {memo && <Fact label="責任者への覚え書き">{memo}</Fact>}
      </dl>
      {entries.length > 0 && <Entries entries={entries} />}
      {withheld.length > 0 && <Held withheld={withheld} />}
      {decision.state !== 'returned' && (
        <p>
          <a href={paths.replyPreview(number, decision.id)} target="_blank" rel="noopener">
            {decision.state === 'waiting' ? '決裁すると作れる回答書' : '回答書'}を見る（PDF・見本）
          </a>
        </p>
      )}
    </section>
  )
}

const Fact = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

const Entries = ({ entries }: { entries: readonly Entry[] }) => (
  <Table
    caption="回答書に載せる項目"
    columns={[{ label: '項目' }, { label: '内容', wide: true }, ...(entries.some(dated) ? [{ label: '日付' }] : [])]}
  >
    {entries.map(entry => (
      <tr class="term">
        <th scope="row">{entry.label}</th>
        <td>
          {entry.before && <p>前：{entry.before}</p>}
          {entry.text}
        </td>
        {entries.some(dated) && <td>{entry.on ? longDay(entry.on) : ''}</td>}
      </tr>
    ))}
  </Table>
)
const dated = (entry: Entry) => entry.on !== undefined

const Held = ({ withheld }: { withheld: readonly Withheld[] }) => (
  <Table
    caption="開示しない項目"
    columns={[{ label: '開示しない項目' }, { label: '根拠条項' }, { label: '事実', wide: true }]}
  >
    {withheld.map(({ item, ground, facts }) => (
      <tr class="term">
        <th scope="row">{item}</th>
        <td>{groundWords[ground]}</td>
        <td>{facts}</td>
      </tr>
    ))}
  </Table>
)
