import { expect, test } from 'vitest'
import { type PageCode, pageCode, readPageCode, shortPageCode } from '../../src/domain/page-code.ts'

const code: PageCode = { number: '26000010', letter: 'l3', sheet: 0, form: 'reply-absent', page: 1, pages: 2 }

test('what is printed is what is read', () => {
  expect(readPageCode(pageCode(code))).toEqual(code)
  expect(readPageCode(` ${shortPageCode(code)} `)).toEqual({ ...code, form: '' })
})

const second: PageCode = { ...code, sheet: 3, edition: 2, form: 'attachment' }

test('a page of a second edition says so, scanned and typed, and a page without one is written as ever', () => {
  expect(pageCode(second)).toMatch(/^KD3:26000010:l3:3\.2:attachment:1\/2:\d\d$/)
  expect(shortPageCode(second)).toMatch(/^26000010-L3-3\.2-1\/2-\d\d$/)
  expect(readPageCode(pageCode(second))).toEqual(second)
  expect(readPageCode(shortPageCode(second))).toEqual({ ...second, form: '' })
  // Frozen before there were editions; it lies printed in the house.
  expect(readPageCode('KD2:26000010:l3:0:reply-absent:1/2:46')).toEqual(code)
})

test('the check digits of a typed code tell one edition from another', () => {
  const digits = [1, 2, 3, 12, undefined].map(edition =>
    shortPageCode({ ...code, sheet: 3, form: 'attachment', ...(edition && { edition }) }).slice(-2),
  )
  expect(new Set(digits).size).toBe(digits.length)
})

test.each(['-', '－', 'ー', 'ｰ', '−', '‐', '‑', '–', '—', '―', ' ', '　'])(
  'a typed code may have %s for its hyphens',
  mark => {
    const typed = shortPageCode(second).replaceAll('-', mark)
    expect(readPageCode(typed)).toEqual({ ...second, form: '' })
  },
)

test('a typed code may be in full width and small letters', () => {
  const wide = [...shortPageCode(second).toLowerCase()]
    .map(each => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0))
    .join('')
  expect(wide).toContain('／')
  expect(readPageCode(wide)).toEqual({ ...second, form: '' })
})

test.each([code, second])('a misread character or two that changed places are not taken for a page: %o', printed => {
  const good = pageCode(printed)
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
  expect(readPageCode(pageCode({ ...second, edition: 0 }))).toBeNull()
  expect(readPageCode(pageCode({ ...code, edition: 2 }).replace('KD3', 'KD2'))).toBeNull()
  expect(readPageCode('https://example.jp')).toBeNull()
})
