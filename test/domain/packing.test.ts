import { describe, expect, test } from 'vitest'
import { caseNumber } from '../../src/domain/case-number.ts'
import { expectedPages, waitsForSecond } from '../../src/domain/packing.ts'
import { pageCode, shortPageCode } from '../../src/domain/page-code.ts'
import { facePage } from '../../src/domain/page-set.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import {
  approved,
  contextOn,
  drafted,
  ito,
  logged,
  packed,
  pagesFor,
  paid,
  promised,
  proved,
  requestFor,
  type Story,
  sato,
  searched,
  sent,
  suzuki,
  Story as Tale,
} from './given.ts'

/** An answer by IMS with its two enclosures and a receipt, all printed: two envelopes' worth of pages if one is careless. */
const printed = (serial = 1): Story =>
  new Tale('2026-11-21', { number: caseNumber(2026, serial) })
    .do('logRequest', requestFor('ims'))
    .tell(proved, paid(), searched, drafted(), approved)
    .do('writeReply', { decision: 'd1' })
    .do('writeLetter', { form: 'fee-receipt' })
    .do('printLetter', { letter: 'l1' })
    .do('printLetter', { letter: 'l2' })

const packageMade = { letter: 'l1', file: 'f1', sha256: 'a'.repeat(64), pages: 6, attached: 2, masked: 0, edition: 1 }
const withPackage = (story: Story): Story =>
  story
    .as(sato)
    .do('choosePackage', { letter: 'l1', choice: { parts: [] } })
    .do('recordPackage', packageMade)
    .do('printLetter', { letter: 'l1' })

const both = ['l1', 'l2']
const pack = (story: Story, scans: readonly string[], letters = both) =>
  story.try('packEnvelope', { letters: [...letters], scans: [...scans] })
/** What is said to be wrong, and which page. */
const wrong = (story: Story, scans: readonly string[], letters = both) => {
  const decided = pack(story, scans, letters)
  return isRefusal(decided) ? [decided.refused, decided.about?.what, decided.about?.which] : null
}
const post = (story: Story, letters = both) =>
  story.refusedAt('postLetters', { letters, ...promised, options: [...promised.options], postedOn: '2026-11-21' })

describe('a right set', () => {
  test('is every page of the letters, of their enclosures and the face of the answer’s envelope', () => {
    const story = printed()
    const codes = expectedPages(story.kase, story.kase.letters, story.context())
    expect(codes.map(({ letter, sheet, form, page, pages }) => [letter, sheet, form, `${page}/${pages}`])).toEqual([
      ['l1', 0, 'reply-disclosure-full', '1/2'],
      ['l1', 0, 'reply-disclosure-full', '2/2'],
      ['l1', 1, 'request-correction', '1/1'],
      ['l1', 2, 'request-suspension', '1/1'],
      ['l2', 0, 'fee-receipt', '1/2'],
      ['l2', 0, 'fee-receipt', '2/2'],
      ['l1', 99, 'envelope-face', '1/1'],
    ])
  })

  test('packs an envelope, in whatever order it was read', () => {
    const story = printed()
    expect(pack(story, pagesFor(story).reverse())).toEqual([
      { type: 'EnvelopePacked', id: 'e1', letters: both, to: 'subject', pages: 7 },
    ])
  })

  test('may be typed where the code cannot be scanned, in any width and case', () => {
    const story = printed()
    const typed = expectedPages(story.kase, story.kase.letters, story.context()).map(shortPageCode)
    expect(wrong(story, typed)).toBeNull()
    expect(wrong(story, [typed[0]?.toLowerCase().replaceAll('-', ' ') ?? '', ...typed.slice(1)])).toBeNull()
    expect(wrong(story, [(typed[0] ?? '').replace('L1', 'Ｌ１'), ...typed.slice(1)])).toBeNull()
  })

  test('may go in an envelope of any size that is made for its letter', () => {
    const story = printed()
    const large = { ...facePage(story.kase.number ?? '', { id: 'l1' }), form: 'envelope-face-large' }
    for (const face of [pageCode(large), shortPageCode(large)])
      expect(wrong(story, [...pagesFor(story).slice(0, -1), face])).toBeNull()
    expect(wrong(story, [...pagesFor(story), pageCode(large)])?.[1]).toBe('twice')
  })

  test('counts the pages from the case’s files that the disclosure carries', () => {
    const story = printed()
    story.kase = {
      ...story.kase,
      packages: [
        {
          letter: 'l1',
          choice: { kept: 'x' },
          made: { file: 'f1', sha256: '', pages: 5, attached: 3, masked: 0, on: story.context().today },
        },
      ],
    }
    const attached = expectedPages(story.kase, story.kase.letters, story.context()).filter(
      code => code.form === 'attachment',
    )
    expect(attached.map(code => [code.letter, code.sheet, code.page, code.pages])).toEqual([
      ['l1', 3, 1, 3],
      ['l1', 3, 2, 3],
      ['l1', 3, 3, 3],
    ])
  })

  test('has no face where a window shows the address', () => {
    const story = printed()
    const { policyOn } = contextOn('2026-11-21')
    const context = {
      policyOn: (...asked: Parameters<typeof policyOn>) => {
        const policy = policyOn(...asked)
        return (
          policy && {
            ...policy,
            packing: { ...policy.packing, value: { secondPerson: false, envelope: 'window' as const } },
          }
        )
      },
    }
    const codes = expectedPages(story.kase, story.kase.letters, context)
    expect(codes).toHaveLength(6)
    expect(codes.map(code => code.form)).not.toContain('envelope-face')
  })
})

