import { wareki } from '../domain/era.ts'
import { honorificOf } from '../domain/honorific.ts'
import type { RequestKind } from '../domain/kinds.ts'
import { fullName, type Person } from '../domain/person.ts'
import { deskOf, type LetterFacts, present, readerOf, told, type Values } from './facts.ts'
import { inRows } from './room.ts'
import { act, kindsWithArticles } from './terms.ts'

/** The parts that every letter shares: number, date, reader, sender, request, contact, complaint bodies. */
export const head = (facts: LetterFacts, reader: Values): Values => ({
  number: facts.kase.number ?? '',
  documentNumber: documentNumber(facts),
  date: wareki(facts.today),
  addressee: reader,
  sender: sender(facts),
})

/** 第26000014-3号: the case and the letter, so that every sheet can be told apart. */
export const documentNumber = ({
  kase,
  letter,
}: {
  kase: LetterFacts['kase']
  letter: Pick<LetterFacts['letter'], 'id'>
}): string => `第${kase.number}-${letter.id.slice(1)}号`

export const dashed = (postcode: string | undefined): string =>
  postcode === undefined ? '' : `${postcode.slice(0, 3)}-${postcode.slice(3)}`

export const addressLines = (person: Person): string[] =>
  [person.address, person.building].filter(line => line !== undefined && line !== '') as string[]

/** Notices without personal data go to the one who writes, at the address given in the request. */
export const writer = (facts: LetterFacts): Values => {
  const { agent, subject } = facts
  if (agent !== null && readerOf(facts) === 'agent') return { ...plain(agent), onBehalf: onBehalf(facts) }
  return plain(subject)
}

/** A reply goes to the address proved by the papers or on file, and to the name on the papers (本人限定受取 compares it). */
export const provedReader = (facts: LetterFacts): Values => {
  const whose = readerOf(facts)
  const check = facts.kase.identity.checks.find(each => each.whose === whose)
  const proved = addressOf(told(facts, check?.address))
  const name = told(facts, check?.nameOnPaper)
  return {
    ...plain(whose === 'agent' ? facts.agent : facts.subject),
    ...proved,
    ...(name && { name: name.trim().replace(/[ 　]+/, '　') }),
    ...(whose === 'agent' && { onBehalf: onBehalf(facts) }),
  }
}

/** 「〒860-0047 熊本県…」 as the clerk copied it from the paper, in one line or several. */
const addressOf = (text: string | undefined): Values => {
  if (text === undefined) return {}
  const [, first, second, rest = ''] = /^\s*(?:〒?\s*(\d{3})-?(\d{4})\s)?([\s\S]*)$/.exec(halfWidthStart(text)) ?? []
  const lines = rest
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  return { ...(first && { postcode: `${first}-${second}` }), ...(lines.length > 0 && { lines }) }
}

/** Only a postcode at the head is made half width; an address stays as it stands on the paper. */
const halfWidthStart = (text: string): string =>
  text.replace(/^\s*〒?\s*[\d０-９]{3}[-－‐ー]?[\d０-９]{4}(?=[\s　])/, head =>
    head.normalize('NFKC').replace(/[‐ー]/, '-'),
  )

/** Erased particulars leave the required fields of the form empty, which stops the draft with their names. */
const plain = (person: Person | null): Values =>
  person === null
    ? { honorific: '様' }
    : {
        postcode: dashed(person.postcode),
        lines: addressLines(person),
        name: fullName(person).replace(' ', '　'),
        honorific: honorificOf(person),
      }

const capacities = {
  self: '',
  parent: '法定代理人',
  guardian: '法定代理人',
  appointed: '代理人',
  lawyer: '代理人',
} as const

const onBehalf = ({ kase, subject }: LetterFacts): string =>
  subject === null
    ? capacities[kase.intake.requester]
    : `${fullName(subject).replace(' ', '　')}様　${capacities[kase.intake.requester]}`

export const sender = (facts: LetterFacts): Values => {
  const desk = deskOf(facts)
  return present({
    company: desk.organisation,
    desk: desk.name,
    // Title and name on lines of their own, so that no name is broken.
    responsible: desk.responsible?.replace(/[ 　]/, '\n') ?? '責任者',
    postcode: dashed(desk.postcode),
    lines: [...desk.address],
    telephone: desk.telephone ?? desk.email ?? desk.url ?? '',
    hours: desk.hours && onPaper(desk.hours),
    seal: facts.policy.seal.value === 'blank',
  })
}

/** The request that a letter speaks of, for its first sentence and its first items. `named`: the Act at its first mention. */
export const request = (facts: LetterFacts, kinds = facts.kase.intake.kinds, named: string = act): Values => {
  const { arrivedOn, wanted } = facts.kase.intake
  return {
    arrivedOn: arrivedOn === undefined ? '' : wareki(arrivedOn),
    kindWithArticle: kindsWithArticles(kinds, named, '\n'),
    target: told(facts, wanted) ?? `${facts.operator.brand}のご利用に関する${subjectMatter(kinds)}`,
  }
}

/** What a request is about, where the person has not said it more closely. */
const subjectMatter = ([kind, ...others]: readonly RequestKind[]): string => {
  if (others.length > 0) return '保有個人データ'
  if (kind === 'third_party_records') return '第三者提供記録'
  return kind === 'held_information' ? '保有個人データの取扱いに関する事項' : '保有個人データ'
}

export const contact = (facts: LetterFacts): string[] => {
  const desk = deskOf(facts)
  const hours = desk.hours && onPaper(desk.hours)
  return [
    ...joined([desk.organisation, desk.name]),
    ...joined([
      desk.telephone && `電話 ${desk.telephone}`,
      desk.fax && `FAX ${desk.fax}`,
      desk.email && `電子メール ${desk.email}`,
      desk.telephone ? undefined : desk.url,
      hours && `受付時間 ${hours}`,
    ]),
  ]
}

/** Characters in a line beside the label of an item. */
const LINE = 34

/** As many parts on a line as it holds, so that no part is broken that can be whole. */
const joined = (parts: readonly (string | undefined)[]): string[] =>
  inRows(
    parts.flatMap(part => (part ? [part] : [])),
    '　',
    LINE,
  )

/** Marks as paper has them: the published terms may have been typed for a screen. */
const onPaper = (text: string): string =>
  text
    .replace(/\s*\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/(?<=\d)\s*[~〜]\s*(?=\d)/g, '～')

/** 「一般財団法人日本データ通信協会 電気通信個人情報保護推進センター（認定個人情報保護団体） 電話 …」 */
export const complaint = (facts: LetterFacts): string[] =>
  facts.policy.complaintBodies.value.map(({ name, unit, telephone }) =>
    [
      `${[name, unit].filter(Boolean).join(' ')}（認定個人情報保護団体）`,
      ...(telephone === undefined ? [] : [`電話 ${telephone}`]),
    ].join('　'),
  )

export const foot = (facts: LetterFacts): Values => {
  const bodies = complaint(facts)
  return { contact: contact(facts), ...(bodies.length > 0 && { complaint: bodies }) }
}
