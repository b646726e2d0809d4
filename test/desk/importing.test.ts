import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { kanri, requestFor, sato } from '../domain/given.ts'
import { operatorIds, operatorText } from '../operators.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

let at: DeskIn
beforeEach(async () => {
  at = await deskIn()
})
afterEach(() => at.gone())

const ims = operatorText('ims')
const phone = '096-355-5100'
const changed = ims.replaceAll(phone, '096-355-5199')

describe('the operators', () => {
  it('are those given at the start, once', async () => {
    expect((await at.desk.operators()).map(each => each.id).sort()).toEqual([...operatorIds].sort())
    at = await at.again()
    expect((await at.desk.operators()).length).toBe(operatorIds.length)
  })

  it('are imported by administrators only', async () => {
    expect(await at.desk.importOperator('ims.yaml', changed, sato)).toEqual({
      ok: false,
      refusal: { refused: 'not_allowed' },
    })
  })

  it('take new terms at once and keep them over a restart', async () => {
    expect(await at.desk.importOperator('ims.yaml', ims, kanri)).toMatchObject({ ok: true, changed: false })
    expect(await at.desk.importOperator('ims.yaml', changed, kanri)).toMatchObject({ ok: true, changed: true })
    const telephone = async () =>
      (await at.desk.operators()).find(each => each.id === 'ims')?.operator.policies[0]?.desks[0]?.telephone
    expect(await telephone()).toBe('096-355-5199')
    at = await at.again()
    expect(await telephone()).toBe('096-355-5199')
  })

  it('name line and field of what cannot be read', async () => {
    const wrong = await at.desk.importOperator('ims.yaml', ims.replace('brand:', 'brnad:'), kanri)
    expect(wrong).toMatchObject({
      ok: false,
      issues: expect.arrayContaining([expect.objectContaining({ path: 'brand' })]),
    })
    expect((await at.desk.operators()).find(each => each.id === 'ims')?.operator.brand).toBe('インターネット MAGMA')
  })

  it('keep the terms under which a case lives', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    expect(await at.desk.importOperator('ims.yaml', changed, kanri)).toEqual({
      ok: false,
      issues: [{ line: 1, path: 'policies.ims-2013', code: 'policy_in_use' }],
    })
    expect((await at.desk.kase(number, sato))?.kase.intake.policy).toBe('ims-2013')
  })

  const added = (from: string) => {
    const [head, policy = ''] = ims.split(/^(?=policies:)/m)
    const [key, ...lines] = policy.split('\n')
    const copy = lines
      .join('\n')
      .replace(/ims-2013/, 'ims-new')
      .replace(/^(\s*(?:- )?from:).*$/m, `$1 '${from}'`)
    return `${head}${key}\n${lines.join('\n').trimEnd()}\n${copy}`
  }

  it('cannot reach back over a case that is under way; terms of a later day are taken', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    expect(await at.desk.importOperator('ims.yaml', added('2026-11-20'), kanri)).toEqual({
      ok: false,
      issues: [{ line: 1, path: 'policies.ims-new', code: 'policy_reaches_back' }],
    })
    expect(await at.desk.importOperator('ims.yaml', added('2026-11-21'), kanri)).toMatchObject({ ok: true })
    expect((await at.desk.kase(number, sato))?.kase.intake.policy).toBe('ims-2013')
    expect((await at.desk.verify()).faults).toEqual([])
  })

  it('may reach back where no case is under way', async () => {
    expect(await at.desk.importOperator('ims.yaml', added('2026-01-01'), kanri)).toMatchObject({ ok: true })
  })

  it('are compared with what the shell has imported since, not with what the server remembers', async () => {
    const shell = await deskIn({ dir: at.dir })
    expect(await shell.desk.importOperator('ims.yaml', changed, kanri)).toMatchObject({ ok: true, changed: true })
    expect(await at.desk.importOperator('ims.yaml', ims, kanri)).toMatchObject({ ok: true, changed: true })
    const [desk] = (await at.desk.operators()).find(each => each.id === 'ims')?.operator.policies[0]?.desks ?? []
    expect(desk?.telephone).toBe(phone)
    await shell.desk.close()
  })

  it('that are lost under a case are named by verify', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    const renamed = ims.replace(/ims-2013/, 'ims-renamed')
    at.store.sqlite.write
      .prepare('INSERT INTO operators (id, hash, file, yaml, imported_at, by) VALUES (?, ?, ?, ?, ?, ?)')
      .run('ims', 'h', 'ims.yaml', renamed, '2026-11-21T03:00:00.000Z', 'kanri')
    at = await at.again()
    expect((await at.desk.verify()).faults).toContain(`${number}: its terms ims-2013 of ims are not there`)
  })
})
