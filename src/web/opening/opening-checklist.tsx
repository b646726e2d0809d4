import type { Enclosure } from '../../domain/enclosures.ts'
import { enclosureLabel, whySentence } from '../../words/enclosures.ts'
import { listed } from '../../words/figures.ts'
import { paperWords } from '../../words/papers.ts'
import { fieldId } from '../controls.tsx'
import { Badge, Empty } from '../marks.tsx'
import { type Fields, textsAt } from '../read-body.ts'
import type { Outlook } from './opening-outlook.ts'

/** What this operator, these kinds and this agent demand, each with the reason why it is asked. */
export const Checklist = ({ outlook, fields }: { outlook: Outlook; fields: Fields }) => {
  const { demands, policy, kinds } = outlook
  const present = textsAt(fields, 'enclosed')
  return (
    <section id="opening-checklist" class="checklist" aria-label="同封されていたもの">
      {policy === null || kinds.length === 0 ? (
        <Empty>事業者と請求の種類を選ぶと、求めるものの一覧が出ます。</Empty>
      ) : demands.length === 0 ? (
        <Empty>この請求に求めるものはありません。</Empty>
      ) : (
        <ul>
          {demands.map(demand => (
            <li>
              {demand.code === 'fee' ? (
                <FeeItem demand={demand} outlook={outlook} />
              ) : (
                <Item demand={demand} ticked={present.includes(demand.code)} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const Item = ({ demand, ticked }: { demand: Enclosure; ticked: boolean }) => {
  const id = `${fieldId('enclosed')}-${demand.code}`
  const papers = listed(demand.about.papers).map(paper => paperWords[paper as keyof typeof paperWords] ?? paper)
  const { maxAgeMonths } = demand.about
  return (
    <div class="pick">
      <input
        type="checkbox"
        id={id}
        name="enclosed"
        value={demand.code}
        checked={ticked}
        aria-describedby={`${id}-why`}
      />
      <label for={id}>
        {enclosureLabel(demand.code)}
        <span class="help" id={`${id}-why`}>
          {whySentence(demand.why, demand.about)}
          {papers.length > 0 && `使えるもの：${papers.join('、')}`}
          {maxAgeMonths !== undefined && `（到達日において発行後${maxAgeMonths}か月以内）`}
        </span>
      </label>
    </div>
  )
}

/** Money is told by its amount, once, in the step that follows. */
const FeeItem = ({ demand, outlook }: { demand: Enclosure; outlook: Outlook }) => (
  <div class="pick money">
    <span aria-hidden="true">{outlook.money ? '●' : '○'}</span>
    <span>
      {enclosureLabel(demand.code)}{' '}
      <Badge tone={outlook.money ? 'good' : 'calm'}>{outlook.money ? '同封あり' : '次の欄に入れてください'}</Badge>
      <span class="help">{whySentence(demand.why, demand.about)}</span>
    </span>
  </div>
)
