import type { FastifyInstance, FastifyReply } from 'fastify'
import { ruleOf } from '../../domain/case.ts'
import { type CounterItem, counterItemText, isCounterService, readCounterItem } from '../../domain/counter.ts'
import { parseDay } from '../../domain/day.ts'
import { issueSentence } from '../../words/issues.ts'
import { emptyForm, type FormIssue, type FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { waitingLetters } from '../letters-waiting.ts'
import { numberText } from '../marks.tsx'
import { Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { isFields, textAt, textsAt } from '../read-body.ts'
import { forbidden, missing } from '../settings-marks.tsx'
import { get, mayAny, post, type Sent, type Visit } from '../visit.ts'
import { ticksAsked } from './all-or-none.tsx'
import { CounterForm, envelopeText, MOST_ITEMS, rowField, weightField } from './counter-form.tsx'
import { counterListPage } from './counter-numbers.tsx'
import { recordNumbers } from './counter-recording.ts'
import { staged } from './packing-stages.ts'
import { printPaths } from './print-paths.ts'

/** 差出票: choose envelopes, print the counter's list, enter the numbers of the 受領証. The list stands in its address. */
export const counterPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/counter', visit => choosing(visit, emptyForm, 200))
  post(app, parts, '/counter', choose)
  get(app, parts, '/counter/list', async visit => {
    const list = listIn(visit.query)
    return list === null ? missing(visit) : counterListPage(visit, list, emptyForm, 200)
  })
  post(app, parts, '/counter/list', async visit => {
    if (!mayAny(visit.by, ruleOf('postLetters').by)) return forbidden(visit)
    const list = listIn({ on: textAt(visit.fields, 'on'), rows: textAt(visit.fields, 'rows') })
    return list === null ? missing(visit) : recordNumbers(visit, list)
  })
  get(app, parts, '/counter/list.pdf', async visit => {
    const list = listIn(visit.query)
    const printed = list && (await visit.desk.counterList(list.items, list.on, visit.by))
    if (!list || !printed) return missing(visit)
    if (!printed.ok) return counterListPage(visit, list, emptyForm, 422)
    return visit.reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="counter-${list.on}.pdf"`)
      .send(printed.pdf)
  })
}

/** Null where the address is none of ours. */
const listIn = ({ on: day = '', rows = '' }: { on?: string; rows?: string }) => {
  const on = parseDay(day)
  const items = rows.split('.').map(readCounterItem)
  const read = items.filter(item => item !== null)
  return on === null || read.length === 0 || read.length < items.length || read.length > MOST_ITEMS
    ? null
    : { on, items: read, rows }
}
export type CounterAsked = NonNullable<ReturnType<typeof listIn>>

const choose = async (visit: Sent): Promise<FastifyReply> => {
  if (!mayAny(visit.by, ruleOf('postLetters').by)) return forbidden(visit)
  const { fields } = visit
  const no = (form: Partial<FormState>) => choosing(visit, { values: fields, issues: [], ...form }, 422)
  const ticks = ticksAsked(textAt(fields, 'tick'))
  if (ticks !== null) {
    const take = ticks === 'all' ? (await offered(visit)).map(envelopeText) : []
    return choosing(visit, { values: { ...fields, take }, issues: [] }, 200)
  }
  const on = parseDay(textAt(fields, 'on'))
  const chosen = textsAt(fields, 'take')
  const items = chosen.map(text => itemOf(text, isFields(fields.of) ? fields.of[rowField(text)] : undefined))
  const issues: FormIssue[] = [
    ...(on === null ? [{ path: 'on', label: '差出日', sentence: issueSentence('day_not_read') }] : []),
    ...chosen.flatMap((text, nth) => (items[nth] ? [] : [wrongWeight(text)])),
  ]
  if (issues.length > 0) return no({ issues })
  const read = items.filter(item => item !== null)
  if (on === null || read.length === 0) return no({ problem: '窓口に出す封筒を選んでください。' })
  // In the order of the paper from the beginning: what is discarded or recorded later moves nothing.
  const rows = await visit.desk.counterRows(read, on, visit.by)
  return visit.reply.redirect(
    printPaths.counterList({ on, rows: rows.map(({ item }) => counterItemText(item)).join('.') }),
    303,
  )
}

/** The envelopes of one person are told apart by nothing but their number: it is the number that is named. */
const wrongWeight = (text: string): FormIssue => ({
  path: weightField(text),
  label: numberText(text.split('-')[0] ?? ''),
  sentence: '重さは1から4000までの数字（g）で入力してください。',
})

/** The choices of one row, read as the list's address would be. */
const itemOf = (letters: string, given: unknown): CounterItem | null => {
  const grams = textAt(given, 'grams').normalize('NFKC').trim()
  return /^[1-9]\d{0,3}$/.test(grams)
    ? readCounterItem(`${letters}~${textAt(given, 'way')}${grams}${textAt(given, 'size') || 't'}`)
    : null
}

/** What may leave and has a way over the counter. */
const offered = async (visit: Visit) =>
  (await staged(visit, (await waitingLetters(visit)).toPost))
    .filter(({ stage, service }) => stage === 'post' && isCounterService(service))
    .slice(0, MOST_ITEMS)

const choosing = async (visit: Visit, form: FormState, status: number): Promise<FastifyReply> => {
  const { today } = await visit.desk.context(visit.by)
  return visit.reply.code(status).html(
    <Page visit={visit} title="差出票を作る" at="postings" action={<a href={paths.postings()}>印刷・発送へ戻る</a>}>
      <link rel="stylesheet" href={paths.asset('print-room.css')} />
      <p class="lead">窓口へ出す封筒を選び、差出日、送り方、重さを確かめます。</p>
      <ErrorSummary form={form} />
      <CounterForm
        visit={visit}
        form={form}
        envelopes={await offered(visit)}
        bothSides={(textAt(form.values, 'sides') || visit.query.sides) !== 'one'}
        today={today}
      />
    </Page>,
  )
}
