import { requestKindNames } from '../domain/kinds.ts'
import { enclosureLabels } from './enclosures.ts'
import { letterWords, reprintWords } from './letters.ts'
import { groundWords, plainOutcomeWords } from './outcomes.ts'
import { asWords, maskWords, paperWords, powerWords, whoseWords } from './papers.ts'
import { accountKindWords, meansWords } from './payments.ts'
import { optionWords, returnReasonWords, serviceWords } from './posts.ts'
import {
  contactWayWords,
  deemedWords,
  findingWords,
  freezeReasonWords,
  internalDateWords,
  sendToWords,
  withdrawalWayWords,
} from './proceedings.ts'
import { channelWords, kindWithArticle, methodWords, relationWords, requesterWords, roleWords } from './requests.ts'

type Words = Readonly<Record<string, string>>

const kindChoices: Words = Object.fromEntries(requestKindNames.map(kind => [kind, kindWithArticle(kind)]))

/** By the last name of a field's path. */
const choices: Readonly<Record<string, Words>> = {
  kinds: kindChoices,
  kind: { ...kindChoices, ...paperWords, ...accountKindWords },
  outcome: plainOutcomeWords,
  grounds: groundWords,
  ground: groundWords,
  withheld: groundWords,
  requester: requesterWords,
  method: methodWords,
  channel: channelWords,
  by: channelWords,
  relation: relationWords,
  service: serviceWords,
  options: optionWords,
  means: meansWords,
  as: asWords,
  whose: whoseWords,
  to: whoseWords,
  unmasked: maskWords,
  powers: powerWords,
  sendTo: sendToWords,
  finding: findingWords,
  form: letterWords,
  reason: returnReasonWords,
  because: { ...deemedWords, ...freezeReasonWords },
  how: withdrawalWayWords,
  why: reprintWords,
  way: contactWayWords,
  enclosed: enclosureLabels,
  items: enclosureLabels,
  role: roleWords,
  internal: internalDateWords,
}

/** The Japanese of a choice; `field` is a field name or path. What a person typed or the store numbered comes back as it is. */
export const choiceLabel = (field: string, value: string): string => {
  const name = field.split(/[.[\]]/).findLast(part => part !== '' && !/^\d+$/.test(part)) ?? ''
  const words = Object.hasOwn(choices, name) ? choices[name] : undefined
  return words !== undefined && Object.hasOwn(words, value) ? (words[value] ?? value) : value
}
