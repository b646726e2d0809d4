import type { FastifyInstance } from 'fastify'
import { type ManualSection, type ManualTable, manual } from '../words/manual.ts'
import { Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { get } from './visit.ts'

/** 使い方: one page to read through or to print. */
export const manualPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, paths.manual, async visit =>
    visit.reply.html(
      <Page visit={visit} title="使い方">
        <link rel="stylesheet" href={paths.asset('manual.css')} />
        <div class="manual-halves">
          <nav class="manual-contents" aria-label="目次">
            {manual.map(({ title, sections }) => (
              <>
                <p>{title}</p>
                <ul>
                  {sections.map(section => (
                    <li>
                      <a href={`#${section.id}`}>{section.title}</a>
                    </li>
                  ))}
                </ul>
              </>
            ))}
          </nav>
          <div class="sheet manual">
            {manual.map(({ title, sections }) => (
              <>
                <h2 class="manual-chapter">{title}</h2>
                {sections.map(section => (
                  <Section section={section} />
                ))}
              </>
            ))}
          </div>
        </div>
      </Page>,
    ),
  )
}

const Section = ({ section: { id, title, lines, steps, table } }: { section: ManualSection }) => (
  <section id={id}>
    <h3>{title}</h3>
    <ul>
      {lines.map(line => (
        <li>{line}</li>
      ))}
    </ul>
    {steps && (
      <ol>
        {steps.map(step => (
          <li>{step}</li>
        ))}
      </ol>
    )}
    {table && <Told table={table} caption={title} />}
  </section>
)

/** To be read, not to be worked in: long cells wrap. */
const Told = ({ table: { head, rows }, caption }: { table: ManualTable; caption: string }) => (
  <table class="manual-table">
    <caption class="unseen">{caption}</caption>
    <thead>
      <tr>
        {head.map(cell => (
          <th scope="col">{cell}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([first, ...cells]) => (
        <tr>
          <th scope="row">{first}</th>
          {cells.map(cell => (
            <td>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
