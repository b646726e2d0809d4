import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Desk, Performed } from '../../src/desk/desk.ts'
import { type Verb, verbNames } from '../../src/domain/case.ts'
import { sampleCast } from '../../src/walk/cast.ts'
import { perform } from '../../src/walk/script.ts'
import { scriptsIn } from '../../src/walk/scripts.ts'
import { hanako, on, requestFor, sato } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

let at: DeskIn
beforeEach(async () => {
  at = await deskIn()
})
afterEach(() => at.gone())

const base = on('2026-11-02')
const scripts = scriptsIn('walk')
type Perform = Desk['perform']

/** Takes every step of the sample cases through `press` instead of straight to the desk; the numbers of the cases. */
const walked = async (press: Perform): Promise<string[]> => {
  const stage = { desk: { ...at.desk, perform: press }, cast: sampleCast, setClock: (iso: string) => at.at(iso) }
  const numbers: string[] = []
  for (const script of scripts) numbers.push(await perform(stage, script, base))
  return numbers
}
const seqOf = async (number: string | null): Promise<number> =>
  number === null ? 0 : ((await at.desk.kase(number, sampleCast.admin))?.kase.seq ?? 0)
const refusalOf = (done: Performed) => (done.ok || 'issues' in done ? null : done.refusal.refused)

describe('every command of the sample cases', () => {
  it('sent twice under one key is carried out once, and answered the same', async () => {
    let pressed = 0
    const verbs = new Set<Verb>()
    await walked(async (number, verb, body, by) => {
      const how = { once: `press-${pressed}` }
      const first = await at.desk.perform(number, verb, body, by, how)
      const before = await seqOf(first.ok ? first.number : null)
      const second = await at.desk.perform(number, verb, body, by, how)
      expect(second).toMatchObject({ ok: true, repeated: true, number: first.ok && first.number })
      expect(second.ok && second.events).toEqual(first.ok && first.events)
      expect(await seqOf(second.ok ? second.number : null)).toBe(before)
      pressed += 1
      verbs.add(verb)
      return first
    })
    expect(pressed).toBeGreaterThan(60)
    expect(verbs.size).toBeGreaterThan(20)
    expect((await at.desk.verify()).faults).toEqual([])
  }, 60_000)

  it('sent from two tabs that show the same state is carried out in one of them', async () => {
    await walked(async (number, verb, body, by) => {
      if (number === null) return at.desk.perform(number, verb, body, by)
      const seen = await seqOf(number)
      const both = await Promise.all([1, 2].map(() => at.desk.perform(number, verb, body, by, { seen })))
      expect(both.map(refusalOf).sort()).toEqual([null, 'stale'].sort())
      return both.find(each => each.ok) ?? at.desk.perform(number, verb, body, by)
    })
    expect((await at.desk.verify()).faults).toEqual([])
  }, 60_000)
})

describe('one key', () => {
  const note = { memo: '電話あり' }

  it('of two people is two keys', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    await at.desk.perform(number, 'addNote', note, sato, { once: 'k' })
    const other = await at.desk.perform(number, 'addNote', note, { ...sato, id: 'suzuki' }, { once: 'k' })
    expect(other).not.toHaveProperty('repeated')
  })

  it('with another verb is another command', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    await at.desk.perform(number, 'addNote', note, sato, { once: 'k' })
    const frozen = await at.desk.perform(number, 'freeze', { because: 'dispute' }, sato, { once: 'k' })
    expect(frozen).toMatchObject({ ok: true, events: [{ type: 'CaseFrozen' }] })
  })

  it('with another case or another body is refused, and nothing is written', async () => {
    const [a, b] = [
      await at.do(null, 'logRequest', requestFor('ims')),
      await at.do(null, 'logRequest', requestFor('ims')),
    ]
    expect((await at.desk.perform(a, 'addNote', note, sato, { once: 'k' })).ok).toBe(true)
    const before = [await seqOf(a), await seqOf(b)]
    expect(refusalOf(await at.desk.perform(b, 'addNote', note, sato, { once: 'k' }))).toBe('key_reused')
    expect(refusalOf(await at.desk.perform(a, 'addNote', { memo: '別' }, sato, { once: 'k' }))).toBe('key_reused')
    expect([await seqOf(a), await seqOf(b)]).toEqual(before)
    expect(await at.desk.perform(a, 'addNote', note, sato, { once: 'k' })).toMatchObject({ repeated: true, number: a })
  })

  it('that opens a case is of one envelope', async () => {
    const open = (more: object) => at.desk.perform(null, 'logRequest', requestFor('ims', more), sato, { once: 'k' })
    const first = await open({})
    expect(await open({})).toMatchObject({ repeated: true, number: first.ok && first.number })
    expect(refusalOf(await open({ method: 'electronic' }))).toBe('key_reused')
  })

  it('of before the case and the body were in it still answers for its case, and for no other', async () => {
    const [a, b] = [
      await at.do(null, 'logRequest', requestFor('ims')),
      await at.do(null, 'logRequest', requestFor('ims')),
    ]
    await at.desk.perform(a, 'addNote', note, sato, { once: 'k' })
    at.store.sqlite.write.prepare('UPDATE once_keys SET key = ?').run('sato:addNote:k')
    expect(await at.desk.perform(a, 'addNote', note, sato, { once: 'k' })).toMatchObject({ repeated: true })
    expect(refusalOf(await at.desk.perform(b, 'addNote', note, sato, { once: 'k' }))).toBe('key_reused')
  })

  it('leaves neither itself nor a digest of the body alone in the store', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    await at.desk.perform(number, 'addNote', note, sato, { once: 'secret-key' })
    const rows = JSON.stringify(at.store.sqlite.read.prepare('SELECT key FROM once_keys').all())
    expect(rows).not.toContain('secret-key')
    expect(rows).toMatch(/sato:addNote:[0-9a-f]{64}:[0-9a-f]{64}/)
  })

  it('of a command that was refused is free: it may be mended and sent again', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    const how = { once: 'k' }
    const early = await at.desk.perform(
      number,
      'receivePaper',
      { kind: 'driver_license', receivedOn: '2026-12-24' },
      sato,
      how,
    )
    expect(refusalOf(early)).toBe('date_in_future')
    const mended = { whose: 'subject', kind: 'driver_license', as: 'copy', receivedOn: '2026-11-20' }
    expect(await at.desk.perform(number, 'receivePaper', mended, sato, how)).toMatchObject({ ok: true })
  })

  it('gives nothing of the first answer to one who may not see the case any more', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    await at.desk.perform(number, 'addNote', note, sato, { once: 'k' })
    const moved = await at.desk.perform(number, 'addNote', note, { ...sato, operators: ['iij'] }, { once: 'k' })
    expect(moved.ok).toBe(false)
    expect(JSON.stringify(moved)).not.toContain(hanako.family)
  })
})

it('fifty envelopes opened at once get fifty numbers, without a gap', async () => {
  const opened = await Promise.all(Array.from({ length: 50 }, () => at.do(null, 'logRequest', requestFor('ims'))))
  const running = opened.map(number => Number(number.slice(2, 7))).sort((a, b) => a - b)
  expect(running).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
  expect((await at.desk.verify()).faults).toEqual([])
})

it('a command of a verb that opens nothing, without a case, changes nothing', async () => {
  for (const verb of verbNames.filter(each => each !== 'logRequest' && each !== 'logFormRequest'))
    expect((await at.desk.perform(null, verb, {}, sato)).ok).toBe(false)
  expect(await at.desk.verify()).toMatchObject({ journals: 0, entries: 0, movements: 0 })
})
