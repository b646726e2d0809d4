import type { FastifyInstance } from 'fastify'
import { ruleOf } from '../../domain/case.ts'
import type { PlainDate } from '../../domain/day.ts'
import type { Letter } from '../../domain/letter.ts'
import type { Actor } from '../../domain/rule.ts'
import { letterWords } from '../../words/letters.ts'
import { whoseWords } from '../../words/papers.ts'
import { serviceWithOptions } from '../../words/posts.ts'
import { type Envelope, inHouse, type WaitingLetter, waitingLetters } from '../letters-waiting.ts'
import { Empty, numberText, ShortDue } from '../marks.tsx'
import { operatorNames } from '../operator-names.ts'
import { Page } from '../page.tsx'
import type { WebParts } from '../parts.ts'
import { paths } from '../paths.ts'
import { PickBox } from '../pick-box.tsx'
import { ShortDay } from '../settings-marks.tsx'
import { Row, RowLink, Table } from '../table.tsx'
import { get, mayAny } from '../visit.ts'
import { AllOrNone } from './all-or-none.tsx'
import { OutdatedMark } from './outdated-mark.tsx'
import { ToPack } from './packing-list.tsx'
import { staged } from './packing-stages.ts'
import { Deed } from './postings-deed.tsx'
import { PostedList, underWay } from './postings-sent.tsx'
import { printPaths } from './print-paths.ts'
import { pickText } from './print-picks.ts'
import { BatchControls } from './print-queue-form.tsx'

/** 印刷・発送: what is to be printed, what is to be packed, what is to be taken to the counter, what is under way. A case moves on to the next list. */
export const postingsPages = (app: FastifyInstance, parts: WebParts): void => {
  get(app, parts, '/postings', async visit => {
    const [waiting, sent, context, names] = await Promise.all([
      waitingLetters(visit),
      underWay(visit),
      visit.desk.context(visit.by),
      operatorNames(visit.desk),
    ])
    const { toPrint, left } = waiting
    const envelopes = await staged(visit, waiting.toPost)
    const toPack = envelopes.filter(({ stage }) => stage !== 'post')
    const toPost = envelopes.filter(({ stage }) => stage === 'post')
    const lists = [
      { id: 'print', title: '印刷する', count: toPrint.length },
      { id: 'pack', title: '封入を確かめる', count: toPack.length },
      { id: 'counter', title: '窓口に出す', count: toPost.length },
      { id: 'sent', title: '発送後', count: sent.length },
    ]
    const { today } = context
    return visit.reply.html(
      <Page visit={visit} title="印刷・発送" at="postings" action={<a href={paths.postingBook()}>発送簿</a>}>
        <nav class="jumps" aria-label="段階">
          {lists.map(list => (
            <a href={`#${list.id}`}>
              {list.title} <b>{list.count}</b>
            </a>
          ))}
        </nav>
        {left > 0 && <p class="notice">文書が多いため、期日の近いものから並べました。ほかに{left}通あります。</p>}
        <section class="group" id="print">
          <h2>
            印刷する <span class="count">{toPrint.length}通</span>
          </h2>
          <p class="links">
            <a href={printPaths.queue}>もう一度印刷する</a>　<a href={printPaths.labels}>宛名ラベルと補正</a>
          </p>
          {toPrint.length > 0 && mayAny(visit.by, ruleOf('printLetter').by) ? (
            <form method="post" action={printPaths.queue} data-once>
              <BatchControls visit={visit} values={{}} unprinted={toPrint} />
              {toPrint.length > 1 && <AllOrNone />}
              <ToPrint letters={toPrint} by={visit.by} today={today} names={names} picks />
            </form>
          ) : (
            <ToPrint letters={toPrint} by={visit.by} today={today} names={names} />
          )}
        </section>
        <section class="group" id="pack">
          <h2>
            封入を確かめる <span class="count">{toPack.length}通</span>
          </h2>
          <p class="links">
            <a href={paths.packingStation()}>書類を読み取って始める</a>
          </p>
          <ToPack envelopes={toPack} visit={visit} today={today} />
        </section>
        <section class="group" id="counter">
          <h2>
            窓口に出す <span class="count">{toPost.length}通</span>
          </h2>
          <p class="links">
            <a href={printPaths.counter}>差出票と受領証の番号</a>
          </p>
          <ToPost envelopes={toPost} by={visit.by} today={today} names={names} />
        </section>
        <section class="group" id="sent">
          <h2>
            発送後 <span class="count">{sent.length}通</span>
          </h2>
          <PostedList rows={sent} by={visit.by} today={today} />
        </section>
      </Page>,
    )
  })
}

