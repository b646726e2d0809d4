import type { FastifyInstance } from 'fastify'
import { facetNames } from '../words/facets.ts'
import { caseAt } from './case-at.ts'
import { CaseBand } from './case-band.tsx'
import { FacetCard } from './facet-card.tsx'
import { revealed } from './facts.ts'
import { CaseFiles } from './files.tsx'
import { History, historyOf } from './history.tsx'
import { CaseLetters } from './letters-of-case.tsx'
import { NoteOfPress } from './opening/opening-note.tsx'
import { Page } from './page.tsx'
import { CasePapers } from './papers-of-case.tsx'
import type { WebParts } from './parts.ts'
import { showProblem } from './problem.tsx'
import { get } from './visit.ts'

/** One case: the band, its facets in order at the left, papers, letters, files and history at the right. */
export const casePages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/cases/:number', async visit => {
    const found = await caseAt(visit)
    if (found === null) return showProblem(visit.request, visit.reply, 404)
    const { number, kase, context } = found
    const [texts, files, history] = await Promise.all([
      revealed(visit, number, kase),
      parts.files.list(number, visit.by),
      historyOf(visit, number),
    ])
    const name = found.subject ? found.subject.family : number
    return visit.reply.html(
      <Page visit={visit} title={`${number} ${name}`} at="cases" bare>
        <CaseBand {...found} />
        <NoteOfPress note={visit.query.note} />
        <div class="case">
          <section class="facets" aria-label="手続">
            {facetNames.map(facet => (
              <FacetCard facet={facet} number={number} kase={kase} context={context} texts={texts} />
            ))}
          </section>
          <aside class="beside" aria-label="書類と経過">
            <CasePapers kase={kase} />
            <CaseLetters number={number} kase={kase} />
            <CaseFiles visit={visit} number={number} files={files} />
            <History rows={history} />
          </aside>
        </div>
      </Page>,
    )
  })
}
