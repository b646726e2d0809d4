import { degrees, PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openPdf } from '../../src/disclosure/open-pdf.ts'
import type { PlainDate } from '../../src/domain/day.ts'
import { packableLetter, packageOf } from '../../src/domain/package.ts'
import { paths } from '../../src/web/paths.ts'
import { png } from '../desk/papers.ts'
import { plantedPaper } from '../desk/planted-paper.ts'
import { plainPdf, SECRET, talkativePdf } from '../disclosure/sources.ts'
import { requestFor } from '../domain/given.ts'
import { bundled } from '../reading/scanner.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
let number: string
let file: string

beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
})
afterAll(() => web.gone())
beforeEach(async () => {
  number = await web.do(null, 'logRequest', requestFor('ims'), sato.by)
  await web.do(number, 'openInquiry', { department: '営業部', systems: '会員管理', period: '全期間' }, sato.by)
  await web.do(number, 'answerInquiry', { inquiry: 'i1', finding: 'found', answer: '1件' }, sato.by)
  const rows = [{ system: '会員管理', item: '氏名', value: '山田花子' }]
  await web.do(number, 'setSchedule', { rows }, sato.by)
  await web.do(number, 'draftDecision', { kind: 'disclosure', outcome: 'full' }, sato.by)
  await web.do(number, 'approveDecision', { decision: 'd1' }, web.actor('suzuki'))
  await web.do(number, 'writeReply', { decision: 'd1' }, sato.by)
  // Annotations and files never come in by the scanner's door: such a scan is refused there.
  file = await kept('契約書.pdf', await plainPdf(3))
})

const kept = async (name: string, bytes: Buffer): Promise<string> => {
  const added = await web.parts.files.add(number, name, bytes, sato.by)
  if (!added.ok) throw new Error(JSON.stringify(added))
  return added.file.id
}
const url = (more = '') => `/cases/${number}/package${more}`
const pages = (id: string, text: string, order = '1') => ({ [`pages.f${id}`]: text, [`order.f${id}`]: order })
const box = (n: number, x: string, y: string, w: string, h: string) => ({
  [`boxes.${n}.x`]: x,
  [`boxes.${n}.y`]: y,
  [`boxes.${n}.w`]: w,
  [`boxes.${n}.h`]: h,
})
const pack = async () => {
  const found = await web.desk.kase(number, sato.by)
  const letter = found && packableLetter(found.kase)
  return found && letter ? packageOf(found.kase, letter.id) : undefined
}
const choice = async () => (await web.desk.reveal(number, [(await pack())?.choice], sato.by))[0]
/** The JSON inside of a locked package. */
const enclosedIn = async (pdf: Buffer, password: string): Promise<unknown> => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: new Uint8Array(pdf), password, verbosity: 0 })
  const inside: Record<string, { content: Uint8Array }> = await (await task.promise).getAttachments()
  await task.destroy()
  return JSON.parse(Buffer.from(inside[`disclosure-${number}.json`]?.content ?? []).toString())
}
const textOf = async (pdf: Buffer, password?: string): Promise<string[]> => {
  const opened = await openPdf(pdf, password)
  const texts = []
  for (let page = 1; page <= opened.pages; page++)
    texts.push((await (await opened.page(page)).runs()).map(run => run.text).join(''))
  await opened.close()
  return texts
}

