import type { EnclosureCode, EnclosureWhy } from '../domain/enclosures.ts'
import { paperKindNames } from '../domain/identity-papers.ts'
import { type About, listed, yenFigure } from './figures.ts'
import { letterWords } from './letters.ts'
import { paperWords } from './papers.ts'
import { meansWords } from './payments.ts'
import { requestKindWords } from './requests.ts'

/** What is missing, as the opening desk tells it: what it is, what was wrong, what to send. */
export interface MissingWords {
  readonly item: string
  readonly missing: string
  readonly send: string
}

const named = (words: Readonly<Record<string, string>>, codes: string | number | undefined): string[] =>
  listed(codes).map(code => (Object.hasOwn(words, code) ? (words[code] ?? code) : code))

/** Checklist of the opening desk. */
export const enclosureLabels: Record<EnclosureCode, string> = {
  ...paperWords,
  'request-disclosure': letterWords['request-disclosure'],
  'request-correction': letterWords['request-correction'],
  'request-suspension': letterWords['request-suspension'],
  subject_identity: 'ご本人の確認書類',
  agent_identity: '代理人の確認書類',
  authority_proof: '代理権を証する書類',
  fee: '手数料',
}

const isEnclosure = (code: string): code is EnclosureCode => Object.hasOwn(enclosureLabels, code)

/** What the clerk typed as an item of its own comes back as it is. */
export const enclosureLabel = (code: string): string => (isEnclosure(code) ? enclosureLabels[code] : code)

const age = ({ maxAgeMonths }: About): string =>
  maxAgeMonths === undefined ? '' : `（到達日において発行後${maxAgeMonths}か月以内のもの）`

const proof = (who: string, about: About): string => {
  const papers = named(paperWords, about.papers)
  if (papers.length === 0) return `${who}を確認できる書類をお送りください。`
  return `次の書類から${who}を確認できるもの（${papers.join('、')}）をお送りください。`
}

const paper = (code: EnclosureCode, about: About) => ({
  missing: `${enclosureLabels[code]}が同封されていませんでした。`,
  send: `${enclosureLabels[code]}${age(about)}をお送りください。`,
})

const form = (code: EnclosureCode) => ({
  missing: `所定の${enclosureLabels[code]}が同封されていませんでした。`,
  send: `同封の${enclosureLabels[code]}にご記入のうえ、お送りください。`,
})

const papers = Object.fromEntries(paperKindNames.map(kind => [kind, (about: About) => paper(kind, about)])) as Record<
  (typeof paperKindNames)[number],
  (about: About) => Omit<MissingWords, 'item'>
>

const rows: Record<EnclosureCode, (about: About) => Omit<MissingWords, 'item'>> = {
  ...papers,
  'request-disclosure': () => form('request-disclosure'),
  'request-correction': () => form('request-correction'),
  'request-suspension': () => form('request-suspension'),
  subject_identity: about => ({
    missing: 'ご本人を確認する書類が同封されていませんでした。',
    send: proof('ご本人', about),
  }),
  agent_identity: about => ({
    missing: '代理人の方を確認する書類が同封されていませんでした。',
    send: proof('代理人の方', about),
  }),
  authority_proof: about => {
    const either = named(paperWords, about.papers)
    return {
      missing: '代理権を証する書類が同封されていませんでした。',
      send:
        either.length === 0
          ? `代理権を証する書類${age(about)}をお送りください。`
          : `${either.join('、')}のいずれか${age(about)}をお送りください。`,
    }
  },
  fee: about => {
    const means = named(meansWords, about.means)
    const how = means.length === 0 ? '' : `${means.join('又は')}で`
    const sum = about.amount === undefined ? '手数料' : `手数料${yenFigure(about.amount)}`
    return { missing: '手数料が同封されていませんでした。', send: `${sum}を${how}お納めください。` }
  },
}

/** `about` as `demanded` gives it; `amount` in yen. Rows of the printed letter, with dates and counts, are `src/letters/supplement-items.ts`. */
export const missingWords = (code: string, about: About = {}): MissingWords =>
  isEnclosure(code)
    ? { item: enclosureLabels[code], ...rows[code](about) }
    : { item: code, missing: `${code}が不足しています。`, send: `${code}をお送りください。` }

/** The sentence of the 補正 letter in one piece, as the opening desk shows it. */
export const enclosureSentence = (code: string, about: About = {}): string => {
  const { missing, send } = missingWords(code, about)
  return `${missing}${send}`
}

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
