import type { FastifyInstance } from 'fastify'
import { readPageCode } from '../../domain/page-code.ts'
import { checkPages } from '../../domain/page-set.ts'
import { cashiers } from '../../domain/rule.ts'
import { pageInWords, scanSign, stationSentence } from '../../words/pages.ts'
import { waitingLetters } from '../letters-waiting.ts'
import { numberText } from '../marks.tsx'
import { Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { get, mayAny } from '../visit.ts'
import { ToPack } from './packing-list.tsx'
import { ScanField, WrongSign, which } from './packing-scan.tsx'
import { handoverOf, type StagedEnvelope, staged } from './packing-stages.ts'
import { printPaths } from './print-paths.ts'

/** The packing table: any page read here opens its envelope. */
export const packingStationPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, paths.packingStation(), async visit => {
    const all = await staged(visit, (await waitingLetters(visit)).toPost)
    const envelopes = all.filter(({ stage }) => stage !== 'post')
    const { scan, packed: done = '' } = visit.query
    const code = scan ? readPageCode(scan) : null
    const envelope = envelopes.find(
      ({ row, letters }) => row.number === code?.number && letters.some(letter => letter.id === code.letter),
    )
    if (scan && envelope) {
      const letters = envelope.letters.map(letter => letter.id)
      const { packed, row } = envelope
      const to = packed
        ? paths.packingSecond(row.number, packed.id)
        : paths.packing(row.number, letters, { scan, ...handoverOf(envelope) })
      return visit.reply.redirect(to, 303)
    }
    const recorded = done !== '' && all.filter(({ row, packed }) => row.number === done && packed)
    const { today } = await visit.desk.context(visit.by)
    return visit.reply.html(
      <Page visit={visit} title="封入を確かめる" at="postings" action={<a href={paths.postings()}>印刷・発送へ戻る</a>}>
        <link rel="stylesheet" href={paths.asset('packing.css')} />
        <link rel="stylesheet" href={paths.asset('print-room.css')} />
        {recorded && recorded.length > 0 && (
          <Recorded number={done} second={recorded.some(({ stage }) => stage === 'second')} />
        )}
        {mayAny(visit.by, cashiers) ? (
          <form method="get" action={paths.packingStation()} class="packing-scan">
            <ScanField help="どの書類からでも始められます。読み取ると、その封筒の画面が開きます。" />
          </form>
        ) : (
          <p class="lead">封入は、受付と経理の方が確かめます。</p>
        )}
        {scan && <Stray scan={scan} all={all} />}
        <section class="group">
          <h2>
            封入を待つ封筒 <span class="count">{envelopes.length}通</span>
          </h2>
          <ToPack envelopes={envelopes} visit={visit} today={today} />
        </section>
        <script type="module" src={paths.asset('packing.js')} />
      </Page>,
    )
  })
}

/** Why no envelope opened, said as loud as at the envelope itself. */
const Stray = ({ scan, all }: { scan: string; all: readonly StagedEnvelope[] }) => {
  const code = readPageCode(scan)
  if (code === null) {
    const [read] = checkPages({ number: null, letters: [] }, [], [scan]).scanned
    const fault = read?.fault === 'no_case' ? 'no_case' : 'unreadable'
    return (
      <div role="alert">
        <WrongSign words={scanSign(fault)}>{stationSentence(fault)}</WrongSign>
      </div>
    )
  }
  const done = all.find(
    ({ row, letters, stage }) =>
      stage === 'post' && row.number === code.number && letters.some(letter => letter.id === code.letter),
  )
  const ids = done?.letters.map(letter => letter.id) ?? []
  return (
    <div role="alert">
      <WrongSign words={done ? '封入は済んでいます' : '封入を待っていません'}>
        {pageInWords(which(code), code.form)}
      </WrongSign>
      <p class="packing-else">
        {done ? (
          <>
            窓口に出せます。中身を入れ替えるときは、<a href={paths.packing(code.number, ids)}>もう一度読み取って</a>
            ください。
          </>
        ) : (
          'まだ印刷を記録していないか、もう発送した書類です。ほかの窓口の書類でないかも確かめてください。'
        )}
      </p>
    </div>
  )
}

/** What was just done, and where its envelope goes: the next one can be read at once. */
const Recorded = ({ number, second }: { number: string; second: boolean }) => (
  <p class="notice" role="status">
    {numberText(number)}の{second ? '封入' : '封入の確認'}を記録しました。
    {second ? (
      '封をする前に、別の担当者が宛名と中身を確かめます。'
    ) : (
      <>
        封をして、<a href={printPaths.counter}>差出票を作れます</a>。
      </>
    )}
    次の封筒は、続けて読み取ってください。
  </p>
)
