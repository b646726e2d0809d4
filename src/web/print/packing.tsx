import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { barred } from '../../domain/case.ts'
import { expectedPages, lettersToPack, openEnvelopes, packable, waitsForSecond } from '../../domain/packing.ts'
import { checkPages } from '../../domain/page-set.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { caseAt } from '../case-at.ts'
import { type BandFacts, CaseBand } from '../case-band.tsx'
import { inHouse } from '../letters-waiting.ts'
import { Button } from '../marks.tsx'
import { Csrf, Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { showProblem } from '../problem.tsx'
import { textAt, textsAt } from '../read-body.ts'
import { get, post, type Sent, type Visit } from '../visit.ts'
import { ScanField, Scans, Sheets, Sign } from './packing-scan.tsx'
import { handedOver } from './packing-stages.ts'
import { Told } from './told.tsx'

/** Beyond the largest set (a 開示資料 of package.ts MOST_PAGES behind a long 別紙); it bounds the hidden fields of the form. */
const MOST_SCANS = 3_000

/** 封入照合 at the packing table: every page of one envelope is read; what was read so far travels with the form. */
export const packingPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/cases/:number/packing', async visit => {
    const found = await caseAt(visit)
    if (found === null) return showProblem(visit.request, visit.reply, 404)
    return visit.reply.redirect(nextOf(found), 303)
  })
  get(app, parts, '/cases/:number/packing/:letters', async visit => {
    const { scan } = visit.query
    return packingPage(visit, scan ? [scan] : [])
  })
  post(app, parts, '/cases/:number/packing/:letters', async visit => {
    const read = textsAt(visit.fields, 'scans')
    const removed = textAt(visit.fields, 'remove')
    const scan = textAt(visit.fields, 'scan').trim()
    const kept = removed === '' ? read : read.filter((_, at) => at !== Number(removed))
    const scans = [...kept, ...(scan === '' ? [] : [scan])]
    if (scans.length > MOST_SCANS) return packingPage(visit, scans.slice(0, MOST_SCANS), tooMany)
    return textAt(visit.fields, 'record') === '' ? packingPage(visit, scans) : record(visit, scans)
  })
}

/** What waits for a second person, else the printed letters to one reader that lie in no envelope yet. */
const nextOf = ({ number, kase, context }: BandFacts): string => {
  const envelopes = openEnvelopes(kase)
  const second = envelopes.find(each => waitsForSecond(kase, each, context))
  if (second) return paths.packingSecond(number, second.id)
  const loose = kase.letters.filter(
    letter =>
      packable(kase, letter) &&
      !inHouse.includes(letter.form) &&
      !envelopes.some(envelope => envelope.letters.includes(letter.id)),
  )
  const together = loose.filter(letter => letter.to === loose[0]?.to).map(letter => letter.id)
  return together.length > 0 ? paths.packing(number, together) : paths.postings()
}

const tooMany = `一度に確かめられるのは${MOST_SCANS.toLocaleString('en')}面までです。最後に読み取ったものは数えていません。読み違いがあれば取り除いてください。`

const handsOver = ({ query }: Visit): boolean => query.handover === handedOver.handover

const idsIn = (visit: Visit): string[] => (visit.params.letters ?? '').split(/[+ ,]/).filter(id => id !== '')

const record = async (visit: Sent, scans: readonly string[]): Promise<FastifyReply> => {
  const { number = '' } = visit.params
  const { _once: once } = visit.marks
  const body = { letters: idsIn(visit), scans: [...scans], ...(handsOver(visit) && handedOver) }
  const answer = await visit.desk.perform(number, 'packEnvelope', body, visit.by, once ? { once } : {})
  if (!answer.ok) return packingPage(visit, scans, 'refusal' in answer ? refusalSentence(answer.refusal) : undefined)
  // To the table, not to the case: the next envelope lies there already.
  return visit.reply.redirect(paths.packingStation({ packed: number }), 303)
}

