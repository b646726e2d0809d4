import { z } from 'zod'
import type { Case } from './case.ts'
import type { PlainDate } from './day.ts'
import { day, keptText, line, optional } from './fields.ts'
import type { Kept } from './kept.ts'
import { refuse } from './refusal.ts'
import { clerks, rule, whileWanted } from './rule.ts'

/** 調査: what was asked of which department, which systems were searched for which period, what came back. */
export const findings = ['found', 'none', 'several'] as const

export interface Inquiry {
  readonly id: string
  /** it may name the colleague who is asked; plain text in journals of before 2026-11-22 */
  readonly department: string | Kept<string>
  readonly systems: readonly string[]
  readonly period: string
  readonly dueOn?: PlainDate
  readonly openedOn: PlainDate
  readonly finding?: (typeof findings)[number]
  readonly answer?: Kept<string>
  readonly answeredOn?: PlainDate
}

export type InquiryEvent =
  | {
      type: 'InquiryOpened'
      id: string
      department: string | Kept<string>
      systems: readonly string[]
      period: string
      dueOn?: PlainDate
      names?: Kept<string>
      openedOn: PlainDate
    }
  | {
      type: 'InquiryAnswered'
      inquiry: string
      finding: (typeof findings)[number]
      systems: readonly string[]
      period: string
      answer: Kept<string>
      on: PlainDate
    }
  | { type: 'SubjectIdentified'; how: Kept<string> }

const systems = () =>
  line(400)
    .transform(text =>
      text
        .split(/[、,，\n]/)
        .map(each => each.trim())
        .filter(Boolean),
    )
    .meta({ widget: 'line' })

export const inquiryRules = {
  openInquiry: rule({
    by: clerks,
    body: z.object({
      department: keptText(80),
      systems: systems(),
      period: line(80),
      dueOn: optional(day()),
      names: optional(keptText(400)),
    }),
    when: whileWanted,
    decide: (kase, body, ctx) => [
      { type: 'InquiryOpened', id: `i${kase.inquiries.length + 1}`, ...body, openedOn: ctx.today },
    ],
  }),
  answerInquiry: rule({
    by: clerks,
    body: z.object({
      inquiry: z.string(),
      finding: z.enum(findings),
      systems: optional(systems()),
      period: optional(line(80)),
      answer: keptText(8000),
    }),
    when: kase =>
      whileWanted(kase) ?? (kase.inquiries.some(each => each.finding === undefined) ? null : refuse('unknown_inquiry')),
    decide(kase, body, ctx) {
      const inquiry = kase.inquiries.find(each => each.id === body.inquiry)
      if (inquiry === undefined) return refuse('unknown_inquiry', { field: 'inquiry' })
      if (inquiry.finding !== undefined) return refuse('inquiry_answered', { field: 'inquiry' })
      const { systems: searched = inquiry.systems, period = inquiry.period, ...rest } = body
      return [{ type: 'InquiryAnswered', ...rest, systems: searched, period, on: ctx.today }]
    },
  }),
  /** 37条2項: several customers fit; the person has told enough to know which one is meant. */
  identifySubject: rule({
    by: clerks,
    body: z.object({ how: keptText(1000) }),
    when: kase => whileWanted(kase) ?? (subjectAmbiguous(kase) ? null : refuse('nothing_owed')),
    decide: (_kase, body) => [{ type: 'SubjectIdentified', how: body.how }],
  }),
}

export const subjectAmbiguous = (kase: Case): boolean =>
  kase.inquiries.some(each => each.finding === 'several') && !kase.subjectIdentified

/** What a 不存在 answer may name: every system and period that was searched. */
export const searched = (kase: Case): { system: string; period: string }[] =>
  kase.inquiries
    .filter(each => each.finding !== undefined)
    .flatMap(each => each.systems.map(system => ({ system, period: each.period })))
