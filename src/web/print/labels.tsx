import type { FastifyInstance, FastifyReply } from 'fastify'
import { labelSheets } from '../../desk/print/label-printing.ts'
import { windowsOf } from '../../desk/print/window-envelopes.ts'
import { ruleOf } from '../../domain/case.ts'
import { labelsOn } from '../../domain/labels.ts'
import type { WindowEnvelope } from '../../domain/window-envelope.ts'
import { emptyForm, type FormIssue, type FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Empty } from '../marks.tsx'
import { Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { isFields, textAt } from '../read-body.ts'
import { Done, forbidden, missing } from '../settings-marks.tsx'
import { get, mayAny, post, type Sent, type Visit } from '../visit.ts'
import { ticksAsked } from './all-or-none.tsx'
import { addressed, LabelForm } from './labels-form.tsx'
import { printPaths } from './print-paths.ts'
import { faultIssues, picksIn, pickText, readPicks } from './print-picks.ts'
import { queuedLetters } from './print-queue-form.tsx'
import { PrinterForm } from './printer-form.tsx'
import {
  asTyped,
  faceFields,
  keepOffsets,
  keptOffsets,
  labelFields,
  type PrinterOffsets,
  readOffset,
} from './printer-offsets.ts'

const MOST_LABELS = 200

/** 宛名ラベル: letters, a sheet, where it is still free and how far the printer is off; and a sheet to try it with. */
export const labelPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/labels', visit => labelsPage(visit, emptyForm, 200))
  post(app, parts, '/labels', choose)
  get(app, parts, '/labels/sheet.pdf', async visit => {
    const { how, window, issues } = howOf(visit.query, await windowsFor(visit))
    const picks = readPicks((visit.query.letters ?? '').split('.'))
    if (how === null || window !== null || issues.length > 0 || picks.length === 0 || picks.length > MOST_LABELS)
      return missing(visit)
    const printed = await visit.desk.labels(picks, how, visit.by)
    if (!printed.ok) return labelsPage(visit, { values: {}, issues: faultIssues(printed.faults) }, 422)
    return pdf(visit, 'labels', printed.pdf)
  })
  get(app, parts, '/labels/test.pdf', async visit => {
    const { how, window, issues } = howOf({ ...visit.query, start: '1' }, await windowsFor(visit))
    if (how === null || issues.length > 0) return labelsPage(visit, { values: visit.query, issues }, 422)
    return pdf(visit, 'printer-test', await visit.desk.printerTest(window ?? how.sheet, how.offset))
  })
}

const pdf = ({ reply }: Visit, name: string, bytes: Buffer): FastifyReply =>
  reply.type('application/pdf').header('content-disposition', `inline; filename="${name}.pdf"`).send(bytes)

/** Also those that a desk measured itself. */
const windowsFor = async ({ desk }: Visit): Promise<readonly WindowEnvelope[]> =>
  windowsOf((await desk.operators()).map(({ operator }) => operator))

/** Offsets that the form does not hold are those that were kept. */
const howOf = (given: unknown, windows: readonly WindowEnvelope[], kept?: PrinterOffsets) => {
  const issues: FormIssue[] = []
  const values = { ...(kept && asTyped(kept)), ...(isFields(given) ? given : {}) }
  const id = textAt(values, 'sheet')
  const window = windows.find(each => each.id === id) ?? null
  const sheet = labelSheets.find(each => each.id === id) ?? labelSheets[0]
  const { offset, issues: wrongLabel } = readOffset(values, labelFields)
  const { offset: face, issues: wrongFace } = readOffset(values, faceFields)
  issues.push(...wrongLabel, ...wrongFace)
  const start = Number(textAt(values, 'start').normalize('NFKC').trim() || '1')
  if (sheet && !(Number.isInteger(start) && start >= 1 && start <= labelsOn(sheet)))
    issues.push({
      path: 'start',
      label: '始める位置',
      sentence: `1から${labelsOn(sheet)}までの数字で入力してください。`,
    })
  return { how: sheet ? { sheet, start, offset } : null, face, window, issues }
}

