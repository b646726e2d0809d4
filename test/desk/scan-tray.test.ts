import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Files, openFiles } from '../../src/desk/files.ts'
import { openScanTray, type ScanTray, type TrayPage } from '../../src/desk/scans/scan-tray.ts'
import { caseNumber } from '../../src/domain/case-number.ts'
import { type PageCode, pageCode, shortPageCode } from '../../src/domain/page-code.ts'
import type { Actor } from '../../src/domain/rule.ts'
import { sato, takahashi } from '../domain/given.ts'
import { blankSlip, bundled, scanned, slip } from '../reading/scanner.ts'
import { type DeskIn, definitions, deskIn } from './desk-in.ts'
import { encryptedPdf, javaScript, jpeg } from './papers.ts'

const tanaka: Actor = { id: 'tanaka', roles: ['reception'], operators: ['iij'] }
const key = randomBytes(32)
let at: DeskIn
let files: Files
let tray: ScanTray
let number: string
const trayFolder = () => join(at.dir, 'tray')
const open = (today = definitions()) =>
  openScanTray(at.store, { files, folder: trayFolder(), key, definitions: today, now: at.now })

const asked = (operator = 'sakura') =>
  at.do(null, 'logFormRequest', {
    operator,
    channel: 'phone',
    receivedOn: '2026-11-10',
    requester: {
      family: '髙橋',
      given: '一郎',
      postcode: '530-0001',
      address: '大阪市北区梅田1-1',
      phone: '06-1234-5678',
    },
    kinds: ['disclosure'],
  } as never)

beforeEach(async () => {
  at = await deskIn()
  files = await openFiles(at.store, { folder: join(at.dir, 'files'), key, now: at.now })
  tray = await open()
  number = await asked()
  await at.do(number, 'writeLetter', { form: 'form-cover' })
})
afterEach(() => at.gone())

/** The first enclosure of the first letter: the 請求書 sent with the 用紙送付状. */
const formOf = (of: string, more: Partial<PageCode> = {}): PageCode => ({
  number: of,
  letter: 'l1',
  sheet: 1,
  form: 'request-disclosure',
  page: 1,
  pages: 2,
  ...more,
})
const nobody = { operator: null, number: null }

const taken = async (
  uploads: readonly Buffer[],
  about: { operator: string | null; number: string | null } = nobody,
  by = sato,
): Promise<TrayPage[]> => {
  const batch = randomUUID()
  const answer = await tray.take(uploads, { ...about, batch }, by)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return tray.batch(batch, by)
}
const only = async (...given: Parameters<typeof taken>): Promise<TrayPage> => {
  const [page] = await taken(...given)
  if (page === undefined) throw new Error('no page')
  return page
}

