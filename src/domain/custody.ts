import { z } from 'zod'
import type { Case } from './case.ts'
import type { PlainDate } from './day.ts'
import { day, line, optional, trackingNumber } from './fields.ts'
import { refuse } from './refusal.ts'
import { clerks, notYetOrTooEarly, rule } from './rule.ts'

/** Originals have a place; ID copies are returned or shredded on a clock of their own (law.md §4.4), also after closing. */
export type CustodyEvent =
  | { type: 'PaperMoved'; paper: string; place: string }
  | { type: 'PaperReturned'; paper: string; on: PlainDate; trackingNumber?: string }
  | { type: 'PaperShredded'; paper: string; on: PlainDate; witness: string }

const held = (kase: Case, id: string) => kase.identity.papers.find(paper => paper.id === id)

const whileHeld = (kase: Case) => {
  if (kase.closing.erasedOn !== undefined) return refuse('already_erased')
  return kase.identity.papers.some(paper => paper.fate === undefined) ? null : refuse('nothing_owed')
}

const gone = (kase: Case, id: string) => {
  const paper = held(kase, id)
  if (paper === undefined) return refuse('unknown_document', { field: 'paper' })
  return paper.fate === undefined ? null : refuse('document_gone', { field: 'paper' })
}

export const custodyRules = {
  movePaper: rule({
    by: clerks,
    body: z.object({ paper: z.string(), place: line(80) }),
    when: whileHeld,
    decide: (kase, body) => gone(kase, body.paper) ?? [{ type: 'PaperMoved', ...body }],
  }),
  returnPaper: rule({
    by: clerks,
    body: z.object({ paper: z.string(), on: day(), trackingNumber: optional(trackingNumber()) }),
    when: whileHeld,
    decide: (kase, body, ctx) =>
      gone(kase, body.paper) ??
      notYetOrTooEarly('on', body.on, ctx, held(kase, body.paper)?.receivedOn) ?? [{ type: 'PaperReturned', ...body }],
  }),
  shredPaper: rule({
    by: clerks,
    body: z.object({ paper: z.string(), on: day(), witness: line(40) }),
    when: whileHeld,
    decide: (kase, body, ctx) =>
      gone(kase, body.paper) ??
      notYetOrTooEarly('on', body.on, ctx, held(kase, body.paper)?.receivedOn) ?? [{ type: 'PaperShredded', ...body }],
  }),
}
