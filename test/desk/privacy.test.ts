import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { files } from '../../src/desk/tables.ts'
import type { Actor } from '../../src/domain/rule.ts'
import { hanako, kanri, requestFor, sato, suzuki, takahashi } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

let at: DeskIn
beforeEach(async () => {
  at = await deskIn()
})
afterEach(() => at.gone())

const ofSakura: Actor = { id: 'tanaka', roles: ['reception', 'approver', 'admin'], operators: ['sakura'] }

describe("another operator's case", () => {
  it('is not there for who does not serve it', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    const letter = 'l1'
    await at.do(number, 'writeLetter', { form: 'reception-slip' })
    const subject = (await at.desk.kase(number, sato))?.kase.intake.subject
    expect(await at.desk.kase(number, ofSakura)).toBeNull()
    expect(await at.desk.history(number, ofSakura)).toEqual([])
    expect(await at.desk.reveal(number, [subject], ofSakura)).toEqual([null])
    expect(await at.desk.letters(number, ofSakura)).toEqual([])
    expect(await at.desk.pdf(number, letter, ofSakura)).toBeNull()
    expect(await at.desk.list({}, ofSakura)).toEqual({ rows: [], total: 0 })
    expect(await at.desk.list({ q: '山田' }, ofSakura)).toEqual({ rows: [], total: 0 })
    expect(await at.desk.list({ operator: 'ims' }, ofSakura)).toEqual({ rows: [], total: 0 })
    expect(await at.desk.today(ofSakura)).toEqual({ near: { tasks: [], total: 0 }, byCode: new Map() })
    expect(await at.desk.likely(hanako as never, ofSakura)).toEqual([])
    expect(await at.desk.money({}, ofSakura)).toEqual([])
    expect(await at.desk.postings({}, ofSakura)).toEqual([])
    expect(await at.desk.perform(number, 'addNote', { memo: 'x' }, ofSakura)).toEqual({
      ok: false,
      refusal: { refused: 'not_this_operator' },
    })
  })

  it('cannot be opened by who does not serve the operator', async () => {
    expect(await at.desk.perform(null, 'logRequest', requestFor('ims'), ofSakura)).toEqual({
      ok: false,
      refusal: { refused: 'unknown_operator', field: 'operator' },
    })
    expect(await at.desk.perform(null, 'logRequest', requestFor('sakura'), ofSakura)).toMatchObject({ ok: true })
  })

  it('does not lend its particulars to a case that one serves', async () => {
    const theirs = await at.do(null, 'logRequest', requestFor('ims'))
    const own = await at.do(null, 'logRequest', requestFor('sakura'), ofSakura)
    const subject = (await at.desk.kase(theirs, sato))?.kase.intake.subject
    expect(await at.desk.reveal(own, [subject], ofSakura)).toEqual([null])
  })
})

describe('a restricted memo', () => {
  it('is shown to approvers only', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    await at.do(number, 'addNote', { memo: '皆が読んでよい', restricted: 'no' })
    await at.do(number, 'addNote', { memo: '決裁者だけが読む', restricted: 'yes' })
    const memos = (await at.desk.history(number, sato)).flatMap(({ event }) =>
      event.type === 'NoteAdded' ? [event.memo] : [],
    )
    expect(await at.desk.reveal(number, memos, sato)).toEqual(['皆が読んでよい', null])
    expect(await at.desk.reveal(number, memos, takahashi)).toEqual(['皆が読んでよい', null])
    expect(await at.desk.reveal(number, [...memos, undefined], suzuki)).toEqual([
      '皆が読んでよい',
      '決裁者だけが読む',
      null,
    ])
  })

  it('stands also with a decision', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    await at.do(number, 'draftDecision', {
      kind: 'disclosure',
      outcome: 'full',
      content: '開示する内容',
      memo: '存否を答えない理由',
    })
    const [drafted] = (await at.desk.history(number, suzuki)).flatMap(({ event }) =>
      event.type === 'DecisionDrafted' ? [event] : [],
    )
    const values = [drafted?.memo, drafted?.content]
    expect(await at.desk.reveal(number, values, sato)).toEqual([null, '開示する内容'])
    expect(await at.desk.reveal(number, values, suzuki)).toEqual(['存否を答えない理由', '開示する内容'])
  })
})

