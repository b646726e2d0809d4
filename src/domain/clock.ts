import { z } from 'zod'
import { addBusinessDays, type Calendar, lastBusinessDayOnOrBefore } from './calendar.ts'
import type { Case } from './case.ts'
import { addDays, daysBetween, earlier, later, type PlainDate } from './day.ts'
import { day, keptText } from './fields.ts'
import type { Kept } from './kept.ts'
import { requestKinds } from './kinds.ts'
import { policyOf } from './policy-of.ts'
import { refuse } from './refusal.ts'
import { type Context, clerks, openKinds, rule, whileWanted } from './rule.ts'

/** Two clocks. That of 39条 says when the person may sue and never stops; the internal one is the desk's promise to itself. */
export const internalDates = ['acknowledge', 'supplement', 'decide', 'post'] as const
export type InternalDate = (typeof internalDates)[number]

/** Days on which the internal clock stood still: after `from`, up to and including `until`. */
export interface Pause {
  readonly from: PlainDate
  readonly until: PlainDate
  readonly because: 'supplement' | 'fee'
}

export interface Reckoning {
  readonly arrivedOn: PlainDate
  readonly suitPossibleFrom: PlainDate
  readonly internal: readonly { readonly name: InternalDate; readonly date: PlainDate }[]
  readonly days: readonly ReckonedDay[]
}

export interface ReckonedDay {
  readonly date: PlainDate
  /** counted by 39条 */
  readonly counted: boolean
  /** nth day of 39条 and nth business day of the desk, where the day counts */
  readonly legalDay?: number
  readonly businessDay?: number
  readonly why: string
}

/** 39条1項 with 民法140・141・143条: day 1 is the day after arrival, two weeks end with day 14, suit is possible from day 15. */
export const suitPossibleFrom = (arrivedOn: PlainDate): PlainDate => addDays(arrivedOn, 15)

export const reckon = (
  arrivedOn: PlainDate,
  terms: Record<InternalDate, number>,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): Reckoning => {
  const suit = suitPossibleFrom(arrivedOn)
  const working: Calendar = {
    isBusinessDay: on => calendar.isBusinessDay(on) && !pausedOn(pauses, on),
    why: calendar.why,
  }
  // 民法142条 could only move the 39条 date later, so the desk's own dates are pulled back instead (law.md §2.2).
  const running: Calendar = { isBusinessDay: on => !pausedOn(pauses, on), why: calendar.why }
  const latest = lastBusinessDayOnOrBefore(calendar, addBusinessDays(running, arrivedOn, 14))
  const internal = internalDates.map(name => {
    const date = addBusinessDays(working, arrivedOn, terms[name])
    return { name, date: earlier(date, latest) }
  })
  return {
    arrivedOn,
    suitPossibleFrom: suit,
    internal,
    // Every command reckons its case for the list; the days are only written out for those who look.
    get days() {
      const last = internal.reduce((max, each) => later(max, each.date), suit)
      return dayByDay(arrivedOn, last, calendar, pauses)
    },
  }
}

const pausedOn = (pauses: readonly Pause[], on: PlainDate) => pauses.find(pause => on > pause.from && on <= pause.until)

const dayByDay = (
  arrivedOn: PlainDate,
  last: PlainDate,
  calendar: Calendar,
  pauses: readonly Pause[],
): ReckonedDay[] => {
  let businessDay = 0
  return Array.from({ length: daysBetween(arrivedOn, last) + 1 }, (_, n) => {
    const date = addDays(arrivedOn, n)
    if (n === 0) return { date, counted: false, why: '到達の日は数えません（民法140条）' }
    const pause = pausedOn(pauses, date)
    const open = calendar.isBusinessDay(date) && pause === undefined
    if (open) businessDay += 1
    const legal = n <= 14 ? `${n}日目` : n === 15 ? '2週間が経過し、訴えを提起できる日（法39条1項）' : '2週間経過後'
    const desk = open
      ? `${businessDay}営業日目`
      : pause
        ? `社内期限は停止中（${pause.because === 'supplement' ? '補正待ち' : '入金待ち'}）`
        : `${calendar.why(date) ?? '休業日'}（社内期限では数えません）`
    return {
      date,
      counted: n <= 14,
      ...(n <= 14 && { legalDay: n }),
      ...(open && { businessDay }),
      why: `${legal}・${desk}`,
    }
  })
}