describe('a page of our own form', () => {
  it('goes to its case as a file, with the place of every page', async () => {
    const both = await bundled([
      await slip(pageCode(formOf(number))),
      await slip(pageCode(formOf(number, { page: 2 }))),
    ])
    const pages = await taken([both])
    const [file] = await files.list(number, sato)
    expect(file).toMatchObject({ type: 'application/pdf', pages: 2, name: 'request-disclosure-20261121.pdf' })
    expect(pages).toMatchObject([
      { state: 'filed', caseNumber: number, file: file?.id, filePage: 1, remarks: [], code: { page: 1 } },
      { state: 'filed', caseNumber: number, file: file?.id, filePage: 2, remarks: [], code: { page: 2 } },
    ])
    expect(await tray.ofCase(number, sato)).toEqual(pages)
    expect(await tray.waiting(sato)).toEqual([])
  })

  it('is taken out of a bundle of several people, each to their own case and nothing of another', async () => {
    const other = await asked('iij')
    await at.do(other, 'writeLetter', { form: 'request-disclosure' })
    const bundle = await bundled([
      await slip(pageCode(formOf(number))),
      await slip(null),
      await slip(pageCode(formOf(other, { sheet: 0 }))),
      await slip(pageCode(formOf(number, { page: 2 }))),
    ])
    const pages = await taken([bundle])
    expect(pages.map(page => [page.caseNumber, page.filePage, page.follows])).toEqual([
      [number, 1, null],
      [null, null, number],
      [other, 1, number],
      [number, 2, other],
    ])
    expect((await files.list(number, sato)).map(file => file.pages)).toEqual([2])
    expect((await files.list(other, sato)).map(file => file.pages)).toEqual([1])
  })

  it('is known on the very paper that was sent, and the cover letter is not taken for a form', async () => {
    const sent = await at.desk.pdf(number, 'l1', sato)
    const pages = await taken([await bundled(await scanned(sent ?? Buffer.alloc(0)))])
    expect(pages[0]).toMatchObject({ state: 'waiting', remarks: ['not_a_form'], code: { form: 'form-cover' } })
    const forms = pages.filter(page => page.state === 'filed')
    expect(new Set(forms.map(page => page.code?.form))).toEqual(new Set(['request-disclosure', 'power-of-attorney']))
    expect(await files.list(number, sato)).toMatchObject([{ pages: forms.length }])
  })

  it('of an older version is filed, and said to be old', async () => {
    const form = definitions().get('request-disclosure')
    if (form === undefined) throw new Error('no form')
    tray = await open(new Map([...definitions(), ['request-disclosure', { ...form, hash: 'of a newer version' }]]))
    expect(await only([await slip(pageCode(formOf(number)))])).toMatchObject({ state: 'filed', remarks: ['old_form'] })
  })

  it('that came before is filed again, and said to have come', async () => {
    await taken([await slip(pageCode(formOf(number)))])
    const again = await slip(pageCode(formOf(number)))
    expect(await only([again])).toMatchObject({ state: 'filed', remarks: ['came_before'] })
  })

  it('sent twice by one press is taken once', async () => {
    const scan = await slip(pageCode(formOf(number)))
    const about = { ...nobody, batch: randomUUID() }
    expect([await tray.take([scan], about, sato), await tray.take([scan], about, sato)]).toEqual([
      { ok: true },
      { ok: true },
    ])
    expect(await files.list(number, sato)).toHaveLength(1)
  })
})

describe('a blank back', () => {
  const states = (pages: readonly TrayPage[]) =>
    pages.map(({ state, caseNumber, filePage }) => [state, caseNumber, filePage])

  it('of a form lies behind it in the same file, and nobody is asked about it', async () => {
    const front = async (page: number) => slip(pageCode(formOf(number, { page })))
    const pages = await taken([await bundled([await front(1), await blankSlip(), await front(2), await blankSlip()])])
    expect(states(pages)).toEqual([1, 2, 3, 4].map(nth => ['filed', number, nth]))
    expect(pages.map(page => page.remarks)).toEqual([[], ['blank'], [], ['blank']])
    expect((await files.list(number, sato)).map(file => file.pages)).toEqual([4])
    expect(await tray.waiting(sato)).toEqual([])
  })

  it('of a page that waits is put aside as blank, by whoever read it in, and leaves no picture', async () => {
    const pages = await taken([await bundled([await slip(null), await blankSlip(), await blankSlip()])])
    expect(states(pages)).toEqual([
      ['waiting', null, null],
      ['discarded', null, null],
      ['discarded', null, null],
    ])
    expect(pages[1]).toMatchObject({ reason: 'blank', settledBy: sato.id })
    expect(readdirSync(trayFolder())).toHaveLength(1)
  })

  it('at the head of a file goes to nobody, even where the next page has a case', async () => {
    const pages = await taken([await bundled([await blankSlip(), await slip(pageCode(formOf(number)))])])
    expect(states(pages)).toEqual([
      ['discarded', null, null],
      ['filed', number, 1],
    ])
  })
})

