import { describe, expect, test } from 'vitest'
import { ruleOf } from '../../src/domain/case.ts'
import { packableLetter, packageOf } from '../../src/domain/package.ts'
import {
  approved,
  drafted,
  type Given,
  logged,
  packed,
  paid,
  promised,
  proved,
  type Story,
  searched,
  sent,
  suzuki,
  written,
} from './given.ts'

const box = { x: 20, y: 30, w: 50, h: 8 }
const choice = {
  parts: [
    {
      file: 'f1',
      pages: [
        { page: 1, boxes: [box] },
        { page: 3, boxes: [] },
      ],
    },
  ],
}
const made: Given<'recordPackage'> = {
  letter: 'l1',
  file: 'f9',
  sha256: 'a'.repeat(64),
  pages: 5,
  attached: 2,
  masked: 1,
  edition: 1,
}
const answered = (more: Parameters<typeof drafted>[0] = {}) =>
  logged('ims').tell(proved, paid(), searched, drafted(more), approved, written)
const chosen = (story = answered()) => story.do('choosePackage', { letter: 'l1', choice })

describe('a package', () => {
  test('is chosen for an answer that gives data', () => {
    expect(chosen().last[0]).toMatchObject({ type: 'PackageChosen', letter: 'l1', pages: 2, masked: 1 })
    expect(packableLetter(chosen().kase)?.id).toBe('l1')
  })

  test.each([
    ['there is no answer yet', () => logged('ims').tell(searched)],
    ['the answer gives nothing', () => answered({ outcome: 'refused', grounds: ['33-2-2'], facts: '事実' })],
  ])('is not chosen while %s', (_what, story) => {
    expect(story().refusal('choosePackage', { letter: 'l1', choice })).toBe('reply_missing')
  })

  test('is not chosen for a letter that does not stand', () => {
    expect(answered().refusedAt('choosePackage', { letter: 'l7', choice })).toEqual(['unknown_letter', 'letter'])
  })

  test('does not change once its envelope has left, and may again when that came back', () => {
    const story = chosen()
    expect(() => story.tell(sent)).toThrow(/letter_missing/)
    expect(story.refusal('postLetters', { letters: ['l1'], ...promised, postedOn: '2026-11-21' })).toBe(
      'package_missing',
    )
    story.do('recordPackage', made).do('printLetter', { letter: 'l1' }).tell(sent)
    expect(story.refusal('choosePackage', { letter: 'l1', choice })).toBe('letter_posted')
    story.do('recordReturn', { posting: 's1', on: '2026-11-21', reason: 'moved' })
    expect(story.refusal('choosePackage', { letter: 'l1', choice })).toBeNull()
  })

  test('is made from a choice, and a new choice voids what was made', () => {
    expect(answered().refusal('recordPackage', made)).toBe('package_missing')
    const story = chosen().do('recordPackage', made)
    expect(packageOf(story.kase, 'l1')?.made).toMatchObject({ file: 'f9', pages: 5, masked: 1 })
    story.do('choosePackage', { letter: 'l1', choice })
    expect(packageOf(story.kase, 'l1')?.made).toBeUndefined()
  })

  test('is locked only once it is made; made again, the locked copy is no longer its', () => {
    const locked = { letter: 'l1', file: 'f10', password: 'abcd-efgh' }
    expect(chosen().refusal('recordLocked', locked)).toBe('package_missing')
    const story = chosen().do('recordPackage', made).do('recordLocked', locked)
    expect(packageOf(story.kase, 'l1')?.handedOver).toMatchObject({ file: 'f10', on: '2026-11-21' })
    expect(Object.keys(story.last[0] ?? {}).sort()).toEqual(['file', 'letter', 'on', 'password', 'type'])
    story.do('recordPackage', { ...made, edition: 2 })
    expect(packageOf(story.kase, 'l1')?.handedOver).toBeUndefined()
  })

  test('is an edition of its own each time it is made, also after a new choice, and never one that was', () => {
    const story = chosen().do('recordPackage', made)
    expect(story.refusal('recordPackage', made)).toBe('stale')
    story.do('recordPackage', { ...made, edition: 2 }).do('choosePackage', { letter: 'l1', choice })
    for (const edition of [1, 2, 4]) expect(story.refusal('recordPackage', { ...made, edition })).toBe('stale')
    story.do('recordPackage', { ...made, edition: 3 })
    expect(packageOf(story.kase, 'l1')).toMatchObject({ editions: 3, made: { edition: 3 } })
  })

  test('chosen or made after a print, is to be printed and packed before it leaves', () => {
    const story = answered()
    expect(story.kase.letters[0]?.printed).toBe(1)
    story.do('choosePackage', { letter: 'l1', choice })
    expect(story.refusal('printLetter', { letter: 'l1' })).toBe('package_missing')
    expect(story.refusal('packEnvelope', { letters: ['l1'], scans: [] })).toBe('letter_missing')
    story.do('recordPackage', made).do('printLetter', { letter: 'l1' }).tell(packed())
    story.do('recordPackage', { ...made, edition: 2 })
    expect(story.refusal('postLetters', { letters: ['l1'], ...promised, postedOn: '2026-11-21' })).toBe(
      'letter_not_printed',
    )
    story.do('printLetter', { letter: 'l1' })
    expect(story.refusal('postLetters', { letters: ['l1'], ...promised, postedOn: '2026-11-21' })).toBe('not_packed')
    expect(story.tell(packed()).refusal('postLetters', { letters: ['l1'], ...promised, postedOn: '2026-11-21' })).toBe(
      null,
    )
  })

  test('locked, has its password told in a letter that travels alone to the reader of the answer', () => {
    const locked = { letter: 'l1', file: 'f10', password: 'abcd-efgh' }
    const story = chosen().do('recordPackage', made).do('printLetter', { letter: 'l1' })
    expect(story.refusal('writeLetter', { form: 'password-notice' })).toBe('letter_not_called_for')
    story.do('recordLocked', locked).do('writeLetter', { form: 'password-notice' }).do('printLetter', { letter: 'l2' })
    expect(story.kase.letters[1]).toMatchObject({ form: 'password-notice', to: 'subject' })
    expect(story.refusal('packEnvelope', { letters: ['l1', 'l2'], scans: [] })).toBe('password_apart')
    const both = { letters: ['l1', 'l2'], postedOn: '2026-11-21' } as const
    for (const service of ['electronic', 'counter'] as const)
      expect(story.refusal('postLetters', { ...both, service })).toBe('password_apart')
    expect(
      story.tell(packed(['l2'])).refusal('postLetters', { ...both, letters: ['l2'], service: 'ordinary' }),
    ).toBeNull()
  })

  test('locked again or made anew, has the letter with the old password written anew', () => {
    const locked = { letter: 'l1', file: 'f10', password: 'abcd-efgh' }
    const story = chosen().do('recordPackage', made).do('recordLocked', locked)
    story.do('writeLetter', { form: 'password-notice' }).do('recordLocked', { ...locked, password: 'ijkl-mnop' })
    expect(story.refusal('printLetter', { letter: 'l2' })).toBe('letter_outdated')
    story.do('writeLetter', { form: 'password-notice' })
    expect(story.refusal('printLetter', { letter: 'l3' })).toBeNull()
    story.do('recordPackage', { ...made, edition: 2 })
    expect(story.refusal('printLetter', { letter: 'l3' })).toBe('letter_outdated')
    expect(story.refusal('writeLetter', { form: 'password-notice' })).toBe('letter_not_called_for')
  })

  test('holds at most a thousand pages', () => {
    const pages = Array.from({ length: 500 }, (_, n) => ({ page: n + 1, boxes: [] }))
    const many = ['a', 'b', 'c'].map(file => ({ file, pages }))
    const story = answered()
    expect(story.refusal('choosePackage', { letter: 'l1', choice: { parts: many } })).toBe('package_too_long')
    expect(story.refusal('choosePackage', { letter: 'l1', choice: { parts: many.slice(1) } })).toBeNull()
  })

  test.each([[{ ...box, x: -1 }], [{ ...box, w: 0 }], [{ ...box, h: Number.NaN }]])('takes no box %o', wrong => {
    const body = { letter: 'l1', choice: { parts: [{ file: 'f', pages: [{ page: 1, boxes: [wrong] }] }] } }
    expect(ruleOf('choosePackage').body.safeParse(body).success).toBe(false)
  })

  test('leaves with the letter: a decision sent back takes the package with it', () => {
    const story: Story = chosen().do('recordPackage', made)
    story.as(suzuki).do('returnDecision', { decision: 'd1', reason: '誤り' })
    expect(
      story.as(suzuki).refusal('postLetters', { letters: ['l1'], service: 'ordinary', postedOn: '2026-11-21' }),
    ).not.toBeNull()
  })
})
