import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPdf } from '../../src/disclosure/open-pdf.ts'
import { packableLetter } from '../../src/domain/package.ts'
import { plantedPaper } from '../desk/planted-paper.ts'
import { overSecret, page, plainPdf, SECRET, talkativePdf } from '../disclosure/sources.ts'
import { requestFor } from '../domain/given.ts'
import { apiIn } from './api-in.ts'

let api: Awaited<ReturnType<typeof apiIn>>
let sato: Awaited<ReturnType<typeof api.as>>
let number: string

beforeAll(async () => {
  api = await apiIn()
  sato = await api.as('sato')
  const { web } = api
  const by = web.actor('sato')
  number = await web.do(null, 'logRequest', requestFor('ims'), by)
  await web.do(number, 'draftDecision', { kind: 'disclosure', outcome: 'full', content: '契約者情報' }, by)
  await web.do(number, 'approveDecision', { decision: 'd1' }, web.actor('suzuki'))
  await web.do(number, 'writeReply', { decision: 'd1' }, by)
})
afterAll(() => api.gone())

const at = (more = '') => `/cases/${number}/package${more}`
const kept = (bytes: Buffer): Promise<string> => {
  const { web } = api
  const paper = { number, name: '資料.pdf', bytes }
  return plantedPaper({ files: web.parts.files, store: web.store }, paper, web.actor('sato'))
}
const choose = async (file: string, pages: object[], hidden: string[] = []) => {
  const found = await api.web.desk.kase(number, api.web.actor('sato'))
  const letter = found && packableLetter(found.kase)?.id
  const choice = { parts: [{ file, pages }], hidden, allowed: [] }
  const done = await sato.post(`/cases/${number}/acts/choosePackage`, { letter, choice })
  expect(done.statusCode).toBe(200)
}

test('a package is chosen, made, read and locked from outside as on the page', async () => {
  const file = await kept(await talkativePdf())
  expect((await sato.get(`/cases/${number}/files`)).json()).toMatchObject([{ id: file, pages: 2 }])
  await choose(file, [page(1, [overSecret])])
  const made = await sato.post(at(), {})
  expect([made.statusCode, made.json<{ number: string }>().number]).toEqual([200, number])
  const { rawPayload, headers } = await sato.get(at('.pdf'))
  expect(headers['content-type']).toBe('application/pdf')
  expect(rawPayload.includes(SECRET)).toBe(false)
  const locked = (await sato.post(at('/locked'), {})).json<{ file: string; password: string }>()
  const bytes = (await api.web.parts.files.read(locked.file, api.web.actor('sato')))?.bytes ?? Buffer.alloc(0)
  await expect(openPdf(bytes)).rejects.toThrow(/password/i)
  const opened = await openPdf(bytes, locked.password)
  expect(opened.pages).toBeGreaterThan(1)
  await opened.close()
})

test('a word that is left is a typed fault with its page and a sentence, and nothing is kept', async () => {
  await choose(await kept(await plainPdf(2)), [page(1), page(2)], ['top left'])
  const answer = await sato.post(at(), {})
  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({
    fault: 'word_left',
    word: 'top left',
    where: 'text',
    page: expect.any(Number),
    sentence: expect.stringMatching(/。$/),
  })
  expect((await sato.get(at('.pdf'))).statusCode).toBe(404)
  expect((await sato.post(at('/locked'), {})).json()).toMatchObject({ refused: 'package_missing' })
})

test('only clerks make one, and who serves another operator sees no case', async () => {
  const takahashi = await api.as('takahashi')
  expect((await takahashi.post(at(), {})).statusCode).toBe(403)
  const tanaka = await api.as('tanaka')
  for (const path of [at(), at('/locked')]) expect((await tanaka.post(path, {})).statusCode).toBe(404)
  for (const path of [at('.pdf'), `/cases/${number}/files`]) expect((await tanaka.get(path)).statusCode).toBe(404)
})
