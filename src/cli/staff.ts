import { randomBytes } from 'node:crypto'
import { houseKeeper } from '../house.ts'
import { issueSentence } from '../words/issues.ts'
import { refusalSentence } from '../words/refusals.ts'
import type { Shell } from './shell.ts'
import { RefusedError, UsageError } from './usage.ts'

/** Adds a member; the password is made here, printed once and to be changed at the first sign-in. */
export const staffCommand = async (shell: Shell): Promise<void> => {
  const { words, options } = shell.read({ name: 'string', role: 'strings', operator: 'strings', email: 'string' })
  const [what, signIn] = words
  if (what !== 'add' || signIn === undefined || options.name === undefined || options.role === undefined)
    throw new UsageError('使い方：kaiji staff add サインイン名 --name 氏名 --role 役割… [--operator 事業者…]')
  const { staff } = await shell.house()
  const password = randomBytes(12).toString('base64url')
  const done = await staff.add(
    {
      signIn,
      name: options.name,
      email: options.email,
      roles: options.role,
      operators: options.operator ?? 'all',
      password,
    },
    houseKeeper,
  )
  if (done.ok) return shell.say(`${signIn} を登録しました。最初のパスワード：${password}`)
  if ('refusal' in done) throw new RefusedError(refusalSentence(done.refusal))
  throw new RefusedError(done.issues.map(issue => `${issue.path}：${issueSentence(issue.code)}`).join(' '))
}
