import { expect, test } from 'vitest'
import { type PageCode, pageCode, readPageCode, shortPageCode } from '../../src/domain/page-code.ts'

const code: PageCode = { number: '26000010', letter: 'l3', sheet: 0, form: 'reply-absent', page: 1, pages: 2 }

test('what is printed is what is read', () => {
  expect(readPageCode(pageCode(code))).toEqual(code)
  expect(readPageCode(` ${shortPageCode(code)} `)).toEqual({ ...code, form: '' })
})

test('a misread character or two that changed places are not taken for a page', () => {
  const good = pageCode(code)
  for (let nth = 4; nth < good.length - 1; nth++) {
    for (const other of '0123456789abz') {
      const bad = good.slice(0, nth) + other + good.slice(nth + 1)
      if (bad !== good) expect(readPageCode(bad)).toBeNull()
    }
    const swapped = good.slice(0, nth) + good[nth + 1] + good[nth] + good.slice(nth + 2)
    if (swapped !== good) expect(readPageCode(swapped)).toBeNull()
  }
})

test('a page beyond the last, a case number with a wrong check digit and other codes are refused', () => {
  expect(readPageCode(pageCode({ ...code, page: 3 }))).toBeNull()
  expect(readPageCode(pageCode({ ...code, number: '26000011' }))).toBeNull()
  expect(readPageCode('https://example.jp')).toBeNull()
})
