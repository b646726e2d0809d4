import type { Shell } from './shell.ts'
import { RefusedError } from './usage.ts'

export const verifyCommand = async (shell: Shell): Promise<void> => {
  const { options } = shell.read({ json: 'boolean' })
  const { desk } = await shell.house()
  const found = await desk.verify()
  if (options.json) shell.json(found)
  else {
    const { kept, later, unkept } = found.letters
    shell.say(
      `案件 ${found.journals}件、経過記録 ${found.entries}行、元帳 ${found.movements}行、文書の控え ${kept}通を確かめました。`,
    )
    if (later > 0) shell.say(`控えのうち ${later}通は、印刷した時ではなく、あとから又はメールの送信で残したものです。`)
    if (unkept > 0) shell.say(`印刷した文書のうち ${unkept}通は、まだ控えがありません。kaiji serve を開くと残ります。`)
  }
  if (found.faults.length > 0) throw new RefusedError(`一致しないところがあります：${found.faults.join('、')}`)
}
