import type { Shell } from './shell.ts'
import { RefusedError } from './usage.ts'

export const verifyCommand = async (shell: Shell): Promise<void> => {
  const { options } = shell.read({ json: 'boolean' })
  const { desk } = await shell.house()
  const found = await desk.verify()
  if (options.json) shell.json(found)
  else shell.say(`案件 ${found.journals}件、経過記録 ${found.entries}行、元帳 ${found.movements}行を確かめました。`)
  if (found.faults.length > 0) throw new RefusedError(`一致しないところがあります：${found.faults.join('、')}`)
}
