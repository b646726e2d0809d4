import type { KnownDue } from '../../desk/money/known-dues.ts'
import type { LineView } from '../../desk/money/line-view.ts'
import { formatYen, yen } from '../../domain/yen.ts'
import { type FormState, fieldId } from '../controls.tsx'
import { YenField } from '../lines.tsx'
import { Button, numberText } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import { textAt, valueAt } from '../read-body.ts'
import type { Visit } from '../visit.ts'
import { moneyPaths } from './money-paths.ts'

const MOST_OFFERED = 300

/** What the form begins with: the case that was chosen, else what is proposed, as far as the line reaches. */
export const firstParts = (
  { file, planned }: LineView,
  chosen: KnownDue | undefined,
): { case: string; amount: string }[] => {
  const { rest } = file.state
  if (chosen !== undefined)
    return [{ case: numberText(chosen.caseNumber), amount: amountText(Math.min(rest, chosen.outstanding) || rest) }]
  if (planned === null || planned.verdict.bucket === 'ambiguous') return []
  return planned.verdict.proposals
    .filter(({ amount }) => amount > 0)
    .map(({ caseNumber, amount }) => ({ case: numberText(caseNumber), amount: amountText(amount) }))
}
const amountText = (amount: number): string => amount.toLocaleString('ja-JP')

/** 手で充てる and 分ける are one form: a row for each case; what is left stays 仮受金. */
export const HandForm = ({
  visit,
  view,
  form,
  dues,
}: {
  visit: Visit
  view: LineView
  form: FormState
  dues: readonly KnownDue[]
}) => {
  const { row, state } = view.file
  const given = valueAt(form.values, 'parts')
  const filled = Array.isArray(given) ? given.length : 0
  return (
    <div data-hand>
      <form id="hand" method="post" action={moneyPaths.allocate(row.id)} data-once>
        <Csrf visit={visit} />
        <p class="help">
          {`「${row.payerRead || row.payer || '名義の記載なし'}」の残りは${formatYen(yen(state.rest))}です。`}
          充てる案件と金額を入れてください。複数の案件に分けられます。充てなかった額は仮受金のまま残ります。
        </p>
        {Array.from({ length: filled + 1 }, (_, at) => (
          <HandRow form={form} at={at} />
        ))}
        <datalist id="hand-dues">
          {dues
            .filter(due => due.outstanding > 0)
            .slice(0, MOST_OFFERED)
            .map(due => (
              <option
                value={numberText(due.caseNumber)}
                label={[due.name, due.kana, due.agent && `代理人 ${due.agent}`, `未納 ${formatYen(due.outstanding)}`]
                  .filter(Boolean)
                  .join('　')}
              />
            ))}
        </datalist>
        <div class="pick">
          <input type="checkbox" id={fieldId('learn')} name="learn" value="yes" checked={ticked(form, 'learn')} />
          <label for={fieldId('learn')}>
            この名義を覚える
            <span class="help">次にこの名義で同じ方の手数料が振り込まれたとき、名義の一致として扱います。</span>
          </label>
        </div>
        <div class="field">
          <label for={fieldId('note')}>
            覚え書き<span class="need">任意</span>
          </label>
          <input
            id={fieldId('note')}
            name="note"
            type="text"
            class="w40"
            maxLength={1000}
            value={textAt(form.values, 'note')}
          />
        </div>
        <div class="buttons">
          <Button primary>充てる</Button>
        </div>
      </form>
    </div>
  )
}

const ticked = (form: FormState, name: string): boolean => textAt(form.values, name) !== ''

const HandRow = ({ form, at }: { form: FormState; at: number }) => {
  const name = (part: string) => `parts.${at}.${part}`
  const issue = form.issues.find(each => each.path === name('case'))
  return (
    <div class="hand-row" data-grow="parts">
      <div class={issue ? 'field wrong' : 'field'}>
        <label for={fieldId(name('case'))}>受付番号</label>
        {issue && (
          <p class="issue" id={`${fieldId(name('case'))}-issue`}>
            <span aria-hidden="true">▲</span> {issue.sentence}
          </p>
        )}
        <input
          type="text"
          id={fieldId(name('case'))}
          name={name('case')}
          class="w12 digits"
          list="hand-dues"
          autocomplete="off"
          value={textAt(form.values, name('case'))}
          {...(issue && { 'aria-invalid': true, 'aria-describedby': `${fieldId(name('case'))}-issue` })}
        />
      </div>
      <YenField form={form} name={name('amount')} label="金額" />
      <div class="pick">
        <input
          type="checkbox"
          id={fieldId(name('hold'))}
          name={name('hold')}
          value="yes"
          checked={ticked(form, name('hold'))}
        />
        <label for={fieldId(name('hold'))}>超える分を預りにする</label>
      </div>
    </div>
  )
}
