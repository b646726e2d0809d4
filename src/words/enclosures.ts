import type { EnclosureCode, EnclosureWhy } from '../domain/enclosures.ts'
import { type About, listed } from './figures.ts'
import { letterWords } from './letters.ts'
import { paperWords } from './papers.ts'
import { meansWords } from './payments.ts'
import { requestKindWords } from './requests.ts'

const named = (words: Readonly<Record<string, string>>, codes: string | number | undefined): string[] =>
  listed(codes).map(code => (Object.hasOwn(words, code) ? (words[code] ?? code) : code))

/** Checklist of the opening desk. */
export const enclosureLabels: Record<EnclosureCode, string> = {
  ...paperWords,
  'request-disclosure': letterWords['request-disclosure'],
  'request-correction': letterWords['request-correction'],
  'request-suspension': letterWords['request-suspension'],
  'request-foreign': letterWords['request-foreign'],
  subject_identity: 'ご本人の確認書類',
  agent_identity: '代理人の確認書類',
  authority_proof: '代理権を証する書類',
  fee: '手数料',
}

const isEnclosure = (code: string): code is EnclosureCode => Object.hasOwn(enclosureLabels, code)

/** What the clerk typed as an item of its own comes back as it is. */
export const enclosureLabel = (code: string): string => (isEnclosure(code) ? enclosureLabels[code] : code)

const whys: Record<EnclosureWhy, (about: About) => string> = {
  form: ({ kinds }) => `${named(requestKindWords, kinds).join('、') || 'この請求'}には、所定の用紙が必要です。`,
  identity: () => '請求される方がご本人又は代理人であることを確かめるために必要です。',
  authority: () => '代理人に権限があることを確かめるために必要です。',
  fee: ({ kinds, means }) => {
    const how = named(meansWords, means).join('又は')
    return `${named(requestKindWords, kinds).join('、') || 'この請求'}には手数料がかかります。${how === '' ? '' : `${how}で同封していただきます。`}`
  },
}

/** Why the checklist asks for an item. */
export const whySentence = (why: EnclosureWhy, about: About = {}): string => whys[why](about)