/** The pauses of a case: open ones run until today. */
export const pausesOf = (kase: Case, today: PlainDate): Pause[] => {
  const rounds = kase.supplements.map(round => ({
    from: round.requestedOn,
    until: round.endedOn ?? today,
    because: 'supplement' as const,
  }))
  const { requestedOn, dues } = kase.fee
  const settled = kase.feeSettledOn ?? today
  // Correction and stopping are free and never wait for the fee of a disclosure in the same envelope (38条).
  const waits = openKinds(kase).every(kind => dues.some(due => due.kinds.includes(kind)))
  const fee =
    requestedOn === undefined || !waits ? [] : [{ from: requestedOn, until: settled, because: 'fee' as const }]
  return merged([...rounds, ...fee].filter(pause => pause.until > pause.from))
}

/** Overlapping pauses stop the clock once, not twice. */
const merged = (pauses: Pause[]): Pause[] =>
  pauses
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .reduce<Pause[]>((all, next) => {
      const before = all.at(-1)
      if (before === undefined || next.from >= before.until) all.push(next)
      else if (next.until > before.until) all[all.length - 1] = { ...before, until: next.until }
      return all
    }, [])

export const reckonCase = (kase: Case, ctx: Pick<Context, 'policyOn' | 'calendar' | 'today'>): Reckoning | null => {
  const { arrivedOn } = kase.intake
  if (arrivedOn === undefined) return null
  const reckoned = reckon(arrivedOn, policyOf(kase, ctx).clocks.value, ctx.calendar, pausesOf(kase, ctx.today))
  const refusedOn = refusalPostedOn(kase)
  const reckoning = refusedOn
    ? { ...reckoned, suitPossibleFrom: earlier(refusedOn, reckoned.suitPossibleFrom) }
    : reckoned
  const { extendedTo } = kase
  if (extendedTo === undefined) return reckoning
  const internal = reckoning.internal.map(each =>
    each.name === 'post' || each.name === 'decide' ? { ...each, date: extendedTo } : each,
  )
  return { ...reckoning, internal }
}

/** 39条1項ただし書: who refuses, in whole or in part, may be sued at once; the day on which the letter left. */
const refusalPostedOn = (kase: Case): PlainDate | undefined => {
  const refusals = kase.decisions
    .filter(({ kind, outcome }) => requestKinds[kind].suit && (outcome === 'refused' || outcome === 'part'))
    .map(each => each.id)
  const letters = kase.letters.filter(each => each.decision && refusals.includes(each.decision)).map(each => each.id)
  return kase.postings
    .filter(posting => posting.letters.some(id => letters.includes(id)))
    .map(posting => posting.postedOn)
    .sort()[0]
}

/** 39条 covers 33–35条 only; for the other kinds there is no day from which to sue. */
export const mayBeSued = (kase: Case): boolean => openKinds(kase).some(kind => requestKinds[kind].suit)

export type ClockEvent = { type: 'DeadlineExtended'; until: PlainDate; planned: PlainDate; reason: Kept<string> }

export const clockRules = {
  extendDeadline: rule({
    by: clerks,
    body: z.object({ until: day(), reason: keptText(1000) }),
    when: whileWanted,
    decide(kase, body, ctx) {
      if (body.until <= ctx.today)
        return refuse('date_before_event', { field: 'until', about: { day: body.until, earliest: ctx.today } })
      const planned = reckonCase(kase, ctx)?.internal.find(each => each.name === 'post')?.date ?? ctx.today
      return [{ type: 'DeadlineExtended', ...body, planned }]
    },
  }),
}