describe('the page of the package', () => {
  test('chooses pages of files in their order, and leads there from the case', async () => {
    const photo = await kept('写真.png', await png())
    expect((await sato.get(`/cases/${number}`)).body).toContain(`href="${url()}"`)
    await sato.post(url(), {
      ...pages(file, '１～２', '2'),
      ...pages(photo, '1', '1'),
      hidden: '佐々木\n',
      allowed: '',
    })
    expect(await choice()).toEqual({
      parts: [
        { file: photo, pages: [{ page: 1, boxes: [], picture: false }] },
        { file, pages: [1, 2].map(page => ({ page, boxes: [], picture: false })) },
      ],
      hidden: ['佐々木'],
      allowed: [],
    })
    expect((await sato.get(url())).body).toContain('value="1-2"')
  })

  test.each(['4', '0', '2-1', 'abc', '1-99'])('takes no page %s of three', async typed => {
    const answer = await sato.post(url(), pages(file, typed))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('1から3まで')
    expect(await pack()).toBeUndefined()
  })

  test('keeps the boxes of a page while other pages come and go', async () => {
    await sato.post(url(), pages(file, '1-2'))
    await sato.post(url(`/${file}/2`), box(0, '20', '30', '50', '8'))
    await sato.post(url(), pages(file, '2-3'))
    expect(await choice()).toMatchObject({
      parts: [
        {
          pages: [
            { page: 2, boxes: [{ x: 20 }] },
            { page: 3, boxes: [] },
          ],
        },
      ],
    })
  })

  test('makes one PDF: letter, 別紙, pages; the same file every time it is asked for', async () => {
    await sato.post(url(), pages(file, '3,1'))
    expect((await sato.post(url('/made'), {})).statusCode).toBe(303)
    const [first, second] = [
      await sato.get(`/cases/${number}/package.pdf`),
      await sato.get(`/cases/${number}/package.pdf`),
    ]
    expect(first.rawPayload.equals(second.rawPayload)).toBe(true)
    const texts = await textOf(first.rawPayload)
    expect(texts.join()).toContain('山田花子')
    expect(texts.at(-2)).toContain('Sheet 3')
    expect(texts.at(-1)).toContain('Sheet 1')
    expect((await pack())?.made).toMatchObject({ attached: 2, masked: 0, pages: texts.length })
    expect((await sato.get(url())).body).toContain('確認済み')
  })

  test('a new choice takes the made package away', async () => {
    await sato.post(url(), pages(file, '1'))
    await sato.post(url('/made'), {})
    await sato.post(url(), pages(file, '2'))
    expect((await sato.get(`/cases/${number}/package.pdf`)).statusCode).toBe(404)
  })

  test('a choice made while the work goes on is not overtaken by it', async () => {
    await sato.post(url(), pages(file, '1-3'))
    const making = sato.post(url('/made'), {})
    await sato.post(url(), pages(file, '2'))
    expect((await making).statusCode).toBe(409)
    expect((await pack())?.made).toBeUndefined()
  })

  test('cannot be chosen from a page that is out of date', async () => {
    expect((await sato.post(url(), { ...pages(file, '1'), _seen: '3' })).statusCode).toBe(409)
  })

  test('waits for an answer that gives data', async () => {
    const other = await web.do(null, 'logRequest', requestFor('ims'), sato.by)
    expect((await sato.get(`/cases/${other}/package`)).body).toContain('資料を付けられる回答書がありません')
    expect((await sato.post(`/cases/${other}/package/made`, {})).statusCode).toBe(409)
  })
})