describe('a wrong set says which sheet is wrong', () => {
  const other = printed(2)
  const right = () => pagesFor(printed())

  test.each([
    [
      'another case’s page',
      () => [...right(), pagesFor(other)[0] ?? ''],
      ['wrong_page', 'other_case', '26000029-L1-0-1/2'],
    ],
    [
      'another case’s page in the place of the right one',
      () => [pagesFor(other)[0] ?? '', ...right().slice(1)],
      ['wrong_page', 'other_case', '26000029-L1-0-1/2'],
    ],
    [
      'the envelope of another person',
      () => [...right().slice(0, -1), pagesFor(other).at(-1) ?? ''],
      ['wrong_page', 'other_face', '26000029-L1-99-1/1'],
    ],
    ['a page twice', () => [...right(), right()[1] ?? ''], ['wrong_page', 'twice', '26000010-L1-0-2/2']],
    ['a code that is nobody’s', () => [...right(), 'https://example.jp/'], ['wrong_page', 'unreadable', 8]],
    [
      'the cover of the batch, which names everybody',
      () => [...right(), 'KD1::batch-index:1/1'],
      ['wrong_page', 'no_case', 8],
    ],
    [
      'a misread code',
      () => [(right()[0] ?? '').replace('1/2', '1/3'), ...right().slice(1)],
      ['wrong_page', 'unreadable', 1],
    ],
    ['a page missing', () => right().slice(1), ['page_missing', 'missing', '26000010-L1-0-1/2']],
    ['no envelope', () => right().slice(0, -1), ['page_missing', 'missing', '26000010-L1-99-1/1']],
    ['nothing at all', () => [], ['page_missing', 'missing', '26000010-L1-0-1/2']],
  ] as const)('%s', (_, scans, said) => {
    expect(wrong(printed(), scans())).toEqual(said)
  })

  test('a page of another letter of the same case, and its envelope', () => {
    const story = printed()
    expect(wrong(story, pagesFor(story), ['l1'])).toEqual(['wrong_page', 'other_letter', '26000010-L2-0-1/2'])
    const face = pageCode(facePage(story.kase.number ?? '', { id: 'l2' }))
    expect(wrong(story, [...pagesFor(story, ['l1']).slice(0, -1), face], ['l1'])).toEqual([
      'wrong_page',
      'other_face',
      '26000010-L2-99-1/1',
    ])
  })

  test('a page of an older print that had more of them', () => {
    const story = printed()
    const long = pageCode({
      number: '26000010',
      letter: 'l1',
      sheet: 0,
      form: 'reply-disclosure-full',
      page: 3,
      pages: 3,
    })
    expect(wrong(story, [...pagesFor(story), long])).toEqual(['wrong_page', 'unknown_page', '26000010-L1-0-3/3'])
  })

  test('a page of the 開示資料 as it was before it was made anew, and never one of before editions', () => {
    const story = withPackage(printed())
    const first = pagesFor(story, ['l1'])
    const { edition: _none, ...old } =
      expectedPages(story.kase, story.kase.letters, story.context())[4] ?? facePage('', { id: '' })
    story.do('recordPackage', { ...packageMade, edition: 2, masked: 1 }).do('printLetter', { letter: 'l1' })
    expect(wrong(story, first, ['l1'])).toEqual(['wrong_page', 'outdated_page', '26000010-L1-3.1-1/2'])
    expect(wrong(story, [pageCode(old)], ['l1'])).toEqual(['wrong_page', 'outdated_page', '26000010-L1-3-1/2'])
    const typed = expectedPages(story.kase, story.kase.letters.slice(0, 1), story.context()).map(shortPageCode)
    expect(wrong(story, typed, ['l1'])).toBeNull()
    const mistyped = typed.map(code => code.replace('-3.2-', '-3.1-'))
    expect(wrong(story, mistyped, ['l1'])?.slice(0, 2)).toEqual(['wrong_page', 'unreadable'])
  })

  test('a slip of the finger in a typed code', () => {
    const story = printed()
    const typed = expectedPages(story.kase, story.kase.letters, story.context()).map(shortPageCode)
    const slipped = `${(typed[0] ?? '').slice(0, -1)}${(typed[0] ?? '').endsWith('0') ? '1' : '0'}`
    expect(wrong(story, [slipped, ...typed.slice(1)])).toEqual(['wrong_page', 'unreadable', 1])
  })

  test('at the field of the scans, and nothing of what a foreign code says', () => {
    const decided = pack(printed(), ['山田 花子'])
    expect(decided).toEqual({ refused: 'wrong_page', field: 'scans', about: { what: 'unreadable', which: 1 } })
  })
})