interface ListProps {
  by: Actor
  today: PlainDate
  names: ReadonlyMap<string, string>
}

const lettersInWords = (letters: readonly Letter[]): string =>
  letters.flatMap(letter => [letterWords[letter.form], ...letter.enclosures.map(form => letterWords[form])]).join('、')

/** `picks`: with a tick box for each, ticked at first, inside a form. */
const ToPrint = ({
  letters,
  by,
  today,
  names,
  picks = false,
}: ListProps & { letters: readonly WaitingLetter[]; picks?: boolean }) =>
  letters.length === 0 ? (
    <Empty>印刷を待つ文書はありません。案件で文書を作ると、ここに並びます。</Empty>
  ) : (
    <Table
      caption="印刷する文書"
      columns={[
        ...(picks ? [{ label: '選ぶ', fit: 'tick' } as const] : []),
        { label: '受付番号', fit: 'number' },
        { label: '宛名', fit: 'person' },
        { label: '事業者', fit: 'operator' },
        { label: '文書', wide: true },
        { label: '作成', fit: 'day' },
        { label: '社内期限', fit: 'due' },
        { label: 'すること', fit: 'deed' },
      ]}
    >
      {letters.map(({ row, letter }) => (
        <Row>
          {picks && (
            <td>
              <PickBox
                text={pickText({ number: row.number, letter: letter.id })}
                number={row.number}
                checked
                disabled={letter.outdated ?? false}
              />
            </td>
          )}
          <td class="digits">
            <RowLink href={paths.case(row.number)}>{numberText(row.number)}</RowLink>
          </td>
          <td class="narrow" title={row.name ?? undefined}>
            <Addressee name={row.name} to={letter.to} />
          </td>
          <td class="narrow" title={names.get(row.operator)}>
            {names.get(row.operator) ?? row.operator}
          </td>
          <td class={letter.outdated ? 'wrap' : undefined}>
            <a href={paths.letter(row.number, letter.id)} title={lettersInWords([letter])}>
              {letterWords[letter.form]}（PDF）
            </a>
            {letter.enclosures.length > 0 && <span class="sub">ほか{letter.enclosures.length}点</span>}
            {letter.outdated && <OutdatedMark number={row.number} by={by} />}
          </td>
          <td>
            <ShortDay on={letter.draftedOn} today={today} />
          </td>
          <td>
            <ShortDue on={inHouse.includes(letter.form) ? null : (row.stepDueOn ?? row.dueOn)} today={today} />
          </td>
          <td>
            {!letter.outdated && <Deed by={by} number={row.number} verb="printLetter" />}
            {!inHouse.includes(letter.form) && (
              <span class="sub">
                <a href={printPaths.envelope(row.number, letter.id)}>封筒</a>
              </span>
            )}
          </td>
        </Row>
      ))}
    </Table>
  )

const ToPost = ({ envelopes, by, today, names }: ListProps & { envelopes: readonly Envelope[] }) =>
  envelopes.length === 0 ? (
    <Empty>窓口に出す封筒はありません。封入を確かめると、ここに並びます。</Empty>
  ) : (
    <Table
      caption="窓口に出す封筒"
      columns={[
        { label: '受付番号', fit: 'number' },
        { label: '宛名', fit: 'person' },
        { label: '事業者', fit: 'operator' },
        { label: '封入するもの', wide: true },
        { label: '送り方', fit: 'kinds' },
        { label: '社内期限', fit: 'due' },
        { label: 'すること', fit: 'deed' },
      ]}
    >
      {envelopes.map(({ row, letters, service, options }) => (
        <Row>
          <td class="digits">
            <RowLink href={paths.case(row.number)}>{numberText(row.number)}</RowLink>
          </td>
          <td class="narrow" title={row.name ?? undefined}>
            <Addressee name={row.name} to={letters[0]?.to ?? 'subject'} />
          </td>
          <td class="narrow" title={names.get(row.operator)}>
            {names.get(row.operator) ?? row.operator}
          </td>
          <td class="wide" title={lettersInWords(letters)}>
            {lettersInWords(letters)}
          </td>
          <td class="wrap">{serviceWithOptions(service, options)}</td>
          <td>
            <ShortDue on={row.stepDueOn ?? row.dueOn} today={today} />
          </td>
          <td>
            <Deed by={by} number={row.number} verb="postLetters" />
          </td>
        </Row>
      ))}
    </Table>
  )

/** The list knows the subject's name; where the agent reads the letter it says so. */
const Addressee = ({ name, to }: { name: string | null; to: 'subject' | 'agent' }) => (
  <>
    {name ?? '（消去済み）'}
    {to === 'agent' && <span class="sub">{whoseWords.agent}あて</span>}
  </>
)
