import { type Draft, draftLetter } from '../../src/desk/drafting.ts'
import type { FieldIssue } from '../../src/desk/issues.ts'
import { renderSheets } from '../../src/documents/render.ts'
import { texts } from '../../src/documents/values.ts'
import { type GroundCode, groundCodes, groundOf } from '../../src/domain/grounds.ts'
import type { Outcome, RequestKind } from '../../src/domain/kinds.ts'
import type { Person } from '../../src/domain/person.ts'
import { letterValues } from '../../src/letters/values.ts'
import { type Given, operators, type Story, sato, suzuki } from '../domain/given.ts'
import { runsOf } from './pdf.ts'
import { definitions } from './sheets.ts'

/** What a desk does with the last letter that a story drafted: its sheets with their values, or why it cannot be printed. */
export const drawn = (story: Story, without: { subject?: true } = {}): Draft | readonly FieldIssue[] => {
  const event = story.last.find(each => each.type === 'LetterDrafted')
  const operator = operators.get(story.kase.intake.operator)
  if (event === undefined || operator === undefined) throw new Error('the story drafted no letter')
  const fresh = (kept: unknown) =>
    typeof kept === 'object' && kept !== null && 'fresh' in kept ? (kept.fresh as unknown) : null
  const { subject, agent } = story.kase.intake
  return draftLetter(
    event,
    {
      kase: story.kase,
      ctx: story.context(),
      operator,
      subject: without.subject ? null : (fresh(subject) as Person | null),
      agent: fresh(agent) as Person | null,
      texts: fresh,
    },
    { definitions, letterValues },
  )
}

/** The sheets of a letter that can be printed; their values stand in the first. */
export const sheetsOf = (story: Story): Draft['sheets'] => {
  const draft = drawn(story)
  if ('sheets' in draft) return draft.sheets
  throw new Error(`not printed: ${JSON.stringify(draft)}`)
}

export const valuesOf = (story: Story) => {
  const [first] = sheetsOf(story)
  if (first === undefined) throw new Error('a letter without a sheet')
  return first.values
}

/** Everything that a letter says in its own values, for a look at its words. */
export const wordsOf = (story: Story): string => [...texts(valuesOf(story))].map(each => each.text).join('\n')

export const pdfOf = (story: Story): Promise<Buffer> =>
  renderSheets(
    sheetsOf(story).map(sheet => ({
      ...sheet,
      caseNumber: story.kase.number ?? '',
      createdAt: '2026-11-21T03:00:00.000Z',
    })),
  )

export const pagesOf = async (story: Story): Promise<number> => (await runsOf(await pdfOf(story))).length

/** A ground that fits, where one must be named. */
export const groundsFor = (kind: RequestKind, outcome: Outcome): GroundCode[] => {
  if (outcome === 'full' || outcome === 'absent') return []
  const fitting = groundCodes.filter(
    code => groundOf(code).kinds.includes(kind) && (groundOf(code).scope === true) === (outcome === 'out_of_scope'),
  )
  return fitting.slice(0, 1)
}

/** Decided, approved and answered by a letter. */
export const replied =
  (decision: Given<'draftDecision'>) =>
  (story: Story): Story => {
    story.as(sato).do('draftDecision', decision).as(suzuki)
    story.do('approveDecision', { decision: `d${story.kase.decisions.length}` }).as(sato)
    return story.do('writeReply', { decision: `d${story.kase.decisions.length}` })
  }

export const notified =
  (form: Given<'writeLetter'>['form']) =>
  (story: Story): Story =>
    story.do('writeLetter', { form })

/** As long as names and addresses are that a clerk copies from a Japanese identity card, rare characters and all. */
export const long: Person = {
  family: '髙﨑𠮷辻󠄀長宗我部',
  given: '祇󠄀園右衛門之介太郎左衛門',
  familyKana: 'タカサキヨシツジチョウソカベ',
  givenKana: 'ギオンエモンノスケタロウザエモン',
  postcode: '8600807',
  address: '京都府京都市上京区今出川通大宮東入元伊佐町六百二十三番地の十二・北之御門町西入上る東辰巳辻󠄀子町',
  building: 'グランドメゾン𠮷田御所西パークサイドレジデンスタワー壱番館 イーストウイング 弐千参百四拾五号室',
  phone: '+81 (90) 0000-1234',
  email: 'taro.takasaki.chosokabe.no.nagai.address@mail.example.co.jp',
  bornOn: '1985-04-03' as Person['bornOn'] & string,
  customerNumber: 'MAGMA-0012-3456-7890-ABCD-EFGH-0001',
}

export const longText =
  'インターネット接続サービス、レンタルサーバー、ドメイン及び光コラボレーションの各契約について、申込みの時から現在までの間に当社が取得し、又は作成した契約者情報、請求及び入金の記録、お問い合わせの記録（電話の録音及び電子メールを含む。）、審査に用いた情報並びに第三者に提供した記録の一切'
