import type { FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { FieldIssue } from '../desk/desk.ts'
import type { PlainDate } from '../domain/day.ts'
import { longDay } from '../domain/era.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Actor } from '../domain/rule.ts'
import { issueSentence } from '../words/issues.ts'
import { refusalSentence } from '../words/refusals.ts'
import type { FormState } from './controls.tsx'
import { Csrf } from './page.tsx'
import { showProblem } from './problem.tsx'
import type { Fields } from './read-body.ts'
import type { Visit } from './visit.ts'

/** Said once after a deed, by the word that the redirect carries; a word that nobody wrote says nothing. */
export const Done = ({ visit, words }: { visit: Visit; words: Readonly<Record<string, string>> }) => {
  const { done = '' } = visit.query
  return Object.hasOwn(words, done) ? (
    <p class="done" role="status">
      <span aria-hidden="true">●</span> {words[done]}
    </p>
  ) : null
}

/** One button that posts and nothing else. `hidden`: fields that go with it. */
export const OneButton = ({
  visit,
  to,
  hidden = {},
  children,
}: {
  visit: Visit
  to: string
  hidden?: Readonly<Record<string, string>>
  children: ComponentChildren
}) => (
  <form method="post" action={to} class="one-button" data-once>
    <Csrf visit={visit} />
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button class="button quiet" type="submit">
      {children}
    </button>
  </form>
)

export const isAdmin = (by: Actor): boolean => by.roles.includes('admin')

export const forbidden = ({ request, reply }: Visit): FastifyReply => showProblem(request, reply, 403)
export const missing = ({ request, reply }: Visit): FastifyReply => showProblem(request, reply, 404)

type No = { ok: false; refusal: Refusal } | { ok: false; issues: readonly FieldIssue[] }

/** A form that was not accepted: values kept, each message at its field. */
export const refused = (no: No, labels: Readonly<Record<string, string>>, values: Fields = {}): FormState =>
  'refusal' in no
    ? { values, issues: [], problem: refusalSentence(no.refusal) }
    : {
        values,
        issues: no.issues.map(({ path, code, about }) => ({
          path,
          label: labels[path.split('.')[0] ?? ''] ?? 'この欄',
          sentence: issueSentence(code, about),
        })),
      }

/** For dense lists: 11月18日（水）, the year only where it is another one. */
export const ShortDay = ({ on, today }: { on: PlainDate | null | undefined; today: PlainDate }) =>
  on ? (
    <time dateTime={on} title={longDay(on)}>
      {on.slice(0, 4) === today.slice(0, 4) ? longDay(on).slice(5) : longDay(on)}
    </time>
  ) : (
    <span class="none">—</span>
  )

/** A cell of a book of many columns: 11/18, the year only where it is not the book's. */
export const BookDay = ({ on, year }: { on: PlainDate | null | undefined; year: number }) => (
  <td class="digits">
    {on ? (
      <time dateTime={on} title={longDay(on)}>
        {`${on.startsWith(`${year}-`) ? '' : `${on.slice(0, 4)}/`}${Number(on.slice(5, 7))}/${Number(on.slice(8))}`}
      </time>
    ) : (
      <span class="none">—</span>
    )}
  </td>
)
