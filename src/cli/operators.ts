import { readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { blankFormIds } from '../desk/blank-forms.ts'
import { readOperatorFile } from '../desk/operator-file.ts'
import { longDay } from '../domain/era.ts'
import { isRefusal } from '../domain/refusal.ts'
import { formatYen } from '../domain/yen.ts'
import { houseKeeper } from '../house.ts'
import { operatorFileSentence } from '../words/policy-fields.ts'
import { refusalSentence } from '../words/refusals.ts'
import type { Shell } from './shell.ts'
import { RefusedError, UsageError } from './usage.ts'

export const operatorsCommand = async (shell: Shell): Promise<void> => {
  const { words, options } = shell.read({ as: 'string', json: 'boolean', out: 'string' })
  const [what, ...files] = words
  if (what === 'check' && files.length > 0) return check(shell, files)
  if (what === 'import' && files.length > 0) return importFiles(shell, files, options.as)
  if (what === 'show') return show(shell, files[0], options.json === true)
  if (what === 'form' && files.length === 2) return blankForm(shell, files[0] ?? '', files[1] ?? '', options.out)
  throw new UsageError(
    '使い方：kaiji operators check FILE… | import FILE… --as サインイン名 | show [事業者] [--json] | form 事業者 用紙 --out FILE',
  )
}

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new RefusedError(`ファイル「${file}」を読めません。`)
  }
}

/** Pictures of the letterhead lie in the folder of the operator's file; the name has no folder in it. */
const besideOf =
  (file: string) =>
  (name: string): Buffer | null => {
    try {
      return readFileSync(join(dirname(file), basename(name)))
    } catch {
      return null
    }
  }

const check = (shell: Shell, files: readonly string[]): void => {
  for (const file of files) {
    const { operator } = readOperatorFile(basename(file), textOf(file))
    shell.say(`${file}　${operator.name}（取扱規程 ${operator.policies.length}件）　正しく読めました。`)
  }
}

const importFiles = async (shell: Shell, files: readonly string[], as: string | undefined): Promise<void> => {
  const { by } = await shell.actor(as)
  const { desk } = await shell.house()
  for (const file of files) {
    const done = await desk.importOperator(basename(file), textOf(file), by, besideOf(file))
    if (isRefusal(done)) throw new RefusedError(refusalSentence(done))
    if ('ok' in done && !done.ok)
      throw new RefusedError(
        'refusal' in done
          ? refusalSentence(done.refusal)
          : done.issues
              .map(({ line, path, code }) => `${file}:${line}　${path}　${operatorFileSentence(code)}`)
              .join('\n'),
      )
    shell.say(`${file}　登録しました。`)
  }
}

const blankForm = async (shell: Shell, id: string, form: string, out: string | undefined): Promise<void> => {
  if (out === undefined) throw new UsageError('用紙を書くファイルを --out FILE で示してください。')
  const { desk } = await shell.house()
  const pdf = await desk.blank(id, form, houseKeeper)
  if (pdf === null)
    throw new RefusedError(`事業者「${id}」の用紙「${form}」はありません。用紙は ${blankFormIds.join('、')} です。`)
  writeFileSync(out, pdf)
  shell.say(`${out}　書きました。`)
}

const show = async (shell: Shell, id: string | undefined, json: boolean): Promise<void> => {
  const { desk } = await shell.house()
  const rows = (await desk.operators()).filter(each => id === undefined || each.operator.id === id)
  if (id !== undefined && rows.length === 0) throw new RefusedError(`事業者「${id}」は登録されていません。`)
  if (json) return shell.json(rows.map(each => each.operator))
  for (const { operator } of rows) {
    shell.say(`${operator.id}　${operator.name}（${operator.brand}）`)
    for (const policy of operator.policies) {
      const { amount, basis } = policy.fee.value
      shell.say(
        `  ${longDay(policy.from)}から　${policy.title}　手数料 ${formatYen(amount)}（${basis === 'net' ? '税別' : '税込'}）`,
      )
    }
  }
}
