import { depositKinds } from '../desk/money/account-number.ts'
import type { AccountRow } from '../desk/money/bank-accounts.ts'
import type { Actor } from '../domain/rule.ts'
import { calendarWords } from '../words/statements.ts'
import { Choice, Choices, SelectField, Tick } from './choices.tsx'
import type { FormState } from './controls.tsx'
import { LineField } from './lines.tsx'
import type { Fields } from './read-body.ts'

export const accountLabels = {
  id: '口座',
  label: '呼び名',
  operators: '手数料が入る事業者',
  bankCode: '銀行コード',
  branchCode: '支店コード',
  kind: '預金種目',
  number: '口座番号',
  dateMode: '日付の年',
  forgetLayout: '列の指定',
}

/** A form of boxes says nothing where none is ticked; the schema wants to hear that. */
export const typedAccount = (fields: Fields): Fields => ({ ...fields, operators: fields.operators ?? [] })

interface Props {
  form: FormState
  names: ReadonlyMap<string, string>
  by: Actor
  account?: AccountRow
}

export const AccountFields = ({ form, names, by, account }: Props) => {
  const served = [...names].filter(([id]) => by.operators === 'all' || by.operators.includes(id))
  return (
    <>
      <LineField
        form={form}
        name="label"
        label={accountLabels.label}
        required
        width={20}
        value={account?.label ?? ''}
        help="一覧や明細に表示します。例：みずほ 虎ノ門 普通"
      />
      <Choices
        form={form}
        name="operators"
        label={accountLabels.operators}
        required
        ticked={account?.operators ?? []}
        options={served.map(([value, label]) => ({ value, label }))}
      />
      <div class="pair">
        <LineField
          form={form}
          name="bankCode"
          label={accountLabels.bankCode}
          width={4}
          value={account?.bankCode ?? ''}
        />
        <LineField
          form={form}
          name="branchCode"
          label={accountLabels.branchCode}
          width={4}
          value={account?.branchCode ?? ''}
        />
      </div>
      <div class="pair">
        <SelectField
          form={form}
          name="kind"
          label={accountLabels.kind}
          value={account?.kind ?? ''}
          options={depositKinds.map(kind => ({ value: kind, label: kind }))}
        />
        <LineField
          form={form}
          name="number"
          label={accountLabels.number}
          width={12}
          value={account?.number ?? ''}
          help="入れておくと、ファイルの口座番号と照らし合わせます。先頭の0は省けます。"
        />
      </div>
      <Choice
        form={form}
        name="dateMode"
        label={accountLabels.dateMode}
        value={account?.dateMode ?? ''}
        help="2桁の年で書かれたファイルの読み方です。分からなければ、取り込むときに尋ねます。"
        options={[
          { value: '', label: '取り込むときに決める' },
          { value: 'wareki', label: calendarWords.wareki },
          { value: 'seireki', label: calendarWords.seireki },
        ]}
      />
      {account?.layout && (
        <Tick
          form={form}
          name="forgetLayout"
          label="覚えた列の指定を消す"
          help="次にこの口座の見出しの分からないファイルを取り込むときに、列をもう一度尋ねます。"
        />
      )}
    </>
  )
}
