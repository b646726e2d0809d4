import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BrowserIn } from './browser-in.ts'
import { demoDesk } from './demo-desk.ts'
import {
  choose,
  codeOf,
  faceOf,
  opened,
  type Printed,
  press,
  print,
  read,
  readAll,
  record,
  row,
  sign,
  takeOut,
} from './post-practice.ts'

/** 「見本の発送を練習する」 (src/words/manual-post-walk.ts) as a newcomer does it, section by section, by what screen and paper say. */

const okada = '岡田 実'
const hemmi = '邊見 裕子'
const inoue = '井上 誠'
/** The cover's code has no typed form. */
const index = 'KD1::batch-index:1/1'

let at: BrowserIn
let page: Page
let second: Page
let pages: Printed[]
beforeAll(async () => {
  at = await demoDesk()
  page = await at.open('sato')
  second = await at.open('ito')
})
afterAll(() => at.gone())

const confirm = async (name: string) => {
  await second.goto('/postings')
  await row(second, name).getByText('別の担当者が確かめる').click()
  await press(second, '宛名と中身を確かめました')
  await second.waitForURL('**/packing?packed=*')
}
const recordable = () => page.getByRole('button', { name: '封入を記録する' }).count()

describe('the practice at the demo’s print room', () => {
  it('1 prints three letters as two envelopes under a cover', async () => {
    await page.goto('/postings')
    await choose(page, [
      [okada, '回答書（利用停止等）'],
      [okada, '利用停止等を行わない旨の通知書'],
      [hemmi, '取下げの確認書'],
    ])
    pages = await print(page)
    expect(await page.locator('.notice').innerText()).toContain('3通の印刷を記録しました')
    expect(pages[0]?.text).toMatch(/2通.*岡田実様.*3枚.*邊見裕子様.*2枚/)
    await press(page, '封入を確かめます')
    for (const name of [inoue, okada, hemmi]) expect(await row(page, name).innerText()).toContain('封入待ち')
    expect(await page.locator('h2 .count').innerText()).toBe('3通')
  })

  it('2 stops every wrong sheet, a missing one and one too many', async () => {
    await read(page, index)
    await sign(page, '案件の書類ではありません')
    await read(page, faceOf(pages, okada))
    await page.waitForURL('**/cases/*/packing/*')
    await sign(page, 'あと2面')
    const other = codeOf(pages, hemmi, '取下げについて')
    await read(page, other)
    await sign(page, '別の方の書類です')
    expect(await page.locator('.packing-which').innerText()).toContain('の文書1')
    await takeOut(page, 'あと2面')
    await read(page, faceOf(pages, hemmi))
    await sign(page, '別の封筒です')
    await takeOut(page, 'あと2面')
    const reply = codeOf(pages, okada, '利用停止等のご請求について')
    await read(page, reply)
    await sign(page, 'あと1面')
    await page.keyboard.press('Enter')
    expect(await recordable()).toBe(0)
    expect(await page.locator('.packing-sheets li:not(.right)').innerText()).toContain('行わない旨の通知書')
    await read(page, reply)
    await sign(page, '2回読み取りました')
    await takeOut(page, 'あと1面')
    const refusal = codeOf(pages, okada, '行わない旨の通知')
    await read(page, refusal.slice(0, -2) + String((Number(refusal.slice(-2)) + 1) % 100).padStart(2, '0'))
    await sign(page, '読み取れません')
    await takeOut(page, 'あと1面')
    await read(page, refusal)
    await sign(page, '揃いました')
    await read(page, other)
    await sign(page, '別の方の書類です')
    expect(await recordable()).toBe(0)
    const counter = await at.open('sato')
    await counter.goto('/postings')
    expect(await counter.locator('#counter').innerText()).toContain('窓口に出す封筒はありません')
    await counter.context().close()
    await takeOut(page, '揃いました')
  })

  it('3 lets the right sets through, the one that needs it by a second person', async () => {
    await record(page)
    expect(await row(page, okada).innerText()).toContain('別の担当者の確認待ち')
    await read(page, faceOf(pages, okada))
    await page.getByText('自分で封入した封筒は、自分で確かめられません。別の担当者に依頼してください。').waitFor()
    await page.goto('/postings')
    await press(page, '書類を読み取って始める')
    await readAll(page, [faceOf(pages, hemmi), codeOf(pages, hemmi, '取下げについて')])
    await record(page)
    await confirm(okada)
  })

  it('4 prints a returned letter again with its reason, and misses a back', async () => {
    await page.goto('/postings')
    await press(page, 'もう一度印刷する')
    await choose(page, [[inoue, '回答書']])
    await press(page, '選んだ文書を1つのPDFにする')
    await page.getByText('もう一度印刷する理由を選んでください。').first().waitFor()
    await page.selectOption('[name=why]', { label: '返送後の再送' })
    const codes = (await print(page)).map(({ code }) => code).filter(code => code !== '')
    await press(page, '封入を確かめます')
    const backs = codes.filter(code => code.includes('-2/2-'))
    expect(backs.length).toBe(2)
    await readAll(
      page,
      codes.filter(code => !backs.includes(code)),
    )
    await sign(page, 'あと2面')
    for (const back of backs) await read(page, back)
    await record(page)
    await confirm(inoue)
  })

  it('5 gets the counter’s list, a sheet for each sender, and takes only right numbers', async () => {
    await page.goto('/postings')
    await press(page, '差出票と受領証の番号')
    expect(await page.locator('[name=take]:checked').count()).toBe(3)
    for (const name of [okada, inoue])
      expect(
        await row(page, name ?? '')
          .locator('select[name$=".way"] option:checked')
          .innerText(),
      ).toBe('一般書留（配達証明・本人限定受取）')
    await row(page, inoue).locator('[name$=".grams"]').fill('60')
    await press(page, '差出票を作る')
    expect(await row(page, inoue).innerText()).toContain('料金表にありません')
    expect(await page.getByRole('link', { name: '差出票（PDF）' }).count()).toBe(0)
    await page.goBack()
    await row(page, inoue).locator('[name$=".size"]').selectOption({ label: '定形外（規格内）' })
    await press(page, '差出票を作る')
    expect(await page.locator('main h2').count()).toBe(3)
    expect((await opened(page, '差出票（PDF）')).map(({ text }) => text.includes('差出票'))).toEqual([true, true, true])
    const stopped = async (words: string) => {
      await page.locator('[data-summary]', { hasText: words }).waitFor()
    }
    await read(page, '13112383851')
    await stopped('検査数字が合いません')
    await read(page, 'A13112383852A')
    await page.locator('#f-n2:focus').waitFor()
    await read(page, '13112383852')
    await stopped('と同じ番号です')
    await read(page, '13112383863')
    await page.locator('#f-n3:focus').waitFor()
    await read(page, '13112383874')
    await page.getByText('3通の発送をすべて記録しました').first().waitFor()
  })

  it('6 records what became of the envelopes', async () => {
    const sent = async (name: string, deed: string, reason = '') => {
      await page.goto('/postings')
      await page.locator('#sent tr', { hasText: name }).first().getByText(deed, { exact: true }).click()
      await page.fill('[name=on]', '2026/11/21')
      if (reason) await page.selectOption('[name=reason]', { label: reason })
      await page.locator('main form button.primary').click()
      await page.waitForURL(/\/cases\/\d{8}$/)
      await page.goto('/postings')
      return page.locator('#sent').innerText()
    }
    expect(await sent(okada, '配達')).toContain('配達証明書待ち')
    expect(await sent(okada, '証明書の到着')).not.toContain(okada)
    await sent(hemmi, '返戻', '転居')
    expect(await page.locator('#sent tr', { hasText: hemmi }).innerText()).toContain('もう一度封入')
  })

  it('8 leaves nothing that does not agree, and no script had a fault', async () => {
    expect((await at.desk.verify()).faults).toEqual([])
    expect(at.faults).toEqual([])
  })
})