describe('what may lie in one envelope', () => {
  test('letters that are there, printed since pages are counted, and in the house', () => {
    const story = printed()
    expect(wrong(story, [], ['l9'])?.[0]).toBe('unknown_letter')
    expect(wrong(story, [], [])?.[0]).toBe('unknown_letter')
    story.do('writeLetter', { form: 'reception-slip' })
    expect(wrong(story, [], ['l3'])?.[0]).toBe('letter_not_printed')
    const before = { ...story.kase.letters[0], printed: 1 }
    const { pages: _pages, ...uncounted } = before as NonNullable<(typeof story.kase.letters)[0]>
    story.kase = { ...story.kase, letters: [uncounted, ...story.kase.letters.slice(1)] }
    expect(wrong(story, [], ['l1'])?.[0]).toBe('letter_not_printed')
    expect(wrong(printed().tell(packed(both)).tell(sent), [], ['l1'])?.[0]).toBe('letter_missing')
  })

  test('letters to one reader', () => {
    const story = logged('ims', { requester: 'appointed', agent: { family: '鈴木' } })
      .as(ito)
      .do('requestFee', {})
    for (const form of ['fee-notice', 'subject-notice'] as const)
      story.do('writeLetter', { form }).do('printLetter', { letter: `l${story.kase.letters.length}` })
    expect(wrong(story, [], both)?.[0]).toBe('mistaken_addressee')
  })

  test('nothing while the case is frozen', () => {
    expect(wrong(printed().do('freeze', { because: 'death' }), [])?.[0]).toBe('case_frozen')
  })
})