const choose = async (visit: Sent): Promise<FastifyReply> => {
  const { fields, desk, by, reply } = visit
  if (!mayAny(by, ruleOf('printLetter').by)) return forbidden(visit)
  const no = (form: Partial<FormState>) => labelsPage(visit, { values: fields, issues: [], ...form }, 422)
  const picks = picksIn(fields)
  const ticks = ticksAsked(textAt(fields, 'tick'))
  if (ticks !== null) {
    const rows = ticks === 'all' ? addressed(await queuedLetters(visit)) : []
    const current = rows.filter(({ letter }) => !letter.outdated)
    const pick = current.map(({ row, letter }) => pickText({ number: row.number, letter: letter.id }))
    return labelsPage(visit, { values: { ...fields, pick }, issues: [] }, 200)
  }
  const { how, face, window, issues } = howOf(fields, await windowsFor(visit), keptOffsets(visit))
  if (how === null || issues.length > 0) return no({ issues })
  const { sheet, start, offset } = how
  keepOffsets(visit, { label: offset, face })
  if (textAt(fields, 'keep') !== '') return reply.redirect(`${printPaths.labels}?done=kept`, 303)
  const placed = { sheet: window?.id ?? sheet.id, start, x: offset.x / 10, y: offset.y / 10 }
  if (textAt(fields, 'try') !== '') return reply.redirect(printPaths.printerTest(placed), 303)
  if (window !== null) return no({ problem: '窓付きの封筒に宛名ラベルは要りません。ラベル用紙を選んでください。' })
  if (picks.length === 0) return no({ problem: 'ラベルを作る文書を選んでください。' })
  if (picks.length > MOST_LABELS) return no({ problem: `一度に作れるのは${MOST_LABELS}枚までです。` })
  const printed = await desk.labels(picks, how, by)
  if (!printed.ok) return no({ issues: faultIssues(printed.faults) })
  // One for each envelope: the next free label is counted from these.
  const letters = (await desk.labelPicks(picks, by)).map(pickText).join('.')
  return reply.redirect(printPaths.labelsMade({ letters, ...placed }), 303)
}

/** The labels that were just made, as the address says. */
const madeIn = ({ query }: Visit) => {
  const { how, window, issues } = howOf(query, [])
  const picks = readPicks((query.letters ?? '').split('.'))
  if (how === null || window !== null || issues.length > 0 || picks.length === 0) return null
  const next = ((how.start - 1 + picks.length) % labelsOn(how.sheet)) + 1
  return { labels: picks.length, sheet: how.sheet, start: how.start, next }
}
type MadeLabels = NonNullable<ReturnType<typeof madeIn>>

/** The file in a window of its own, and the label at which the next ones begin. */
const Made = ({ visit, made }: { visit: Visit; made: MadeLabels }) => (
  <p class="notice" role="status">
    ラベル{made.labels}枚を、{made.start}番から並べました。
    <a href={printPaths.labelSheet(visit.query)} target="_blank" rel="noopener" autofocus>
      PDFを開いて印刷する
    </a>
    　この用紙の続きは、{made.next}番から使えます。
  </p>
)

const labelsPage = async (visit: Visit, form: FormState, status: number): Promise<FastifyReply> => {
  const made = status === 200 ? madeIn(visit) : null
  return visit.reply.code(status).html(
    <Page visit={visit} title="宛名ラベル" at="postings" action={<a href={paths.postings()}>印刷・発送へ戻る</a>}>
      <link rel="stylesheet" href={paths.asset('print-room.css')} />
      <ErrorSummary form={form} />
      <Done visit={visit} words={{ kept: '補正を保存しました。' }} />
      {made && <Made visit={visit} made={made} />}
      {mayAny(visit.by, ruleOf('printLetter').by) ? (
        <div class="settings">
          <LabelForm
            visit={visit}
            form={form}
            letters={await queuedLetters(visit)}
            sheet={made?.sheet.id ?? ''}
            start={made?.next ?? 1}
          />
          <PrinterForm visit={visit} form={form} windows={await windowsFor(visit)} />
        </div>
      ) : (
        <Empty>宛名ラベルは、受付と経理の方が作ります。</Empty>
      )}
    </Page>,
  )
}
