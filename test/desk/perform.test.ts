import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hanako, ito, requestFor, sato, suzuki } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

let at: DeskIn
beforeEach(async () => {
  at = await deskIn()
})
afterEach(() => at.gone())

describe('perform', () => {
  it('opens a case under the first number of the year and reads it back', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    expect(number).toMatch(/^2600001\d$/)
    const opened = await at.desk.kase(number, sato)
    expect(opened?.kase.intake).toMatchObject({ operator: 'ims', arrivedOn: '2026-11-20', kinds: ['disclosure'] })
    expect(await at.desk.reveal(number, [opened?.kase.intake.subject], sato)).toEqual([
      expect.objectContaining({ family: '山田', given: '花子' }),
    ])
    expect((await at.desk.list({}, sato)).rows).toEqual([
      expect.objectContaining({ number, name: '山田 花子', kana: 'ヤマダ ハナコ', suitPossibleFrom: '2026-12-05' }),
    ])
    expect(await at.desk.verify()).toMatchObject({ journals: 1, faults: [] })
  })

  it('carries out the same POST once', async () => {
    const first = await at.desk.perform(null, 'logRequest', requestFor('ims'), sato, { once: 'k1' })
    const again = await at.desk.perform(null, 'logRequest', requestFor('ims'), sato, { once: 'k1' })
    expect(again).toEqual({ ...first, repeated: true })
    expect((await at.desk.list({}, sato)).total).toBe(1)
    const other = await at.desk.perform(null, 'logRequest', requestFor('ims'), suzuki, { once: 'k1' })
    expect(other).not.toHaveProperty('repeated')
  })

  it('gives fifty cases opened at once fifty numbers', async () => {
    const opened = await Promise.all(
      Array.from({ length: 50 }, () => at.desk.perform(null, 'logRequest', requestFor('ims'), sato)),
    )
    expect(new Set(opened.map(each => each.ok && each.number)).size).toBe(50)
    expect(opened.every(each => each.ok)).toBe(true)
    expect((await at.desk.list({}, sato)).total).toBe(50)
  })

  it('does not spend a number on a refused command', async () => {
    const refused = await at.desk.perform(null, 'logRequest', requestFor('ims', { kinds: [] }), sato)
    expect(refused).toEqual({ ok: false, refusal: expect.objectContaining({ refused: 'kind_missing' }) })
    expect(await at.do(null, 'logRequest', requestFor('ims'))).toMatch(/^2600001/)
  })

  it('says at which field a body cannot be read', async () => {
    const wrong = await at.desk.perform(
      null,
      'logRequest',
      { ...requestFor('ims'), service: 'pigeon', arrivedOn: '20日', subject: { ...hanako, family: '', phone: 'x' } },
      sato,
    )
    expect(wrong.ok).toBe(false)
    expect('issues' in wrong && wrong.issues.map(({ path, code }) => [path, code])).toEqual([
      ['service', 'choose_one'],
      ['arrivedOn', 'day_not_read'],
      ['subject.family', 'required'],
      ['subject.phone', 'phone_not_read'],
    ])
  })

  it('names missing fields and texts that are too long', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    expect(await at.desk.perform(number, 'addNote', {}, sato)).toEqual({
      ok: false,
      issues: [{ path: 'memo', code: 'required' }],
    })
    const long = await at.desk.perform(number, 'addNote', { memo: 'あ'.repeat(4001) }, sato)
    expect(long).toEqual({ ok: false, issues: [{ path: 'memo', code: 'too_long', about: { most: 4000 } }] })
    expect(await at.desk.perform(number, 'receiveFee', null, ito)).toMatchObject({ ok: false })
  })

  it('refuses a name that no font can print, at its field', async () => {
    const wrong = await at.desk.perform(
      null,
      'logRequest',
      requestFor('ims', { subject: { ...hanako, given: '花\u{323AF}' } }),
      sato,
    )
    expect(wrong).toMatchObject({
      ok: false,
      issues: [{ path: 'subject.given', code: 'missing_glyph', about: { character: '\u{323AF}' } }],
    })
    expect((await at.desk.list({}, sato)).total).toBe(0)
  })

  it('opens nothing under a number that was made up, nor without a number by a verb that opens nothing', async () => {
    expect(await at.desk.perform('26000992', 'logRequest', requestFor('ims'), sato)).toEqual({
      ok: false,
      refusal: { refused: 'not_opened' },
    })
    expect(await at.desk.perform(null, 'addNote', { memo: 'x' }, sato)).toEqual({
      ok: false,
      refusal: { refused: 'not_opened' },
    })
  })

  it('goes on with the next number after a restart', async () => {
    const first = await at.do(null, 'logRequest', requestFor('ims'))
    at = await at.again()
    const second = await at.do(null, 'logRequest', requestFor('sakura'))
    expect([first, second].map(number => number.slice(0, 7))).toEqual(['2600001', '2600002'])
  })
})