const packingPage = async (visit: Visit, scans: readonly string[], refused?: string): Promise<FastifyReply> => {
  const found = await caseAt(visit)
  if (found === null) return showProblem(visit.request, visit.reply, 404)
  const { number, kase, context } = found
  const ids = idsIn(visit)
  // Before a page is scanned, not after the last: papers that are no longer what is kept are printed anew.
  const prints = await visit.desk.prints(number, ids, visit.by)
  const letters = lettersToPack(kase, ids, { printOf: ({ id }) => prints.get(id) ?? null })
  const no = barred(kase, 'packEnvelope', context) ?? (isRefusal(letters) ? letters : null)
  if (no !== null || isRefusal(letters))
    return visit.reply.code(no?.refused === 'not_allowed' ? 403 : 409).html(
      <Page visit={visit} title="封入を確かめる" at="postings" bare>
        <CaseBand {...found} small />
        <div class="sheet">
          <h1>封入を確かめる</h1>
          <p class="lead">いまは実行できません。{no && refusalSentence(no)}</p>
          <p>
            <a href={paths.postings()}>印刷・発送へ戻る</a>
          </p>
        </div>
      </Page>,
    )
  const handover = handsOver(visit)
  const expected = expectedPages(kase, letters, context, { handover })
  const { scanned, missing } = checkPages(kase, expected, scans)
  const complete = missing.length === 0 && scanned.every(each => each.fault === undefined)
  const here = paths.packing(number, ids, handover ? handedOver : {})
  const inside = handover ? '手渡すもの' : '封筒に入れるもの'
  return visit.reply.code(refused ? 409 : 200).html(
    <Page visit={visit} title={`封入を確かめる（${number}）`} at="postings" bare>
      <link rel="stylesheet" href={paths.asset('packing.css')} />
      <link rel="stylesheet" href={paths.asset('print-room.css')} />
      <CaseBand {...found} small />
      <Told />
      <div id="packing" class="packing" data-packing>
        <div class="sheet">
          <h1>封入を確かめる</h1>
          {refused && (
            <p class="packing-stray" role="alert">
              <span aria-hidden="true">▲</span> {refused}
            </p>
          )}
          {openEnvelopes(kase).some(each => each.letters.some(id => ids.includes(id))) && (
            <p class="notice">
              この封筒は封入が済んでいます。入れ直したときだけ、すべて読み取ってください。記録すると、別の担当者の確認もやり直しになります。
            </p>
          )}
          <form method="post" action={here} id="packing-read" class="packing-scan">
            <Csrf visit={visit} />
            {scans.map(scan => (
              <input type="hidden" name="scans" value={scan} />
            ))}
            <ScanField help={`${inside}の番号を、裏面も含めてすべて読み取るか、手で入れてください。`} />
          </form>
          <p id="packing-line" class="packing-stray" hidden>
            <span aria-hidden="true">▲</span>{' '}
            つながりませんでした。いま読み取ったものは数えていません。もう一度読み取ってください。
          </p>
          <Sign scanned={scanned} left={missing.length} />
          {complete && (
            <form method="post" action={here} data-once class="packing-done">
              <Csrf visit={visit} />
              <input type="hidden" name="_once" value={randomUUID()} />
              <input type="hidden" name="record" value="yes" />
              {scans.map(scan => (
                <input type="hidden" name="scans" value={scan} />
              ))}
              <Button primary>{handover ? '手渡すものを記録する' : '封入を記録する'}</Button>
            </form>
          )}
          <Scans scanned={scanned} />
        </div>
        <aside class="panel" aria-label={inside}>
          <h2>{inside}</h2>
          <Sheets expected={expected} missing={missing} />
          {handover ? (
            <p class="help">
              窓口で手渡します。封筒に入れて送るときは、<a href={paths.packing(number, ids)}>宛名面も確かめます</a>。
            </p>
          ) : (
            <p class="help">
              窓口で手渡すときは、<a href={paths.packing(number, ids, handedOver)}>宛名面なしで確かめます</a>。
            </p>
          )}
          <p>
            <a href={paths.packingStation()}>別の封筒を確かめる</a>
          </p>
        </aside>
      </div>
      <script type="module" src={paths.asset('packing.js')} />
    </Page>,
  )
}
