import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiIn } from './api-in.ts'

let at: Awaited<ReturnType<typeof apiIn>>
beforeAll(async () => {
  at = await apiIn()
})
afterAll(() => at.gone())

const file = readFileSync(new URL('../../fixtures/statements/sbi-net-202611.csv', import.meta.url))

const send = async (query: string, bytes: Buffer = file, who: 'ito' | 'sato' | 'tanaka' = 'ito') => {
  const { token } = await at.as(who)
  return at.app.inject({
    method: 'POST',
    url: `/api/statements?${query}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    payload: bytes,
  })
}

describe('statements by the API', () => {
  test('say what is missing, code and sentence, and take nothing', async () => {
    const made = await at.web.desk.accounts.register({ label: '住信SBI', operators: 'ims' }, at.web.actor('ito'))
    expect(made.ok).toBe(true)
    const none = await send('name=a.csv')
    expect(none.statusCode).toBe(422)
    expect(none.json().issues).toEqual([
      { path: 'accounts.0', code: 'account_missing', sentence: 'どの口座の明細かを選んでください。' },
    ])
    const unproven = await send('account=A1')
    expect(unproven.json()).toMatchObject({
      issues: [{ code: 'proof_missing' }],
      told: [{ code: 'balance_gap', amount: 3300 }],
    })
    const look = await send('account=A1&look=true')
    expect(look.json()).toMatchObject({ statements: [], accounts: [{ account: 'A1', lines: 5, added: 5 }] })
    expect((await (await at.as('ito')).get('/statements')).json()).toEqual({ rows: [], total: 0 })
  })

  test('are taken once, and listed with their lines', async () => {
    const taken = await send(`name=sbi.csv&account=A1&despite=${encodeURIComponent('照会中')}`)
    expect(taken.json()).toMatchObject({ statements: [{ account: 'A1', lines: 5, added: 5 }] })
    expect((await send('account=A1&despite=x')).json().issues).toMatchObject([{ code: 'nothing_new' }])
    const ito = await at.as('ito')
    expect((await ito.get('/statements')).json()).toMatchObject({
      total: 1,
      rows: [{ name: 'sbi.csv', added: 5, despite: '照会中' }],
    })
    expect((await ito.get('/statements/lines?q=26000135')).json()).toMatchObject({ total: 1, rows: [{ in: 3300 }] })
    expect((await ito.get('/statements/lines?from=2026-11-13&to=2026-11-17')).json().total).toBe(2)
    expect((await ito.get('/accounts')).json()).toMatchObject([{ id: 'A1', label: '住信SBI' }])
    expect((await (await at.as('tanaka')).get('/statements/lines')).json()).toMatchObject({ rows: [], total: 0 })
  })

  test('of an account that one does not serve are not hers to import, and that is said', async () => {
    const member = { signIn: 'tanaka', name: '田中', roles: ['cashier'], operators: ['iij'] }
    expect((await at.web.parts.staff.change(at.web.actor('tanaka').id, member, at.web.actor('kanri'))).ok).toBe(true)
    await at.web.desk.accounts.register({ label: '楽天', operators: 'ims', number: '7654321' }, at.web.actor('ito'))
    const zengin = readFileSync(new URL('../../fixtures/statements/zengin01-202611.txt', import.meta.url))
    const refused = await send('name=z.txt', zengin, 'tanaka')
    expect([refused.statusCode, refused.json().issues]).toEqual([
      422,
      [
        {
          path: 'accounts.0',
          code: 'account_not_served',
          sentence: '担当していない事業者の口座の明細です。取り込めません。この口座を担当する経理に渡してください。',
        },
      ],
    ])
    const look = await send('name=z.txt&look=true', zengin, 'tanaka')
    expect(look.json().accounts).toMatchObject([{ state: 'not_served' }])
    expect((await send('account=A1', file, 'tanaka')).json().issues).toMatchObject([{ code: 'account_not_there' }])
  })

  test('are refused from others, when empty, and beyond 50 MB', async () => {
    expect((await send('account=A1', file, 'sato')).statusCode).toBe(403)
    expect((await send('account=A1', Buffer.alloc(0))).json().issues).toMatchObject([{ code: 'file_empty' }])
    const large = await send('account=A1', Buffer.alloc(50 * 1024 * 1024 + 1, ' '))
    expect([large.statusCode, large.json().issues[0].code]).toEqual([413, 'statement_too_large'])
    expect((await at.app.inject('/api/statements')).statusCode).toBe(401)
  })
})