describe('the same file once more', () => {
  const again = async (...uploads: Buffer[]) => tray.take(uploads, { ...nobody, batch: randomUUID() }, sato)
  const came = (nth: number) => ({ ok: false, issues: [{ path: 'file', code: 'file_came_before', about: { nth } }] })

  it('is noticed and not kept, neither in the case nor in the tray, nor what came with it', async () => {
    const [form, letter, other] = [await slip(pageCode(formOf(number))), await slip(null), await slip(null)]
    await taken([form, letter])
    expect(await again(form)).toEqual(came(1))
    expect(await again(other, letter)).toEqual(came(2))
    expect(await files.list(number, sato)).toHaveLength(1)
    expect(await tray.waiting(sato)).toHaveLength(1)
    expect(await again(other)).toEqual({ ok: true })
  })

  it('is noticed in one upload, and when two put it in at the same moment', async () => {
    const scan = await slip(pageCode(formOf(number)))
    expect(await again(scan, scan)).toEqual(came(2))
    const answers = await Promise.all([again(scan), again(scan)])
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    expect(await files.list(number, sato)).toHaveLength(1)
  })

  it('may come again when it was discarded', async () => {
    const scan = await slip(null)
    for (let round = 0; round < 3; round++) {
      const page = await only([scan])
      expect(await again(scan)).toEqual(came(1))
      expect(await tray.discard(page.id, 'by_mistake', sato)).toEqual({ ok: true })
    }
    expect(await only([scan])).toMatchObject({ state: 'waiting' })
  })
})

describe('a page that is not where it is expected', () => {
  it.each([
    ['of another operator', { operator: 'ims', number: null }, 'other_operator'],
    ['of another case', { operator: null, number: caseNumber(2026, 9) }, 'other_case'],
  ])('%s waits for a person, and is in no case', async (_what, about, remark) => {
    const page = await only([await slip(pageCode(formOf(number)))], about)
    expect(page).toMatchObject({ state: 'waiting', remarks: [remark], operator: 'sakura', caseNumber: null })
    expect(await files.list(number, sato)).toEqual([])
  })

  it('is not filed by hand into another case than its code says, but into that one', async () => {
    const other = await asked('sakura')
    const { id } = await only([await slip(pageCode(formOf(number)))], { operator: 'ims', number: null })
    expect(await tray.file(id, other, sato)).toEqual({ ok: false, issues: [{ path: 'to', code: 'other_case' }] })
    expect(await files.list(other, sato)).toEqual([])
    expect(await tray.file(id, number, sato)).toEqual({ ok: true, number })
  })

  it('of an operator that the clerk does not serve goes to those who do', async () => {
    const page = await only([await slip(pageCode(formOf(number)))], nobody, tanaka)
    expect(page).toMatchObject({ state: 'waiting', remarks: ['not_served'] })
    expect((await tray.waiting({ ...sato, operators: ['sakura'] })).map(each => each.id)).toEqual([page.id])
    expect(await tray.waiting({ ...sato, operators: ['ims'] })).toEqual([])
    expect(await tray.file(page.id, number, tanaka)).toMatchObject({ ok: false, issues: [{ code: 'unknown_case' }] })
    expect(await files.list(number, sato)).toEqual([])
  })

  it.each([
    ['without a code', async () => null, 'no_code'],
    ['with a code that is not ours', async () => 'https://example.com/', 'foreign_code'],
    ['of a case that is not there', async () => pageCode(formOf(caseNumber(2026, 77))), 'unknown_case'],
    ['of a letter that was never written', async () => pageCode(formOf(number, { letter: 'l9' })), 'unknown_letter'],
    [
      'that calls itself another form',
      async () => pageCode(formOf(number, { form: 'power-of-attorney' })),
      'unknown_letter',
    ],
    [
      'of a letter that nobody sends back',
      async () => pageCode(formOf(number, { sheet: 0, form: 'form-cover' })),
      'not_a_form',
    ],
  ])('%s waits', async (_what, text, remark) => {
    expect(await only([await slip(await text())])).toMatchObject({ state: 'waiting', remarks: [remark] })
    expect(await files.list(number, sato)).toEqual([])
  })
})

