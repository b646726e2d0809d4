import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { letterFiles } from '../../src/desk/print/tables-print.ts'
import { afterUpgrade, filesIn, folderOf, sha256 } from '../desk/printed-letters.ts'
import { answeredCase } from './postings-story.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let sato: Browser
let number: string
let other: string
beforeAll(async () => {
  web = await webIn()
  sato = await web.as('sato')
  number = await answeredCase(web, 'posted')
  other = await answeredCase(web, 'printed')
}, 60_000)
afterAll(() => web.gone())

const letter = () => sato.get(`/cases/${number}/letters/l1.pdf`)

test('the history of a case tells the hash of what was printed, and why it was printed again', async () => {
  await sato.fill(`/cases/${number}/acts/printLetter`, { letter: 'l1', why: 'copy' })
  const hash = sha256((await letter()).rawPayload)
  const { body } = await sato.get(`/cases/${number}`)
  expect(body).toContain(`控えのSHA-256は${hash.slice(0, 16)}…です。`)
  expect(body).toContain('もう一度印刷しました（理由：社内の控え）')
})

test('printing again without a reason is asked back at its field', async () => {
  const answer = await sato.fill(`/cases/${number}/acts/printLetter`, { letter: 'l1' })
  expect(answer.body).toContain('もう一度印刷する理由を選んでください。')
})

test('papers that the program sets otherwise since are turned away at the table before a page is read', async () => {
  const table = async () => (await sato.get(`/cases/${other}/packing/l1`)).body
  expect(await table()).not.toContain('刷り直してください')
  await web.store.transaction(async () => {
    await web.store.write.update(letterFiles).set({ storedAs: null }).where(eq(letterFiles.caseNumber, other))
  })
  await afterUpgrade(web, 30, async () => web)
  expect(await table()).toContain('印刷後に組版が変わりました。刷り直してください。')
})

test('a letter opens as it was sent although the program sets it otherwise, and says so when its file is lost', async () => {
  const sent = (await letter()).rawPayload
  await afterUpgrade(web, 30, async () => web)
  expect((await letter()).rawPayload).toEqual(sent)
  for (const name of filesIn(web)) writeFileSync(join(folderOf(web), name), 'ruined')
  const lost = await letter()
  expect(lost.statusCode).toBe(409)
  expect(lost.body).toContain('発送した時のとおりには印刷できません')
})
