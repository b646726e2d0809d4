import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, todayIn } from '../../src/domain/day.ts'
import type { Walked } from '../../src/walk/walk.ts'
import { kaijiIn } from './kaiji.ts'

const { run, gone, dataDir } = kaijiIn()
const folder = mkdtempSync(join(tmpdir(), 'kaiji-walk-out-'))
let walked: Walked[] = []
const of = (operator: string) => {
  const found = walked.find(each => each.operator === operator)
  if (found === undefined) throw new Error(`${operator} was not walked`)
  return found
}

beforeAll(async () => {
  const { code, out } = await run(['walk', '--out', folder, '--json'])
  expect(code).toBe(0)
  walked = JSON.parse(out) as Walked[]
})
afterAll(() => {
  gone()
  rmSync(folder, { recursive: true, force: true })
})

test.each([
  ['ims', 3000, false, 3300, 'transfer'],
  ['kinki-telecom', 1000, false, 1100, 'postal_order'],
  ['cloud-walker', 3150, true, 3150, 'registered_cash'],
  ['iij', 1000, true, 1000, 'stamps'],
  ['sakura', 1415, true, 1415, 'transfer'],
])('%s publishes %i and asks %s %i, paid by %s', (operator, published, taxIncluded, asked, paidBy) => {
  expect(of(operator)).toMatchObject({ fee: { published, taxIncluded, rate: 10, asked }, paidBy })
})

test('every request arrives today and is answered and delivered', () => {
  const today = todayIn(new Date().toISOString())
  expect(walked).toHaveLength(5)
  for (const each of walked) {
    expect(each.arrivedOn).toBe(today)
    expect(each.suitPossibleFrom).toBe(addDays(today, 15))
    expect(each.posting.deliveredOn).not.toBeNull()
    expect(each.posting.trackingNumber).toMatch(/^\d{11}$/)
  }
})

test('the three that promise it post 配達証明付き本人限定受取 and enclose the correction forms with a disclosure', () => {
  for (const operator of ['ims', 'kinki-telecom', 'cloud-walker'])
    expect(of(operator).posting).toMatchObject({
      service: 'general_registered',
      options: ['delivery_certificate', 'addressee_only'],
    })
})

test('さくら begins with a form request and refuses with a ground', () => {
  expect(of('sakura').letters.map(letter => letter.form)).toEqual([
    'form-cover',
    'reception-slip',
    'fee-notice',
    'reply-disclosure-refusal',
    'fee-receipt',
  ])
  expect(of('sakura').outcome).toBe('refused')
})

test('every letter named is a PDF in the folder, and the own data directory stays untouched', () => {
  for (const { file } of walked.flatMap(each => each.letters))
    expect(readFileSync(join(folder, file)).subarray(0, 5).toString()).toBe('%PDF-')
  expect(existsSync(join(dataDir, 'kaiji.db'))).toBe(false)
})
