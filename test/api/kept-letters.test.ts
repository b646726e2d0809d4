import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { afterUpgrade, filesIn, folderOf, sha256 } from '../desk/printed-letters.ts'
import { answeredCase } from '../web/postings-story.ts'
import { apiIn } from './api-in.ts'

let api: Awaited<ReturnType<typeof apiIn>>
let number: string
beforeAll(async () => {
  api = await apiIn()
  number = await answeredCase(api.web, 'posted')
}, 60_000)
afterAll(() => api.gone())

test('a case tells the hash of each printed letter, which is the hash of the file that is given', async () => {
  const sato = await api.as('sato')
  const { rawPayload } = await sato.get(`/cases/${number}/letters/l1.pdf`)
  const { state } = (await sato.get(`/cases/${number}`)).json() as { state: { letters: object[] } }
  expect(state.letters[0]).toMatchObject({ id: 'l1', printed: 1, sha256: sha256(rawPayload) })
})

test('a reprint needs its reason and is logged with it', async () => {
  const sato = await api.as('sato')
  const print = (body: object) => sato.post(`/cases/${number}/acts/printLetter`, { letter: 'l1', ...body })
  expect((await print({})).json()).toMatchObject({ refused: 'reprint_reason_missing', field: 'why' })
  expect((await print({ why: 'because' })).statusCode).toBe(422)
  expect((await print({ why: 'lost' })).statusCode).toBe(200)
  const history = (await sato.get(`/cases/${number}/history`)).json() as { event: object }[]
  expect(history.at(-1)?.event).toMatchObject({ type: 'LetterPrinted', why: 'lost' })
})

test('a letter whose file is lost is a sentence, not another letter', async () => {
  const sato = await api.as('sato')
  await afterUpgrade(api.web, 30, async () => api.web)
  for (const name of filesIn(api.web)) writeFileSync(join(folderOf(api.web), name), 'ruined')
  const lost = await sato.get(`/cases/${number}/letters/l1.pdf`)
  expect([lost.statusCode, lost.json()]).toEqual([409, expect.objectContaining({ refused: 'print_lost' })])
})
