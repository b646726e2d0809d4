import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeOut } from '../../src/desk/keeping.ts'
import { particulars } from '../../src/desk/tables.ts'
import type { CaseEvent } from '../../src/domain/case.ts'
import { hanako, requestFor, sato, suzuki } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

const note = (restricted: boolean): CaseEvent => ({
  type: 'NoteAdded',
  way: 'memo',
  memo: { fresh: '覚え' },
  restricted,
})

describe('takeOut', () => {
  it('leaves an id where a fresh value was, and everything else as it was', () => {
    const { events, taken } = takeOut([note(false)])
    const [{ id } = { id: '' }] = taken
    expect(events).toEqual([{ type: 'NoteAdded', way: 'memo', memo: { kept: id }, restricted: false }])
    expect(taken).toEqual([{ id, value: '覚え', restricted: false }])
  })

  it('leaves alone what is kept already', () => {
    const event: CaseEvent = { type: 'CaseUnfrozen', reason: { kept: 'a1' } }
    expect(takeOut([event])).toEqual({ events: [event], taken: [] })
  })

  it.each([
    ['a restricted note', note(true), [true]],
    ['an open note', note(false), [false]],
    [
      'the memo of a decision, not its facts',
      {
        type: 'DecisionDrafted',
        id: 'd1',
        kind: 'disclosure',
        outcome: 'full',
        grounds: [],
        searched: [],
        facts: { fresh: '事実' },
        memo: { fresh: '決裁者へ' },
      },
      [false, true],
    ],
    ['the memo of a freezing', { type: 'CaseFrozen', because: 'death', memo: { fresh: '電話' } }, [false]],
  ] as [string, CaseEvent, boolean[]][])('restricts %s', (_what, event, restricted) => {
    expect(takeOut([event]).taken.map(each => each.restricted)).toEqual(restricted)
  })
})

describe('reveal', () => {
  let at: DeskIn
  beforeEach(async () => {
    at = await deskIn()
  })
  afterEach(() => at.gone())

  it('gives back names byte for byte', async () => {
    const family = '\uFA10\u8FBB\u{E0100}'
    const number = await at.do(null, 'logRequest', requestFor('ims', { subject: { ...hanako, family } }))
    const subject = (await at.desk.kase(number, sato))?.kase.intake.subject
    expect(await at.desk.reveal(number, [subject], sato)).toEqual([expect.objectContaining({ family })])
    expect((await at.desk.list({ q: '塚辻' }, sato)).rows[0]?.name).toBe(`${family} 花子`)
  })

  it('keeps the order asked for, null where there is nothing', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims', { wanted: '契約の記録' }))
    const intake = (await at.desk.kase(number, sato))?.kase.intake
    const asked = [undefined, intake?.wanted, { kept: randomUUID() }, { fresh: 'まだ' }]
    expect(await at.desk.reveal(number, asked, suzuki)).toEqual([null, '契約の記録', null, 'まだ'])
  })

  it('reads nothing through a case that does not exist', async () => {
    await at.do(null, 'logRequest', requestFor('ims'))
    const [row] = await at.store.read.select().from(particulars)
    expect(await at.desk.reveal('26000992', [{ kept: row?.id ?? '' }], suzuki)).toEqual([null])
  })
})
