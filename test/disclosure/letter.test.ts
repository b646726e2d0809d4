import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPdf } from '../../src/disclosure/open-pdf.ts'
import type { ScheduleRow } from '../../src/domain/schedule.ts'
import { type DeskIn, deskIn } from '../desk/desk-in.ts'
import { requestFor, sato, suzuki } from '../domain/given.ts'

let desk: DeskIn
beforeAll(async () => {
  desk = await deskIn()
})
afterAll(() => desk.gone())

const asked = async (): Promise<string> => {
  const number = await desk.do(null, 'logRequest', requestFor('ims'))
  await desk.do(number, 'openInquiry', { department: '営業部', systems: '会員管理', period: '全期間' })
  await desk.do(number, 'answerInquiry', { inquiry: 'i1', finding: 'found', answer: '1件' })
  return number
}
const answered = async (rows: ScheduleRow[], outcome: 'full' | 'part'): Promise<string[]> => {
  const number = await asked()
  await desk.do(number, 'setSchedule', { rows })
  await desk.do(number, 'draftDecision', { kind: 'disclosure', outcome })
  await desk.do(number, 'approveDecision', { decision: 'd1' }, suzuki)
  await desk.do(number, 'writeReply', { decision: 'd1' })
  const opened = await openPdf((await desk.desk.pdf(number, 'l1', sato)) ?? Buffer.alloc(0))
  const texts = []
  for (let page = 1; page <= opened.pages; page++)
    texts.push((await (await opened.page(page)).runs()).map(run => run.text).join(''))
  await opened.close()
  return texts
}
const row = (n: number, value = `値${n}`): ScheduleRow => ({ system: `台帳${n % 3}`, item: `項目${n}`, value })

describe('a letter with a 別紙', () => {
  test('lists items by system, and withheld ones with their article and nothing more', async () => {
    const withheld = {
      system: '与信',
      item: '点数',
      value: 'SECRET-61',
      withheld: '33-2-2',
      facts: '推知されるため',
    } as const
    const text = (await answered([row(1), row(2), row(4), withheld], 'part')).join('')
    for (const told of [
      '別紙のとおり',
      '【台帳1】',
      '1-2',
      '項目4',
      '【与信】',
      '法第33条第2項第2号',
      '開示しない項目1件',
    ])
      expect(text.replace(/\s/g, '')).toContain(told)
    expect(text).not.toContain('SECRET')
  })

  test('prints five thousand rows, the last one too', async () => {
    const texts = await answered(
      Array.from({ length: 5_000 }, (_, n) => row(n)),
      'full',
    )
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.join('')).toContain('値4999')
  })

  test('breaks a value that is longer than a page, and loses no character of it', async () => {
    const value = Array.from({ length: 400 }, (_, n) => `記録${String(n).padStart(3, '0')}`)
      .join('')
      .slice(0, 2_000)
    const lines = Array.from({ length: 150 }, (_, n) => `行${String(n).padStart(3, '0')}`).join('\n')
    const text = (await answered([row(1, value), row(2, lines)], 'full')).join('').replace(/\s/g, '')
    for (let n = 0; n < 285; n++) expect(text).toContain(String(n).padStart(3, '0'))
    for (let n = 0; n < 150; n++) expect(text).toContain(`行${String(n).padStart(3, '0')}`)
  })

  test('of the widest item, value and system fits its cells', async () => {
    const wide: ScheduleRow = { system: '鬱'.repeat(100), item: '鬱'.repeat(200), value: '鬱'.repeat(2_000) }
    const texts = await answered([wide], 'full')
    expect(texts.join('').match(/鬱/g)?.length).toBe(2_300)
  })

  test('says while it is typed which character cannot be printed', async () => {
    const number = await asked()
    const rows = [row(1), row(2, '値\u{1F9FF}')]
    const answer = await desk.desk.perform(number, 'setSchedule', { rows }, sato)
    expect(answer).toMatchObject({ ok: false, issues: [{ path: 'rows.1.value', code: 'missing_glyph' }] })
    const withheld = [row(1), { ...row(2, '\u{1F9FF}'), withheld: '33-2-2' }]
    expect((await desk.desk.perform(number, 'setSchedule', { rows: withheld }, sato)).ok).toBe(true)
  })
})
