import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { barred } from '../../domain/case.ts'
import { expectedPages, waitsForSecond } from '../../domain/packing.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { caseAt } from '../case-at.ts'
import { CaseBand } from '../case-band.tsx'
import { Button } from '../marks.tsx'
import { Csrf, Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { showProblem } from '../problem.tsx'
import { get, post, type Visit } from '../visit.ts'
import { Sheets } from './packing-scan.tsx'
import { handedOver } from './packing-stages.ts'

/** The second pair of eyes, in a session of their own. */
export const packingSecondPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/cases/:number/packing/second/:envelope', visit => secondPage(visit))
  post(app, parts, '/cases/:number/packing/second/:envelope', async visit => {
    const { number = '', envelope = '' } = visit.params
    const { _once: once } = visit.marks
    const answer = await visit.desk.perform(number, 'confirmPacking', { envelope }, visit.by, once ? { once } : {})
    if (answer.ok) return visit.reply.redirect(paths.packingStation({ packed: number }), 303)
    return secondPage(visit, 'refusal' in answer ? answer.refusal : undefined)
  })
}

const secondPage = async (visit: Visit, refused?: Refusal): Promise<FastifyReply> => {
  const found = await caseAt(visit)
  if (found === null) return showProblem(visit.request, visit.reply, 404)
  const { number, kase, context } = found
  const envelope = kase.envelopes.find(each => each.id === visit.params.envelope)
  if (envelope === undefined) return showProblem(visit.request, visit.reply, 404)
  const no =
    refused ??
    barred(kase, 'confirmPacking', context) ??
    (waitsForSecond(kase, envelope, context) ? null : refuse('nothing_packed')) ??
    (envelope.packedBy === visit.by.id ? refuse('packer_same_person') : null)
  const letters = kase.letters.filter(letter => envelope.letters.includes(letter.id))
  const inside = envelope.handover ? '手渡すもの' : '封筒に入っているもの'
  const packer = (await visit.parts.staff.list()).find(member => member.id === envelope.packedBy)?.name
  return visit.reply.code(no === null ? 200 : no.refused === 'not_allowed' ? 403 : 409).html(
    <Page visit={visit} title={`別の担当者の確認（${number}）`} at="postings" bare>
      <link rel="stylesheet" href={paths.asset('packing.css')} />
      <script type="module" src={paths.asset('reader.js')} />
      <CaseBand {...found} small />
      <div class="packing">
        <div class="sheet">
          {/* Next to the button, not on it: a reader's Enter must not confirm what nobody has looked at. */}
          <h1 tabIndex={-1} autofocus>
            別の担当者の確認
          </h1>
          <p class="lead">
            {packer ?? '（退職者）'}
            {envelope.handover
              ? 'さんが番号を読み取りました。窓口で手渡す前に、宛名と書類を見て確かめてください。'
              : 'さんが番号を読み取って封入しました。封をする前に、封筒の宛名と中の書類を見て確かめてください。'}
          </p>
          {no ? (
            <p class="packing-stray" role="alert">
              <span aria-hidden="true">▲</span> {refusalSentence(no)}
            </p>
          ) : (
            <form method="post" action={paths.packingSecond(number, envelope.id)} data-once>
              <Csrf visit={visit} />
              <input type="hidden" name="_once" value={randomUUID()} />
              <Button primary>宛名と中身を確かめました</Button>
            </form>
          )}
          <p class="packing-else">
            違うものがあるときは、確かめずに、
            <a href={paths.packing(number, envelope.letters, envelope.handover ? handedOver : {})}>
              もう一度読み取って
            </a>
            ください。
          </p>
        </div>
        <aside class="panel" aria-label={inside}>
          <h2>{inside}</h2>
          <Sheets expected={expectedPages(kase, letters, context, envelope)} missing={[]} />
        </aside>
      </div>
    </Page>,
  )
}