describe('the tray', () => {
  const waiting = async () => only([await slip(null)])

  it('keeps the picture sealed, and shows it to whom it concerns', async () => {
    const { id } = await waiting()
    expect((await tray.picture(id, sato))?.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    expect(await tray.picture(id, tanaka)).toBeNull()
    const [name = ''] = readdirSync(trayFolder())
    expect(readFileSync(join(trayFolder(), name)).includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false)
  })

  it('keeps it over a restart', async () => {
    const { id } = await waiting()
    tray = await open()
    expect(await tray.picture(id, sato)).not.toBeNull()
  })

  it.each([
    ['the number of the case', () => number],
    ['the short code at its foot', () => shortPageCode(formOf(number))],
    [
      'the short code in full width',
      () =>
        shortPageCode(formOf(number)).replace(/[0-9A-Z]/g, sign =>
          String.fromCharCode((sign.codePointAt(0) ?? 0) + 0xfee0),
        ),
    ],
  ])('lets a person file a page by %s', async (_what, to) => {
    const { id } = await waiting()
    expect(await tray.file(id, to(), sato)).toEqual({ ok: true, number })
    expect(await files.list(number, sato)).toMatchObject([{ type: 'image/jpeg', pages: 1 }])
    expect(await tray.one(id, sato)).toMatchObject({ state: 'filed', caseNumber: number, settledBy: 'sato' })
    expect(readdirSync(trayFolder())).toEqual([])
  })

  it.each([
    ['26000011', 'not_a_number'],
    ['', 'not_a_number'],
    [caseNumber(2026, 77), 'unknown_case'],
  ])('does not file by %j', async (to, code) => {
    const { id } = await waiting()
    expect(await tray.file(id, to, sato)).toEqual({ ok: false, issues: [{ path: 'to', code }] })
    expect((await tray.waiting(sato)).map(page => page.id)).toEqual([id])
  })

  it('forgets a discarded picture, but not who discarded it and why', async () => {
    const { id } = await waiting()
    expect(await tray.discard(id, 'because', sato)).toMatchObject({ ok: false, issues: [{ path: 'reason' }] })
    expect(await tray.discard(id, 'blank', sato)).toEqual({ ok: true })
    expect(await tray.one(id, sato)).toMatchObject({ state: 'discarded', reason: 'blank', settledBy: 'sato' })
    expect(await tray.picture(id, sato)).toBeNull()
    expect(readdirSync(trayFolder())).toEqual([])
  })

  it('lets a page be settled once', async () => {
    const { id } = await waiting()
    const both = await Promise.all([tray.file(id, number, sato), tray.discard(id, 'blank', sato)])
    expect(both.map(each => each.ok)).toEqual([true, false])
    expect(await tray.file(id, number, sato)).toMatchObject({ ok: false, issues: [{ code: 'page_settled' }] })
    expect(await files.list(number, sato)).toHaveLength(1)
  })

  it('is not for auditors to change', async () => {
    const { id } = await waiting()
    const no = { ok: false, refusal: { refused: 'not_allowed' } }
    expect(await tray.file(id, number, takahashi)).toEqual(no)
    expect(await tray.discard(id, 'blank', takahashi)).toEqual(no)
    expect(await tray.take([await slip(null)], { ...nobody, batch: randomUUID() }, takahashi)).toEqual(no)
  })
})

describe('an upload', () => {
  it.each([
    ['an empty file', async () => Buffer.alloc(0), 'file_empty'],
    ['50 MB', async () => Buffer.alloc(50 * 1024 * 1024, '%PDF-'), 'file_too_large'],
    ['a locked PDF', encryptedPdf, 'file_locked'],
    ['a PDF that runs a script', javaScript, 'file_active'],
    ['a page that calls itself PDF', async () => Buffer.from('<html></html>'), 'file_not_accepted'],
    [
      'more pages than one may put in at once',
      async () => bundled(Array<Buffer>(101).fill(await jpeg())),
      'file_too_long',
    ],
  ])('with %s is refused whole, and nothing of it stays', async (_what, bytes, code) => {
    const good = await slip(pageCode(formOf(number)))
    const answer = await tray.take([good, await bytes()], { ...nobody, batch: randomUUID() }, sato)
    expect(answer).toEqual({ ok: false, issues: [{ path: 'file', code, about: { nth: 2 } }] })
    expect(await files.list(number, sato)).toEqual([])
    expect(existsSync(trayFolder()) ? readdirSync(trayFolder()) : []).toEqual([])
  })
})
