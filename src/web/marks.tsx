import type { ComponentChildren } from 'preact'
import type { PlainDate } from '../domain/day.ts'
import { longDay } from '../domain/era.ts'
import { type DaysShape, daysLeft } from '../words/dates.ts'

/** Small signs. A state is always said in a word and a shape, never by colour alone. */
export type Tone = 'calm' | 'good' | 'soon' | 'late'
const shapes: Record<Tone, string> = { calm: '○', good: '●', soon: '▲', late: '■' }

export const Badge = ({ tone = 'calm', children }: { tone?: Tone; children: ComponentChildren }) => (
  <span class={`badge ${tone}`}>
    <span aria-hidden="true">{shapes[tone]}</span> {children}
  </span>
)

/** 26-00001-0, the way it stands on paper */
export const numberText = (number: string): string => `${number.slice(0, 2)}-${number.slice(2, 7)}-${number.slice(7)}`

export const Day = ({ on }: { on: PlainDate }) => <time dateTime={on}>{longDay(on)}</time>

const tones: Record<DaysShape, Tone> = { past: 'late', today: 'soon', soon: 'soon', later: 'calm' }

/** Days from today to a due day, in words and a shape. */
export const DaysLeft = ({ on, today }: { on: PlainDate; today: PlainDate }) => {
  const { words, shape } = daysLeft(today, on)
  return <Badge tone={tones[shape]}>{words}</Badge>
}

const shortDay = (on: PlainDate, today: PlainDate): string =>
  on.slice(0, 4) === today.slice(0, 4) ? longDay(on).slice(5) : longDay(on)

/** For lists: the year only where it is another one. */
export const ShortDue = ({ on, today }: { on: PlainDate | null | undefined; today: PlainDate }) =>
  on ? (
    <span class="due short">
      <time dateTime={on} title={longDay(on)}>
        {shortDay(on, today)}
      </time>
      <DaysLeft on={on} today={today} />
    </span>
  ) : (
    <span class="none">—</span>
  )

/** Only how far a day is away, where there is no room for the day itself. */
export const LeftUntil = ({ on, today }: { on: PlainDate | null | undefined; today: PlainDate }) =>
  on ? (
    <time dateTime={on} title={longDay(on)}>
      <DaysLeft on={on} today={today} />
      <span class="unseen">（{longDay(on)}）</span>
    </time>
  ) : (
    <span class="none">—</span>
  )

/** A day and how far it is away. */
export const DueOn = ({ on, today }: { on: PlainDate | null | undefined; today: PlainDate }) =>
  on ? (
    <span class="due">
      <Day on={on} /> <DaysLeft on={on} today={today} />
    </span>
  ) : (
    <span class="none">—</span>
  )

export const Empty = ({ children }: { children: ComponentChildren }) => <p class="empty">{children}</p>

/** The key of the page's main deed, shown on its button; assets/keys.js presses it. */
const Dot = () => (
  <span class="key" aria-hidden="true">
    .
  </span>
)

export const LinkButton = ({
  href,
  primary,
  children,
}: {
  href: string
  primary?: boolean
  children: ComponentChildren
}) => (
  <a class={primary ? 'button primary' : 'button'} href={href} {...(primary && { 'data-primary': true })}>
    {children}
    {primary && <Dot />}
  </a>
)

export const Button = ({ primary, children }: { primary?: boolean; children: ComponentChildren }) => (
  <button class={primary ? 'button primary' : 'button'} type="submit" {...(primary && { 'data-primary': true })}>
    {children}
    {primary && <Dot />}
  </button>
)
