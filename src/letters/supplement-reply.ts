import { wareki } from '../domain/era.ts'
import { fullKana, fullName } from '../domain/person.ts'
import { openRound } from '../domain/supplement.ts'
import { type LetterFacts, present, readerOf, told, type Values } from './facts.ts'
import { addressed } from './request-forms.ts'
import { fitting } from './room.ts'
import { supplementItem } from './supplement-items.ts'

/** 補正書類送付票: comes back on top of the papers asked for, so that its code leads them to their case. */
export const supplementReplyValues = (facts: LetterFacts): Values => {
  const round = openRound(facts.kase.supplements)
  const person = readerOf(facts) === 'agent' ? facts.agent : facts.subject
  const name = person === null ? undefined : fitting(fullName(person).replace(' ', '　'), 29)
  return {
    ...addressed(facts),
    number: facts.kase.number ?? '',
    ...present({
      name,
      nameKana: name === undefined || person === null ? undefined : fitting(fullKana(person).replace(' ', '　'), 44),
      dueOn: round && wareki(round.dueOn),
    }),
    items: missingItems(facts).map(item => String(item.item)),
  }
}

/** What the open round asks for and has not come yet, with what the clerk wrote besides. */
export const missingItems = (facts: LetterFacts): Values[] => {
  const round = openRound(facts.kase.supplements)
  const more = told(facts, round?.more)
  const open = (round?.items ?? []).filter(item => facts.kase.intake.missing.includes(item))
  return [
    ...open.map(item => supplementItem(facts, item)),
    ...(more === undefined
      ? []
      : [{ item: 'そのほか', missing: more, send: '上記について、書面でお知らせください。' }]),
  ]
}