describe('erasing a case', () => {
  const canary = {
    family: '蜂須賀',
    given: '燦',
    familyKana: 'ハチスカカナリヤ',
    givenKana: 'サン',
    postcode: '8600047',
    address: '熊本県熊本市南区鰻町9丁目88-7',
    email: 'canary-address@example.jp',
    customerNumber: 'KANARIYA-55501',
    formerNames: '旧姓鷲頭',
  }
  const traces = [
    '蜂須',
    'ハチスカ',
    'ハチ スカ',
    '鰻町',
    'canary-address',
    'KANARIYA',
    'kanariya',
    '55501',
    '鷲頭',
    '秘密の中身',
    '電話の中身',
  ]
  const bytes = () =>
    Buffer.concat(
      readdirSync(at.dir, { recursive: true, withFileTypes: true })
        .filter(each => each.isFile())
        .map(({ parentPath, name }) => readFileSync(join(parentPath, name))),
    )
  const found = () => traces.filter(trace => bytes().includes(trace))

  /** The index shortens terms that begin alike, so its bytes alone would not show them. */
  const indexed = () => {
    const { write } = at.store.sqlite
    write.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab('main', 'case_search', 'row')")
    return write.prepare('SELECT term FROM temp.terms').pluck().all() as string[]
  }

  it('leaves nothing of the person in the files', async () => {
    const number = await at.do(null, 'logFormRequest', {
      operator: 'ims',
      channel: 'email',
      receivedOn: '2026-11-20',
      requester: canary,
      memo: '電話の中身',
    })
    await at.do(number, 'writeLetter', { form: 'form-cover' })
    await at.do(number, 'sendForms', { on: '2026-11-21', by: 'email' })
    await at.do(number, 'printLetter', { letter: 'l1' })
    await at.pack(number, ['l1'])
    await at.do(number, 'postLetters', { letters: 'l1', service: 'ordinary', postedOn: '2026-11-21' })
    await at.do(number, 'logRequest', requestFor('ims', { subject: canary, arrivedOn: '2026-11-21', stampedOn: '' }))
    await at.do(number, 'addNote', { memo: '秘密の中身' })
    await at.do(number, 'withdraw', { on: '2026-11-21', how: 'phone', memo: '電話の中身' })
    await at.do(number, 'close', {})
    expect((await at.desk.list({ q: '蜂須' }, sato)).total).toBe(1)
    expect(found()).toEqual(expect.arrayContaining(['蜂須', '鰻町', 'canary-address', 'KANARIYA', '秘密の中身']))

    at.at('2032-11-22')
    expect(await at.desk.perform(number, 'erase', {}, suzuki)).toMatchObject({ refusal: { refused: 'not_allowed' } })
    await at.do(number, 'erase', {}, kanri)

    expect(found()).toEqual([])
    expect(readdirSync(join(at.dir, 'letters'))).toEqual([])
    expect(indexed().filter(term => term.includes('蜂') || term.includes('鰻'))).toEqual([])
    expect((await at.desk.list({ q: '蜂須' }, sato)).total).toBe(0)
    const subject = (await at.desk.kase(number, sato))?.kase.intake.subject
    expect(await at.desk.reveal(number, [subject], suzuki)).toEqual([null])
    expect(await at.desk.letters(number, sato)).toEqual([expect.objectContaining({ id: 'l1', erased: true })])
    expect(await at.desk.pdf(number, 'l1', sato)).toBeNull()
    expect(await at.desk.postings({}, sato)).toEqual([expect.objectContaining({ number, name: null })])
    expect((await at.desk.list({ state: 'closed' }, sato)).rows).toEqual([
      expect.objectContaining({ number, name: null, kana: null, kinds: ['disclosure'], arrivedOn: '2026-11-21' }),
    ])
    expect((await at.desk.verify()).faults).toEqual([])
  })

  it('gives the stored files to be forgotten once the erasure stands', async () => {
    const forgotten: string[] = []
    await at.gone()
    at = await deskIn({
      forgetFiles: async names => {
        forgotten.push(...names)
      },
    })
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    const file = {
      caseNumber: number,
      name: 'x.pdf',
      type: 'application/pdf',
      bytes: 1,
      sha256: '',
      uploadedBy: 'sato',
    }
    await at.store.transaction(async () => {
      await at.store.write.insert(files).values({ ...file, id: 'f1', storedAs: 'stored-1', at: at.now() })
    })
    await at.do(number, 'withdraw', { on: '2026-11-21', how: 'phone' })
    await at.do(number, 'close', {})
    await at.desk.perform(number, 'erase', {}, kanri)
    expect(forgotten).toEqual([])
    at.at('2032-11-22')
    const erased = await at.desk.perform(number, 'erase', {}, kanri, { once: 'e1' })
    const again = await at.desk.perform(number, 'erase', {}, kanri, { once: 'e1' })
    expect(again).toEqual({ ...erased, repeated: true })
    expect(forgotten).toEqual(['stored-1'])
    expect(await at.store.read.select().from(files)).toEqual([])
  })

  it('leaves other people findable', async () => {
    const other = await at.do(null, 'logRequest', requestFor('ims'))
    const number = await at.do(null, 'logRequest', requestFor('ims', { subject: canary }))
    await at.do(number, 'withdraw', { on: '2026-11-21', how: 'phone' })
    await at.do(number, 'close', {})
    at.at('2032-11-22')
    await at.do(number, 'erase', {}, kanri)
    expect((await at.desk.list({ q: '山田' }, sato)).rows.map(row => row.number)).toEqual([other])
  })
})
