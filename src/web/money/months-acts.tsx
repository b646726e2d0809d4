import type { MonthShown } from '../../desk/money/month-row.ts'
import type { MonthRefusal } from '../../domain/money/closing.ts'
import { monthRefusalSentences } from '../../words/month-sheet.ts'
import type { FormState } from '../controls.tsx'
import { PasswordField } from '../lines.tsx'
import { Button } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import type { Visit } from '../visit.ts'
import { monthsPaths } from './months-paths.ts'
import { monthTitle } from './months-state.tsx'

/** The one act that comes next: its form, or what it waits for. */
export const MonthActs = ({ visit, shown, form }: { visit: Visit; shown: MonthShown; form: FormState }) => {
  if (shown.state === 'signed')
    return (
      <section class="panel">
        <h2>締め済み</h2>
        <p>{monthRefusalSentences.month_signed}</p>
      </section>
    )
  const prepares = shown.state !== 'prepared' || shown.moved
  return (
    <section class="panel">
      <h2>{prepares ? '1 作成する' : '2 承認して締める'}</h2>
      {shown.moved && <p class="sub">▲ {monthRefusalSentences.sheet_moved}</p>}
      {prepares ? <Prepare visit={visit} shown={shown} /> : <Sign visit={visit} shown={shown} form={form} />}
    </section>
  )
}

const Waits = ({ no }: { no: MonthRefusal }) => <p>{monthRefusalSentences[no]}</p>

const Prepare = ({ visit, shown }: { visit: Visit; shown: MonthShown }) =>
  shown.bars.prepare !== null ? (
    <Waits no={shown.bars.prepare} />
  ) : (
    <form method="post" action={monthsPaths.prepare(shown.month)} data-once>
      <Csrf visit={visit} />
      <p>下の照合が合っていることを確かめて、あなたの名前で作成します。</p>
      <p class="buttons">
        <Button primary>精算表を作成する</Button>
      </p>
    </form>
  )

const Sign = ({ visit, shown, form }: { visit: Visit; shown: MonthShown; form: FormState }) =>
  shown.bars.sign !== null ? (
    <Waits no={shown.bars.sign} />
  ) : (
    <form method="post" action={monthsPaths.sign(shown.month)} data-once>
      <Csrf visit={visit} />
      <input type="hidden" name="hash" value={shown.hash} />
      <div class="irreversible">
        <p>
          <span aria-hidden="true">▲</span> {monthTitle(shown.month)}
          を締めます。締めた後は、この月の日付では記帳できず、取り消せません。
        </p>
        <PasswordField form={form} name="_password" label="ご自分のパスワード" required />
      </div>
      <p class="buttons">
        <Button primary>承認して締める</Button>
      </p>
    </form>
  )
