import { daysBetween, type PlainDate } from '../domain/day.ts'

/** Shape of the badge, so that it is never told by colour alone. */
export type DaysShape = 'past' | 'today' | 'soon' | 'later'

export interface DaysLeft {
  readonly words: string
  readonly shape: DaysShape
}

/** Up to so many days a date is near. */
const SOON = 3

/** あと3日, 本日, 2日経過 */
export const daysLeft = (today: PlainDate, due: PlainDate): DaysLeft => {
  const days = daysBetween(today, due)
  if (days < 0) return { words: `${-days}日経過`, shape: 'past' }
  if (days === 0) return { words: '本日', shape: 'today' }
  return { words: `あと${days}日`, shape: days <= SOON ? 'soon' : 'later' }
}
