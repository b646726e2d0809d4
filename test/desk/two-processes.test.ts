import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { kanri, requestFor, sato } from '../domain/given.ts'
import { operatorText } from '../operators.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

/** The shell beside the running server: two desks on one file, each with its own connections. */
let server: DeskIn
let shell: DeskIn
beforeEach(async () => {
  server = await deskIn()
  shell = await deskIn({ dir: server.dir })
})
afterEach(async () => {
  await shell.desk.close()
  await server.gone()
})

describe('two desks on one store', () => {
  it('never give the same number twice', async () => {
    // By turns: within one process a second writer would wait for the first while keeping it from going on.
    const opened: string[] = []
    for (let n = 0; n < 10; n += 1)
      opened.push(await (n % 2 ? server : shell).do(null, 'logRequest', requestFor('ims')))
    expect(new Set(opened).size).toBe(10)
    expect((await server.desk.verify()).faults).toEqual([])
  })

  it('see terms that the other has imported', async () => {
    const yaml = operatorText('ims').replaceAll('096-355-5100', '096-355-5199')
    expect(await shell.desk.importOperator('ims.yaml', yaml, kanri)).toMatchObject({ ok: true, changed: true })
    const ims = (await server.desk.operators()).find(each => each.id === 'ims')
    expect(ims?.operator.policies[0]?.desks[0]?.telephone).toBe('096-355-5199')
  })

  it('take over a closure that the other has entered', async () => {
    await server.do(null, 'logRequest', requestFor('ims', { enclosed: [] }))
    const before = (await server.desk.list({}, sato)).rows[0]?.dueOn
    await shell.desk.changeCalendar(day('2026-11-26'), 'closure', '停電', kanri)
    expect((await server.desk.context(sato)).calendar.why(day('2026-11-26'))).toBe('停電')
    const after = (await server.desk.list({}, sato)).rows[0]?.dueOn
    expect(before !== undefined && after !== before).toBe(true)
  })
})
