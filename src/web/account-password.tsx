import { issueSentence } from '../words/issues.ts'
import type { FormIssue, FormState } from './controls.tsx'
import { PasswordField } from './lines.tsx'
import { Button } from './marks.tsx'
import { Csrf } from './page.tsx'
import { paths } from './paths.ts'
import type { Visit } from './visit.ts'

/** The own password: the form, and what is wrong with it before the desk is asked. */
export const passwordLabels = {
  current: '今のパスワード',
  password: '新しいパスワード',
  again: '新しいパスワード（確認）',
} as const

/** Three fields that are typed unseen and never sent back: all that is wrong with them is said at once. */
export const unready = (typed: Readonly<Record<'current' | 'password' | 'again', string>>): FormIssue[] => {
  const empty = (['current', 'password', 'again'] as const)
    .filter(path => typed[path] === '')
    .map(path => ({ path, label: passwordLabels[path], sentence: issueSentence('required') }))
  const sentence = '二つの新しいパスワードが違います。同じものを入れてください。'
  return typed.again !== '' && typed.password !== typed.again
    ? [...empty, { path: 'again', label: passwordLabels.again, sentence }]
    : empty
}

export const OwnPassword = ({ visit, form }: { visit: Visit; form: FormState }) => (
  <section class="panel">
    <h2>パスワードの変更</h2>
    <form method="post" action={paths.ownPassword} data-once>
      <Csrf visit={visit} />
      <PasswordField form={form} name="current" label={passwordLabels.current} required />
      <PasswordField
        form={form}
        name="password"
        label={passwordLabels.password}
        required
        autocomplete="new-password"
        help="12文字以上。"
      />
      <PasswordField form={form} name="again" label={passwordLabels.again} required autocomplete="new-password" />
      <Button>変更する</Button>
    </form>
  </section>
)
