import type { Preview } from '../../desk/money/statement-preview.ts'
import { calendarWords, issuePlace, unprovenSentence } from '../../words/statements.ts'
import type { FormState } from '../controls.tsx'
import { LineField } from '../lines.tsx'

const MOST_ISSUES = 100

/** Which calendar the years of two digits are of, where the file does not say. */
export const Calendar = ({ form, chosen }: { form: FormState; chosen: string | undefined }) => {
  const issue = form.issues.find(({ path }) => path === 'dateMode')
  return (
    <fieldset class={issue ? 'field wrong' : 'field'}>
      <legend>
        日付の年<span class="need must">必須</span>
      </legend>
      <p class="help">
        2桁の年が和暦か西暦かが、ファイルからは決まりません。選ぶと、この口座では次からこの読み方をします。
      </p>
      {issue && <p class="issue">▲ {issue.sentence}</p>}
      <div class="picks">
        {(['wareki', 'seireki'] as const).map((mode, at) => (
          <div class="pick">
            <input
              type="radio"
              id={at === 0 ? 'f-dateMode' : 'f-dateMode-1'}
              name="dateMode"
              value={mode}
              checked={mode === chosen}
            />
            <label for={at === 0 ? 'f-dateMode' : 'f-dateMode-1'}>{calendarWords[mode]}</label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

/** Why the file may not be whole; it is taken only with a reason. */
export const Unproven = ({ preview, form }: { preview: Preview; form: FormState }) => (
  <>
    <p>
      <b>このファイルは、全部そろっていることを確かめられません。</b>
    </p>
    <ul>
      {[...new Set(preview.unproven.map(unprovenSentence))].map(sentence => (
        <li>{sentence}</li>
      ))}
    </ul>
    <LineField
      form={form}
      name="despite"
      label="それでも取り込む理由"
      required
      help="銀行に確かめたこと、あとで補うことなどを書いてください。取り込みの記録に残ります。"
      width={40}
    />
  </>
)

/** What the reader tells of the file. */
export const Issues = ({ preview: { issues } }: { preview: Preview }) =>
  issues.length === 0 ? null : (
    <details class="panel told" open={issues.length <= 8}>
      <summary>
        確かめる点 <span class="count">{issues.length.toLocaleString('en-US')}件</span>
      </summary>
      <ul>
        {issues.slice(0, MOST_ISSUES).map(issue => (
          <li>
            <span class="place">{issuePlace(issue)}</span> {issue.message}
          </li>
        ))}
      </ul>
      {issues.length > MOST_ISSUES && <p class="sub">ほかに{issues.length - MOST_ISSUES}件あります。</p>}
    </details>
  )
