import { expect, it } from 'vitest'
import type { Values } from '../../src/documents/render.ts'
import { runsOf, squeeze } from './pdf.ts'
import { definitionOf, fixtureOf, print } from './sheets.ts'

const FORTY = '髙﨑𠮷辻󠄀長宗我部左衛門之介祇󠄀園右衛門太郎兵衛塚本﨑山邊見渡邉齋藤𠮷田髙橋濵﨑德永'
// A row of 5 mm holds 22 characters; letters leave a longer reading to the person (request-forms.ts).
const KANA = 'タカサキヨシツジチョウソカベサエモンノスケ'
const LINES = [
  '京都府京都市上京区今出川通大宮東入元伊佐町六百二十三番地の十二',
  '東辰巳辻󠄀子町 グランドメゾン𠮷田御所西レジデンスタワー壱番館',
  'イーストウイング 弐千参百四拾五号室 髙﨑様方',
]
const COMPANY =
  '一般社団法人日本インターネットデータセンターサービス・クラウドソリューションズ九州沖縄ホールディングス株式会社'
const DESK = '経営管理本部コンプライアンス・リスクマネジメント統括部個人情報保護推進室お客様個人情報ご相談窓口'
const person = { family: FORTY, given: '右近衛門之介太郎', familyKana: KANA, givenKana: 'ウコンエモンノスケタロウ' }

const paperOf = async (id: string, values: Values) => {
  const pages = await runsOf(await print(definitionOf(id), values))
  return { pages: pages.length, paper: squeeze(pages.flatMap(page => page.map(run => run.text)).join('')) }
}

it.each([
  ['request-disclosure', 2],
  ['request-correction', 2],
  ['request-suspension', 2],
  ['request-foreign', 2],
  ['power-of-attorney', 1],
  ['withdrawal-form', 1],
] as const)('%s holds a name of forty characters with its reading, and a long operator', async (id, sheets) => {
  const who = { ...person, postcode: '6028402', address: LINES.slice(0, 2) }
  const own = fixtureOf(id)
  const values = { ...own, operatorName: COMPANY, desk: DESK, requester: { ...(own.requester as Values), ...who } }
  const { pages, paper } = await paperOf(id, values)
  expect(pages).toBe(sheets)
  expect(paper).toContain(squeeze(FORTY))
  expect(paper).toContain(squeeze(COMPANY))
})

it.each(['envelope-face', 'envelope-face-large', 'reply-purpose', 'extension-notice', 'reply-suspension'])(
  '%s reaches an agent with such a name at an address of three lines',
  async id => {
    const own = fixtureOf(id)
    const addressee = { postcode: '602-8402', lines: LINES, name: FORTY, honorific: '様' }
    const onBehalf = `${FORTY}様　法定代理人`
    const { paper } = await paperOf(id, { ...own, addressee: { ...addressee, onBehalf } })
    for (const text of [...LINES, `${FORTY}様法定代理人${FORTY}様`]) expect(paper).toContain(squeeze(text))
  },
)

it('keeps a long name clear of the mark for the seal', async () => {
  const own = fixtureOf('power-of-attorney')
  const values = { ...own, requester: { ...(own.requester as Values), ...person } }
  const [runs = []] = await runsOf(await print(definitionOf('power-of-attorney'), values))
  const seal = runs.filter(run => run.text === '印').at(-1) ?? expect.fail('no mark')
  const beside = runs.filter(run => run.text.trim() !== '' && Math.abs(run.y - seal.y) < 14 && run.x < seal.x)
  expect(beside.length).toBeGreaterThan(0)
  for (const run of beside) expect(run.x + run.width).toBeLessThan(seal.x)
})

it('shows on the slip of the file who called and how the name is read, as long as names and readings are', async () => {
  const names = { requester: `${FORTY}　${FORTY}`, subject: `${FORTY}　右近衛門之介太郎` }
  const readings = { requesterKana: `${KANA}　${KANA}`, subjectKana: `${KANA}　ウコンエモン` }
  const { pages, paper } = await paperOf('reception-slip', { ...fixtureOf('reception-slip'), ...names, ...readings })
  expect(pages).toBe(1)
  expect(paper.split(squeeze(FORTY))).toHaveLength(4)
  expect(paper.split(squeeze(KANA))).toHaveLength(4)
})
