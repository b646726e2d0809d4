import type { FastifyInstance, FastifyReply } from 'fastify'
import { ruleOf } from '../../domain/case.ts'
import { type CounterItem, counterItemText, isCounterService, readCounterItem } from '../../domain/counter.ts'
import { parseDay } from '../../domain/day.ts'
import { longDay } from '../../domain/era.ts'
import { issueSentence } from '../../words/issues.ts'
import { emptyForm, type FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { waitingLetters } from '../letters-waiting.ts'
import { numberText } from '../marks.tsx'
import { Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { isFields, textAt, textsAt } from '../read-body.ts'
import { forbidden, missing } from '../settings-marks.tsx'
import { get, mayAny, post, type Sent, type Visit } from '../visit.ts'
import { CounterForm, MOST_ITEMS, rowField } from './counter-form.tsx'
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
  const on = parseDay(textAt(fields, 'on'))
  if (on === null) return no({ issues: [{ path: 'on', label: '差出日', sentence: issueSentence('day_not_read') }] })
  const chosen = textsAt(fields, 'take')
  if (chosen.length === 0) return no({ problem: '窓口に出す封筒を選んでください。' })
  const items: CounterItem[] = []
  for (const letters of chosen) {
    const item = itemOf(letters, isFields(fields.of) ? fields.of[rowField(letters)] : undefined)
    if (item === null)
      return no({
        issues: [
          {
            path: `take-${letters}`,
            label: numberText(letters),
            sentence: '重さは1から4000までの数字（g）で入力してください。',
          },
        ],
      })
    items.push(item)
  }
  return visit.reply.redirect(printPaths.counterList({ on, rows: items.map(counterItemText).join('.') }), 303)
}

/** The choices of one row, read as the list's address would be. */
const itemOf = (letters: string, given: unknown): CounterItem | null => {
  const grams = textAt(given, 'grams').normalize('NFKC').trim()
  return /^[1-9]\d{0,3}$/.test(grams)
    ? readCounterItem(`${letters}~${textAt(given, 'way')}${grams}${textAt(given, 'size') || 't'}`)
    : null
}

const choosing = async (visit: Visit, form: FormState, status: number): Promise<FastifyReply> => {
  const { today } = await visit.desk.context(visit.by)
  const toPost = (await staged(visit, (await waitingLetters(visit)).toPost)).filter(each => each.stage === 'post')
  return visit.reply.code(status).html(
    <Page visit={visit} title="差出票を作る" at="postings" action={<a href={paths.postings()}>印刷・発送へ戻る</a>}>
      <p class="lead">{longDay(today)}に窓口へ出す封筒を選び、送り方と重さを確かめます。</p>
      <ErrorSummary form={form} />
      <CounterForm
        visit={visit}
        form={form}
        envelopes={toPost.filter(each => isCounterService(each.service)).slice(0, MOST_ITEMS)}
        today={today}
      />
    </Page>,
  )
}
