import { describe, expect, test } from 'vitest'
import type { Print } from '../../src/domain/letter.ts'
import { approved, drafted, packed, pagesFor, paid, proved, requestFor, Story, searched, sent } from './given.ts'

const [then, since]: [Print, Print] = [
  { pages: [1, 2, 2], sha256: 'a'.repeat(64) },
  { pages: [1, 2, 2], sha256: 'b'.repeat(64) },
]

/** An answer whose file is what `machine.gives` says at the moment. */
const answer = () => {
  const machine: { gives: Print } = { gives: then }
  const story = new Story('2026-11-21', { printOf: () => machine.gives })
    .do('logRequest', requestFor('ims'))
    .tell(proved, paid(), searched, drafted(), approved)
    .do('writeReply', { decision: 'd1' })
  return { machine, story }
}
const pack = (story: Story) => story.refusedAt('packEnvelope', { letters: ['l1'], scans: pagesFor(story, ['l1']) })

describe('the file of a print', () => {
  test('stands in the journal and in the case', () => {
    const { story } = answer()
    story.do('printLetter', { letter: 'l1' })
    expect(story.last).toEqual([{ type: 'LetterPrinted', letter: 'l1', ...then }])
    expect(story.kase.letters[0]).toMatchObject({ printed: 1, ...then })
  })

  test('is not forgotten by a print without one', () => {
    const { machine, story } = answer()
    story.do('printLetter', { letter: 'l1' })
    machine.gives = { pages: then.pages }
    story.do('printLetter', { letter: 'l1', why: 'faulty' })
    expect(story.kase.letters[0]).toMatchObject({ printed: 2, ...then })
  })
})

describe('papers set before the program set them otherwise', () => {
  test('are not packed until they are printed again', () => {
    const { machine, story } = answer()
    story.do('printLetter', { letter: 'l1' })
    expect(pack(story)).toBeNull()
    machine.gives = since
    expect(pack(story)).toEqual(['print_changed', 'letters'])
    story.do('printLetter', { letter: 'l1', why: 'set_anew' })
    expect(pack(story)).toBeNull()
  })

  test('of before files were kept are told by their pages', () => {
    const { machine, story } = answer()
    machine.gives = { pages: [1, 2, 2] }
    story.do('printLetter', { letter: 'l1' })
    machine.gives = then
    expect(pack(story)).toBeNull()
    machine.gives = { pages: [2, 2, 2], sha256: 'c'.repeat(64) }
    expect(pack(story)).toEqual(['print_changed', 'letters'])
  })

  test('are not printed otherwise once they have left, but after they came back', () => {
    const { machine, story } = answer()
    story.do('printLetter', { letter: 'l1' }).tell(packed(['l1']), sent)
    machine.gives = since
    expect(story.refusedAt('printLetter', { letter: 'l1', why: 'copy' })).toEqual(['print_lost', 'letter'])
    machine.gives = then
    expect(story.refusal('printLetter', { letter: 'l1', why: 'copy' })).toBeNull()
    machine.gives = since
    story.do('recordReturn', { posting: 's1', on: '2026-11-21', reason: 'moved' })
    expect(story.refusal('printLetter', { letter: 'l1', why: 'sent_again' })).toBeNull()
  })
})
