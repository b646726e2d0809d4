import type { FastifyInstance, FastifyReply } from 'fastify'
import type { BatchHow, Picked } from '../../desk/print/batches.ts'
import { envelopePapers } from '../../desk/print/envelopes.ts'
import { ruleOf } from '../../domain/case.ts'
import { parseDay } from '../../domain/day.ts'
import { isOut } from '../../domain/letter.ts'
import { openEnvelopes } from '../../domain/packing.ts'
import { emptyForm, type FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { textAt, textsAt } from '../read-body.ts'
import { forbidden, missing } from '../settings-marks.tsx'
import { get, mayAny, post, type Sent, type Visit } from '../visit.ts'
import { ticksAsked } from './all-or-none.tsx'
import { printPaths } from './print-paths.ts'
import { faultIssues, picksIn, pickText, readPicks } from './print-picks.ts'
import { QueueForm, queuedLetters } from './print-queue-form.tsx'
import { recordPrints } from './print-recording.ts'
import { faceFields, keptOffsets, millimetres, readOffset } from './printer-offsets.ts'

const MOST_LETTERS = 200

/** まとめて印刷: one PDF of the letters that are ticked, in the order of packing. The POST logs the print and offers the file, the GET gives it. */
export const printQueuePages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/print-queue', visit => queuePage(visit, emptyForm, 200))
  post(app, parts, '/print-queue', printAll)
  get(app, parts, '/print-queue/batch.pdf', async visit => {
    const { letters = '', on: day = '', envelope, sides } = visit.query
    const { offset } = readOffset(visit.query, faceFields)
    const on = parseDay(day)
    const picks = readPicks(letters.split('.'))
    if (on === null || picks.length === 0 || picks.length > MOST_LETTERS) return missing(visit)
    if (!(await inHand(visit, picks))) return queuePage(visit, { values: {}, issues: [], problem: notInHand }, 409)
    const batch = await visit.desk.batch(
      picks,
      { ...howOf({ envelope, sides }), on, offset, finished: packagesFor(visit) },
      visit.by,
    )
    if (!batch.ok) return queuePage(visit, { values: {}, issues: faultIssues(batch.faults) }, 422)
    return visit.reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="print-${on}.pdf"`)
      .send(batch.pdf)
  })
}

const notInHand =
  'この文書はまだ印刷を記録していないか、印刷のあとで封入か発送が済んでいます。一覧で選び、印刷を記録してください。'

/** Their last print is recorded and nothing was done with it since: the file is that print, not one that nobody knows of. */
const inHand = async ({ desk, by }: Visit, picks: readonly Picked[]): Promise<boolean> => {
  for (const { number, letter } of picks) {
    const found = await desk.kase(number, by)
    if (found === null) continue
    const { kase } = found
    const printed = kase.letters.some(each => each.id === letter && each.printed > 0)
    if (!printed || isOut(kase, letter) || openEnvelopes(kase).some(each => each.letters.includes(letter))) return false
  }
  return true
}

const howOf = ({
  envelope,
  sides,
}: {
  envelope?: string | undefined
  sides?: string | undefined
}): Omit<BatchHow, 'on'> => ({
  bothSides: sides !== 'one',
  envelope: envelope === 'none' ? null : (envelopePapers.find(each => each === envelope) ?? 'fit'),
})

/** The proved package of a disclosure, kept as one of the case's files. */
const packagesFor =
  ({ desk, parts, by }: Visit): NonNullable<BatchHow['finished']> =>
  async (number, letter) => {
    const found = await desk.kase(number, by)
    const made = found?.kase.packages?.find(each => each.letter === letter)?.made
    const kept = made && (await parts.files.read(made.file, by))
    return kept?.file.caseNumber === number && kept.file.sha256 === made?.sha256 ? kept.bytes : null
  }

const printAll = async (visit: Sent): Promise<FastifyReply> => {
  const { desk, by, fields } = visit
  if (!mayAny(by, ruleOf('printLetter').by)) return forbidden(visit)
  const picks = picksIn(fields)
  const [envelope, sides] = [textAt(fields, 'envelope'), textAt(fields, 'sides')]
  const { today: on } = await desk.context(by)
  const no = (form: Partial<FormState>) => queuePage(visit, { values: fields, issues: [], ...form }, 422)
  const ticks = ticksAsked(textAt(fields, 'tick'))
  if (ticks !== null) {
    const { unprinted, printed } = await queuedLetters(visit)
    const texts = (letters: typeof printed) =>
      letters.flatMap(({ row, letter }) => (letter.outdated ? [] : `${row.number}-${letter.id}`))
    const again = texts(printed).filter(text => textsAt(fields, 'pick').includes(text))
    const pick = ticks === 'all' ? [...texts(unprinted), ...again] : again
    return queuePage(visit, { values: { ...fields, pick }, issues: [] }, 200)
  }
  if (picks.length === 0) return no({ problem: '印刷する文書を選んでください。' })
  if (picks.length > MOST_LETTERS)
    return no({ problem: `一度に印刷できるのは${MOST_LETTERS}通までです。分けて印刷してください。` })
  const faults = await desk.batchFaults(picks, { ...howOf({ envelope, sides }), on }, by)
  if (faults.length > 0) return no({ issues: faultIssues(faults) })
  const wrong = await recordPrints(visit, picks)
  if (wrong !== null) return no({ issues: [wrong] })
  const { x, y } = keptOffsets(visit).face
  const moved = { faceX: x === 0 ? '' : millimetres(x), faceY: y === 0 ? '' : millimetres(y) }
  const letters = picks.map(pickText).join('.')
  return visit.reply.redirect(printPaths.printed({ letters, on, envelope, sides, ...moved }), 303)
}

const queuePage = async (visit: Visit, form: FormState, status: number): Promise<FastifyReply> => {
  const { today } = await visit.desk.context(visit.by)
  return visit.reply.code(status).html(
    <Page visit={visit} title="まとめて印刷" at="postings" action={<a href={paths.postings()}>印刷・発送へ戻る</a>}>
      <ErrorSummary form={form} />
      {status === 200 && <Printed query={visit.query} />}
      <QueueForm visit={visit} form={form} letters={await queuedLetters(visit)} today={today} />
    </Page>,
  )
}

/** The file in a window of its own, and what comes after the printer: a PDF in this window would leave nobody a way on. */
const Printed = ({ query }: { query: Visit['query'] }) => {
  const { letters = '', on = '' } = query
  const picks = readPicks(letters.split('.'))
  if (picks.length === 0 || parseDay(on) === null) return null
  return (
    <p class="notice" role="status">
      {picks.length}通の印刷を記録しました。
      <a href={printPaths.batch(query)} target="_blank" rel="noopener" autofocus>
        PDFを開いて印刷する
      </a>
      　刷り上がったら、<a href={paths.packingStation()}>封入を確かめます</a>。
    </p>
  )
}
