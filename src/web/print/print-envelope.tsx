import type { FastifyInstance } from 'fastify'
import { envelopePapers } from '../../desk/print/envelopes.ts'
import { envelopeFor, sheetsIn } from '../../domain/letter-bulk.ts'
import { printFaultSentence } from '../../words/print-faults.ts'
import { numberText } from '../marks.tsx'
import { Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { missing } from '../settings-marks.tsx'
import { get } from '../visit.ts'
import { keptOffsets } from './printer-offsets.ts'

/** The face of one letter's envelope as PDF; where it cannot be printed, a page that says what is missing. */
export const envelopePages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/cases/:number/letters/:letter/envelope.pdf', async visit => {
    const { number = '', letter = '' } = visit.params
    // The size that the letter fits into, unless somebody asks for one.
    const sized = async () => envelopeFor(sheetsIn(await visit.desk.pageSet(number, [letter], visit.by), true))
    const paper = envelopePapers.find(each => each === visit.query.paper) ?? (await sized())
    const envelope = await visit.desk.envelope(number, letter, visit.by, paper, keptOffsets(visit).face)
    if (envelope === null) return missing(visit)
    if (envelope.ok)
      return visit.reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${number}-${letter}-envelope.pdf"`)
        .send(envelope.pdf)
    const { code: why, field, character } = envelope.fault
    return visit.reply.code(422).html(
      <Page visit={visit} title="封筒を印刷できません" at="postings">
        <p class="notice">
          受付番号 {numberText(number)}：{printFaultSentence({ why, field, character })}
        </p>
        <p>
          <a href={paths.case(number)}>案件へ戻る</a>
        </p>
      </Page>,
    )
  })
}