describe('posting', () => {
  test('waits for exactly this envelope, and for the second person', () => {
    const story = printed()
    expect(post(story)).toEqual(['not_packed', 'letters'])
    story.as(sato).do('packEnvelope', { letters: both, scans: pagesFor(story) })
    expect(post(story)).toEqual(['packing_not_confirmed', 'letters'])
    expect(post(story, ['l1'])).toEqual(['not_packed', 'letters'])
    expect(story.refusedAt('confirmPacking', { envelope: 'e1' })).toEqual(['packer_same_person', 'envelope'])
    story.as(suzuki).do('confirmPacking', { envelope: 'e1' })
    expect(post(story)).toBeNull()
    expect(post(story, ['l2', 'l1'])).toBeNull()
  })

  test('of a notice alone needs no second person, but is packed too', () => {
    const story = printed()
    const notice = { letters: ['l2'], service: 'ordinary', postedOn: '2026-11-21' } as const
    expect(story.refusal('postLetters', { ...notice, letters: ['l2'] })).toBe('not_packed')
    story.do('packEnvelope', { letters: ['l2'], scans: pagesFor(story, ['l2']) })
    expect(story.refusal('postLetters', { ...notice, letters: ['l2'] })).toBeNull()
    expect(story.refusal('confirmPacking', { envelope: 'e1' })).toBe('nothing_packed')
  })

  const chosenWay = (story = logged('iij')) => {
    story.tell(proved, paid('1000', 'stamps'), searched, drafted(), approved)
    return story.do('writeReply', { decision: 'd1' }).do('printLetter', { letter: 'l1' })
  }
  const by = (service: 'electronic' | 'counter' | 'ordinary') =>
    ({ letters: ['l1'], service, postedOn: '2026-11-21' }) as const

  test('handed over at the counter is checked page by page too, but for the face of an envelope', () => {
    const story = chosenWay()
    expect(story.refusal('postLetters', by('counter'))).toBe('not_packed')
    const bare = pagesFor(story, ['l1']).filter(code => !code.includes('envelope-face'))
    const pack = { letters: ['l1'], scans: bare }
    expect(story.refusal('packEnvelope', pack)).toBe('page_missing')
    expect(story.refusal('packEnvelope', { ...pack, scans: bare.slice(1), handover: 'on' })).toBe('page_missing')
    const face = pagesFor(story, ['l1'])
    expect(story.refusal('packEnvelope', { ...pack, scans: face, handover: 'on' })).toBe('wrong_page')
    story.do('packEnvelope', { ...pack, handover: 'on' })
    expect(story.kase.envelopes).toMatchObject([{ handover: true, pages: bare.length }])
    expect(story.refusal('postLetters', by('counter'))).toBeNull()
  })

  test('what was checked for the counter does not go into the mail, but what lies in an envelope may be handed over', () => {
    const story = chosenWay()
    const bare = pagesFor(story, ['l1']).filter(code => !code.includes('envelope-face'))
    story.do('packEnvelope', { letters: ['l1'], scans: bare, handover: 'on' })
    expect(story.refusal('postLetters', by('ordinary'))).toBe('not_packed')
    story.do('packEnvelope', { letters: ['l1'], scans: pagesFor(story, ['l1']) })
    expect(story.refusal('postLetters', by('ordinary'))).toBeNull()
    expect(story.refusal('postLetters', by('counter'))).toBeNull()
  })

  test('at the counter waits for the second person as in the mail', () => {
    const story = printed()
    const scans = pagesFor(story).filter(code => !code.includes('envelope-face'))
    story.as(sato).do('packEnvelope', { letters: both, scans, handover: 'on' })
    expect(story.kase.envelopes.map(each => waitsForSecond(story.kase, each, story.context()))).toEqual([true])
  })

  test('over the line leaves only what the person chose to get so', () => {
    expect(chosenWay().refusedAt('postLetters', by('electronic'))).toEqual(['electronic_not_chosen', 'service'])
    const asked = logged('iij').do('changeMethod', { method: 'electronic', reason: '電話で申出' })
    expect(chosenWay(asked).refusal('postLetters', by('electronic'))).toBeNull()
    const notice = logged('ims').do('requestFee', {}).do('writeLetter', { form: 'fee-notice' })
    notice.do('printLetter', { letter: 'l1' })
    expect(notice.refusal('postLetters', by('electronic'))).toBe('electronic_not_chosen')
  })

  test('an envelope is opened when a letter of it is printed again, discarded or packed elsewhere', () => {
    expect(post(printed().tell(packed(both)).do('printLetter', { letter: 'l2', why: 'faulty' }))).toEqual([
      'not_packed',
      'letters',
    ])
    const without = printed().tell(packed(both)).do('discardLetter', { letter: 'l2' })
    expect(post(without, ['l1'])).toEqual(['not_packed', 'letters'])
    const elsewhere = printed().tell(packed(both), packed(['l2']))
    expect(elsewhere.kase.envelopes.map(each => each.gone)).toEqual(['opened', undefined])
    expect(post(elsewhere)).toEqual(['not_packed', 'letters'])
  })

  test('takes the envelope along: what came back is packed anew', () => {
    const story = printed().tell(sent).do('recordReturn', { posting: 's1', on: '2026-11-21', reason: 'moved' })
    expect(story.kase.envelopes).toMatchObject([{ id: 'e1', gone: 'posted', packedBy: 'sato', confirmedBy: 'ito' }])
    expect(post(story)).toEqual(['not_packed', 'letters'])
    expect(story.steps()).toContain('repost')
    expect(post(story.tell(packed(both)))).toBeNull()
  })
})
