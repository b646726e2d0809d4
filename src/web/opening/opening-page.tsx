import { randomUUID } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { verbWords } from '../../words/verbs.ts'
import type { FormState } from '../controls.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Button, LinkButton } from '../marks.tsx'
import { Csrf, Page } from '../page.tsx'
import { paths } from '../paths.ts'
import type { Fields } from '../read-body.ts'
import { scanPaths } from '../scans/scans-paths.ts'
import type { Sent, Visit } from '../visit.ts'
import { OpeningSteps } from './opening-form.tsx'
import { type Outlook, outlookOf } from './opening-outlook.ts'
import { OpeningPanel } from './opening-panel.tsx'

/** The page with these values: fresh, looked at again, or refused. */
export const openingPage = async (visit: Visit, form: FormState, status: number): Promise<FastifyReply> => {
  const outlook = await outlookOf(visit, form.values as Fields)
  const once = 'marks' in visit ? (visit as Sent).marks._once : undefined
  return visit.reply.code(status).html(
    <Page
      visit={visit}
      title="開封台"
      at="opening"
      action={
        <>
          <a href={scanPaths.scans()}>返ってきた用紙を読み取る</a>
          <LinkButton href={paths.formRequest}>用紙請求を受け付ける</LinkButton>
        </>
      }
    >
      <link rel="stylesheet" href={paths.asset('opening.css')} />
      <script type="module" src={paths.asset('opening.js')} />
      <ErrorSummary form={form} />
      <OpeningForm visit={visit} form={form} outlook={outlook} once={once || randomUUID()} />
    </Page>,
  )
}

const OpeningForm = ({
  visit,
  form,
  outlook,
  once,
}: {
  visit: Visit
  form: FormState
  outlook: Outlook
  once: string
}) => (
  <form method="post" action={paths.opening()} class="opening" data-once data-walk data-preview={paths.openingPreview}>
    <div class="column">
      {/* The first button is the one that Enter presses where no script runs: it only shows the page again. */}
      <button class="unseen" type="submit" formaction={paths.openingCheck()} tabIndex={-1} data-recheck>
        内容を確かめる
      </button>
      <Csrf visit={visit} />
      <input type="hidden" name="_once" value={once} />
      <OpeningSteps form={form} outlook={outlook} />
      <p class="buttons">
        <Button primary>{verbWords.logRequest.label}</Button>
        <button class="button" type="submit" formaction={paths.openingCheck()}>
          内容を確かめる
        </button>
      </p>
    </div>
    <OpeningPanel outlook={outlook} />
  </form>
)