describe('masking', () => {
  const secretly = async () => {
    const paper = { number, name: 'secret.pdf', bytes: await talkativePdf() }
    const id = await plantedPaper({ files: web.parts.files, store: web.store }, paper, sato.by)
    await sato.post(url(), pages(id, '1'))
    return id
  }

  test('shows the page, takes boxes by number, and the finished file holds nothing of it', async () => {
    const id = await secretly()
    const shown = await sato.get(url(`/${id}/1`))
    expect(shown.body).toContain(`href="${url(`/${id}/1/picture.jpg`)}"`)
    expect((await sato.get(url(`/${id}/1/picture.jpg`))).rawPayload.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
    expect((await sato.post(url(`/${id}/1`), box(0, '18', '27', '120', '10'))).statusCode).toBe(303)
    expect((await sato.get(url(`/${id}/1`))).body).toContain('<rect x="18" y="27" width="120" height="10"')
    expect((await sato.post(url('/made'), {})).statusCode).toBe(303)
    expect((await pack())?.made).toMatchObject({ masked: 1 })
    const { rawPayload } = await sato.get(`/cases/${number}/package.pdf`)
    expect((await textOf(rawPayload)).join()).not.toContain(SECRET)
  })

  test('shows a scanned page as it stands on the paper, turned as its file asks', async () => {
    const jpeg = await sharp({ create: { width: 1654, height: 2339, channels: 3, background: '#ffffff' } })
      .composite([
        { input: { create: { width: 400, height: 400, channels: 3, background: '#000000' } }, left: 0, top: 0 },
      ])
      .jpeg()
      .toBuffer()
    const scan = await PDFDocument.load(await bundled([jpeg]))
    scan.getPage(0).setRotation(degrees(90))
    const id = await kept('スキャン.pdf', Buffer.from(await scan.save()))
    await sato.post(url(), pages(id, '1'))
    expect((await sato.get(url(`/${id}/1`))).body).toContain('viewBox="0 0 297.00 210.00"')
    const picture = sharp((await sato.get(url(`/${id}/1/picture.jpg`))).rawPayload)
    const { data, info } = await picture.greyscale().raw().toBuffer({ resolveWithObject: true })
    expect([info.width > 1150, info.height > 800, info.width > info.height]).toEqual([true, true, true])
    const corner = (x: number, y: number) => (data[y * info.width + x] ?? 0) < 100
    expect([corner(20, 20), corner(info.width - 20, 20), corner(info.width - 20, info.height - 20)]).toEqual([
      false,
      true,
      false,
    ])
  })

  test('is refused while a hidden word stands elsewhere, with a sentence, until the word is allowed', async () => {
    const id = await kept('名簿.pdf', await plainPdf(2))
    await sato.post(url(), { ...pages(id, '1-2'), hidden: 'top left' })
    const answer = await sato.post(url('/made'), {})
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('「top left」')
    expect(answer.body).toContain('開示資料は作っていません')
    expect((await pack())?.made).toBeUndefined()
    await sato.post(url(), { ...pages(id, '1-2'), hidden: 'top left', allowed: 'TOP LEFT' })
    expect((await sato.post(url('/made'), {})).statusCode).toBe(303)
  })

  test.each([
    ['off the paper', box(0, '400', '1', '5', '5')],
    ['without a width', box(0, '1', '1', '0', '5')],
    ['with no number', box(0, '1', 'ue', '5', '5')],
  ])('takes no box %s', async (_what, fields) => {
    await sato.post(url(), pages(file, '1'))
    const answer = await sato.post(url(`/${file}/1`), fields)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('枠1')
  })

  test('says at the row what is wrong with a box, and keeps everything that was typed', async () => {
    const id = await secretly()
    const answer = await sato.post(url(`/${id}/1`), { ...box(0, '999', '27', '120', '10'), picture: 'yes' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toMatch(/id="f-boxes-0-x"[^>]*value="999"[^>]*aria-describedby="f-boxes-0-x-issue"/)
    expect(answer.body).toContain('<p class="issue" id="f-boxes-0-x-issue">')
    expect(answer.body).toMatch(/id="f-picture"[^>]*checked/)
    expect((await (await web.as('takahashi')).get(url(`/${id}/1`))).body).not.toContain('枠を登録する')
  })

  test('counts the pages that are registered, not those of a form that was refused', async () => {
    await sato.post(url(), pages(file, '1-2'))
    const { body } = await sato.post(url(), pages(file, '99'))
    expect(body).toContain('資料 2ページ（うち黒塗り 0')
  })

  test('takes every box of a page or none: a hundred, and not one more', async () => {
    await sato.post(url(), pages(file, '1'))
    const rows = (most: number) =>
      Object.assign({}, ...Array.from({ length: most }, (_, at) => box(at, '1', String(at), '5', '1')))
    expect((await sato.post(url(`/${file}/1`), rows(100))).statusCode).toBe(303)
    expect(await choice()).toMatchObject({ parts: [{ pages: [{ boxes: { length: 100 } }] }] })
    const answer = await sato.post(url(`/${file}/1`), rows(110))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('1ページの枠は100個までです（110個あります）')
    expect(answer.body).toContain('name="boxes.109.y"')
    expect(await choice()).toMatchObject({ parts: [{ pages: [{ boxes: { length: 100 } }] }] })
  })

  test.each([
    ['a word longer than is looked for', 'あ'.repeat(201)],
    ['more words than are looked for', Array.from({ length: 201 }, (_, at) => `語${at}`).join('\n')],
  ])('does not go on with a part of %s', async (_what, hidden) => {
    const answer = await sato.post(url(), { ...pages(file, '1'), hidden })
    expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining('200字以内で、200行まで')])
    expect(await pack()).toBeUndefined()
  })

  test('takes a box away when its fields are emptied', async () => {
    await sato.post(url(), pages(file, '1'))
    await sato.post(url(`/${file}/1`), { ...box(0, '1', '1', '5', '5'), ...box(1, '9', '9', '5', '5') })
    await sato.post(url(`/${file}/1`), { ...box(0, '', '', '', ''), ...box(1, '9', '9', '5', '5'), picture: 'yes' })
    expect(await choice()).toMatchObject({ parts: [{ pages: [{ boxes: [{ x: 9 }], picture: true }] }] })
  })

  test('is only for pages that were chosen', async () => {
    await sato.post(url(), pages(file, '1'))
    for (const page of ['2', '9', 'x']) expect((await sato.get(url(`/${file}/${page}`))).statusCode).toBe(404)
  })
})

test('made anew after its print, is to be printed again, and the page says so', async () => {
  await sato.post(url(), pages(file, '1'))
  await sato.post(url('/made'), {})
  await web.do(number, 'printLetter', { letter: 'l1' }, sato.by)
  const printed = async () => (await web.desk.kase(number, sato.by))?.kase.letters[0]?.printed
  expect(await printed()).toBe(1)
  await sato.post(url('/made'), {})
  expect(await printed()).toBe(0)
  const { body } = await sato.get(url())
  expect(body).toContain('第2版')
  expect(body).toContain('前の版の紙は封入の確認で止まり')
})

describe('handing over as data', () => {
  test('gives a locked file, its password once, and no trace of it in the journal', async () => {
    await sato.post(url(), pages(file, '1'))
    await sato.post(url('/made'), {})
    const answer = await sato.post(url('/locked'), {})
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    const password = /<code>([a-z0-9-]{24})<\/code>/.exec(answer.body)?.[1] ?? ''
    const locked = (await pack())?.handedOver?.file ?? ''
    const { rawPayload } = await sato.get(`/cases/${number}/files/${locked}`)
    expect((await textOf(rawPayload, password)).join()).toContain('山田花子')
    await expect(openPdf(rawPayload)).rejects.toThrow(/password/i)
    expect(await enclosedIn(rawPayload, password)).toMatchObject({
      受付番号: number,
      開示資料: { 版: 1 },
      資料: [{ 番号: '1/1' }],
    })
    expect(JSON.stringify(await web.desk.history(number, sato.by))).not.toContain(password)
    expect((await sato.get(url())).body).not.toContain(password)
    // The letter of its own tells it; the journal goes on not to.
    expect(answer.body).toContain('パスワードのお知らせを作る')
    const hidden = Object.fromEntries(
      [...answer.body.matchAll(/<input type="hidden" name="(_seen|form)" value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value ?? '',
      ]),
    )
    expect((await sato.post(`/cases/${number}/acts/writeLetter`, hidden)).statusCode).toBe(303)
    const told = await textOf((await web.desk.pdf(number, 'l2', sato.by)) ?? Buffer.alloc(0))
    expect(told.join('').replace(/\s/g, '')).toContain(password)
    expect(JSON.stringify(await web.desk.history(number, sato.by))).not.toContain(password)
    expect((await sato.get(`/cases/${number}/history`)).body).not.toContain(password)
  })

  test('its password lies in an envelope of its own, on the packing table, among labels and in print', async () => {
    await sato.post(url(), pages(file, '1'))
    await sato.post(url('/made'), {})
    await sato.post(url('/locked'), {})
    await web.do(number, 'writeLetter', { form: 'password-notice' }, sato.by)
    const both = [
      { number, letter: 'l1' },
      { number, letter: 'l2' },
    ]
    for (const { letter } of both) await web.do(number, 'printLetter', { letter }, sato.by)
    const { body } = await sato.get('/packing')
    for (const { letter } of both) expect(body).toContain(paths.packing(number, [letter]))
    expect(body).not.toContain(paths.packing(number, ['l1', 'l2']).replaceAll('&', '&amp;'))
    expect(await web.desk.labelPicks(both, sato.by)).toEqual(both)
    const on = '2026-11-21' as PlainDate
    const made = await web.desk.batch(both, { bothSides: false, envelope: 'fit', on }, sato.by)
    if (!made.ok) throw new Error(JSON.stringify(made.faults))
    expect((await textOf(made.pdf)).filter(text => text.replace(/\s/g, '').includes('-L2-99-1/1'))).toHaveLength(1)
  })

  test('needs a package', async () => {
    expect((await sato.post(url('/locked'), {})).statusCode).toBe(409)
  })
})

describe('who may', () => {
  test('an auditor looks and changes nothing', async () => {
    const takahashi = await web.as('takahashi')
    expect((await takahashi.get(url())).statusCode).toBe(200)
    expect((await takahashi.post(url(), pages(file, '1'))).statusCode).toBe(403)
    expect((await takahashi.post(url('/made'), {})).statusCode).toBe(403)
  })

  test('another operator sees neither package nor picture', async () => {
    await sato.post(url(), pages(file, '1'))
    await sato.post(url('/made'), {})
    const tanaka = await web.as('tanaka')
    for (const at of [url(), `/cases/${number}/package.pdf`, url(`/${file}/1`), url(`/${file}/1/picture.jpg`)])
      expect((await tanaka.get(at)).statusCode).toBe(404)
    expect((await tanaka.post(url('/locked'), {})).statusCode).toBe(404)
    expect((await tanaka.post(url(`/${file}/1`), {})).statusCode).toBe(404)
  })

  test('nobody without the form token', async () => {
    expect((await sato.post(url('/made'), { _csrf: 'chigau' })).statusCode).toBe(403)
  })
})
