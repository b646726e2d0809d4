import type { StaffMember } from '../desk/staff-member.ts'
import { type Actor, roles } from '../domain/rule.ts'
import { roleWords } from '../words/requests.ts'
import { Choices } from './choices.tsx'
import type { FormState } from './controls.tsx'
import { EmailField, LineField } from './lines.tsx'
import type { Fields } from './read-body.ts'

export const memberLabels = {
  id: '職員',
  signIn: 'サインイン名',
  name: '名前',
  email: 'メールアドレス',
  roles: '役割',
  operators: '担当する事業者',
  password: 'パスワード',
}

const roleHelp: Record<(typeof roles)[number], string> = {
  reception: '開封、本人確認、調査、回答の作成と発送',
  cashier: '手数料の案内、入金、充当、返金',
  approver: '決裁、免除の承認、みなし取下げ',
  auditor: 'すべてを見るだけで、何も変えません',
  admin: '職員、取扱規程、休業日',
}

/** A form of boxes says nothing where none is ticked; the schema wants to hear that. */
export const typed = (fields: Fields): Fields => ({
  ...fields,
  roles: fields.roles ?? [],
  operators: fields.operators ?? [],
})

/** Name, address, roles and operators. An administrator of some operators can give no more than these. */
export const MemberFields = ({
  form,
  names,
  by,
  member,
}: {
  form: FormState
  names: ReadonlyMap<string, string>
  by: Actor
  member?: StaffMember
}) => {
  const served = [...names].filter(([id]) => by.operators === 'all' || by.operators.includes(id))
  const reach = member === undefined ? [] : member.operators === 'all' ? ['all'] : member.operators
  return (
    <>
      <LineField form={form} name="name" label={memberLabels.name} required width={20} value={member?.name ?? ''} />
      <EmailField
        form={form}
        name="email"
        label={memberLabels.email}
        value={member?.email ?? ''}
        help="決裁の依頼と期日の注意を送ります。空けておくと送りません。"
      />
      <Choices
        form={form}
        name="roles"
        label={memberLabels.roles}
        required
        ticked={member?.roles ?? []}
        options={roles.map(role => ({ value: role, label: roleWords[role], help: roleHelp[role] }))}
      />
      <Choices
        form={form}
        name="operators"
        label={memberLabels.operators}
        required
        ticked={reach}
        options={[
          ...(by.operators === 'all' ? [{ value: 'all', label: 'すべて（これから加わる事業者も）' }] : []),
          ...served.map(([value, label]) => ({ value, label })),
        ]}
      />
    </>
  )
}

export const operatorsInWords = (operators: Actor['operators'], names: ReadonlyMap<string, string>): string =>
  operators === 'all' ? 'すべて' : operators.map(id => names.get(id) ?? id).join('、')
