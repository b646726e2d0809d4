import { expect, test } from 'vitest'
import { kanri, logged, proved, readyToPost, sato, sent } from './given.ts'

test('a paper is moved, then returned under its number', () => {
  const story = logged('ims').tell(proved).do('movePaper', { paper: 'p1', place: '金庫' })
  expect(story.kase.identity.papers[0]?.place).toBe('金庫')
  story.do('returnPaper', { paper: 'p1', on: '2026-11-21', trackingNumber: '131-12-38385-2' })
  expect(story.last).toEqual([{ type: 'PaperReturned', paper: 'p1', on: '2026-11-21', trackingNumber: '13112383852' }])
  expect(story.kase.identity.papers[0]?.fate).toEqual({ how: 'returned', on: '2026-11-21' })
})

test('what is gone is gone, and what never came cannot go', () => {
  const story = logged('ims').tell(proved)
  expect(story.refusedAt('shredPaper', { paper: 'p9', on: '2026-11-21', witness: 'ito' })).toEqual([
    'unknown_document',
    'paper',
  ])
  story
    .do('receivePaper', { kind: 'pension_book', receivedOn: '2026-11-21' })
    .do('shredPaper', { paper: 'p1', on: '2026-11-21', witness: 'ito' })
  expect(story.refusedAt('returnPaper', { paper: 'p1', on: '2026-11-21' })).toEqual(['document_gone', 'paper'])
  expect(story.refusedAt('movePaper', { paper: 'p1', place: '金庫' })).toEqual(['document_gone', 'paper'])
  story.do('shredPaper', { paper: 'p2', on: '2026-11-21', witness: 'ito' })
  expect(story.refusal('movePaper', { paper: 'p2', place: '金庫' })).toBe('nothing_owed')
})

test('not before it came and not tomorrow', () => {
  const at = (on: string) => logged('ims').tell(proved).refusedAt('shredPaper', { paper: 'p1', on, witness: 'ito' })
  expect(at('2026-11-19')).toEqual(['date_before_event', 'on'])
  expect(at('2026-11-22')).toEqual(['date_in_future', 'on'])
  expect(at('2026-11-20')).toBeNull()
})

test('copies are shredded after closing, on a clock of their own, before erasure', () => {
  const story = readyToPost()
    .tell(sent)
    .do('recordDelivery', { posting: 's1', on: '2026-11-21' })
    .do('close', {})
    .day('2034-01-01')
  expect(story.steps()).toEqual(['clear_papers'])
  expect(story.as(kanri).refusal('erase', {})).toBe('papers_open')
  story.as(sato).do('shredPaper', { paper: 'p1', on: '2026-12-21', witness: 'suzuki' })
  expect(story.as(kanri).refusal('erase', {})).toBeNull()
})
