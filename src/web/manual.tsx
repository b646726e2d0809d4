import type { FastifyInstance } from 'fastify'
import { manual } from '../words/manual.ts'
import { Page } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { get } from './visit.ts'

/** 使い方: one page to read through or to print. */
export const manualPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, paths.manual, async visit =>
    visit.reply.html(
      <Page visit={visit} title="使い方">
        <nav class="jumps" aria-label="目次">
          {manual.map(({ id, title }) => (
            <a href={`#${id}`}>{title}</a>
          ))}
        </nav>
        <div class="sheet manual">
          {manual.map(({ id, title, lines }) => (
            <section id={id}>
              <h2>{title}</h2>
              <ul>
                {lines.map(line => (
                  <li>{line}</li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </Page>,
    ),
  )
}
