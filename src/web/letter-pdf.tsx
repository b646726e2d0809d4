import type { FastifyInstance, FastifyReply } from 'fastify'
import { openPackages } from '../desk/packages.ts'
import { LetterFileLost } from '../desk/print/prints.ts'
import { packageOf } from '../domain/package.ts'
import { refuse } from '../domain/refusal.ts'
import { issueSentence } from '../words/issues.ts'
import { refusalSentence } from '../words/refusals.ts'
import { Bare } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { showProblem } from './problem.tsx'
import { get } from './visit.ts'

/** A letter as PDF, opened in the browser so that it can be printed; no data in the file's name but the number. */
export const letterPages = (app: FastifyInstance, parts: WebParts): void => {
  const packages = openPackages(parts)
  get(app, parts, '/cases/:number/letters/:letter.pdf', async ({ desk, by, params, request, reply }) => {
    const { number = '', letter = '' } = params
    // Where a 開示資料 has been made, it is the letter with all that goes with it.
    const found = await desk.kase(number, by)
    const made = found && packageOf(found.kase, letter)?.made
    const pdf = made ? await packages.read(number, by) : await desk.letterToSee(number, letter, by).catch(unlessLost)
    if (pdf === null) return showProblem(request, reply, 404)
    if (pdf === 'lost') return notShown(reply, number, '文書を表示できません', refusalSentence(refuse('print_lost')))
    return shown(reply, `${number}-${letter}`, pdf)
  })
  get(app, parts, '/cases/:number/decisions/:decision/reply.pdf', async visit => {
    const { number = '', decision = '' } = visit.params
    const previewed = await visit.desk.previewReply(number, decision, visit.by)
    if (previewed.ok) return shown(visit.reply, `${number}-${decision}-preview`, previewed.pdf)
    const gone = 'refusal' in previewed && previewed.refusal.refused === 'not_opened'
    if (gone) return showProblem(visit.request, visit.reply, 404)
    const why =
      'refusal' in previewed
        ? refusalSentence(previewed.refusal)
        : previewed.issues.map(issue => issueSentence(issue.code, issue.about)).join('')
    return notShown(visit.reply, number, '回答書の見本を作れません', why)
  })
}

const unlessLost = (error: unknown): 'lost' => {
  if (error instanceof LetterFileLost) return 'lost'
  throw error
}

const notShown = (reply: FastifyReply, number: string, title: string, why: string): FastifyReply =>
  reply.code(409).html(
    <Bare title={title}>
      <h1>{title}</h1>
      <p>{why}</p>
      <p>
        <a href={paths.case(number)}>案件へ戻る</a>
      </p>
    </Bare>,
  )

const shown = (reply: FastifyReply, name: string, pdf: Buffer): FastifyReply =>
  reply.type('application/pdf').header('content-disposition', `inline; filename="${name}.pdf"`).send(pdf)
