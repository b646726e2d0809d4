import { houseKeeper } from '../house.ts'
import { attachLetters } from '../mail/letters.ts'
import { sendWaiting } from '../mail/send.ts'
import { openSmtp } from '../mail/smtp.ts'
import type { Shell } from './shell.ts'
import { RefusedError, UsageError } from './usage.ts'

export const mailCommand = async (shell: Shell): Promise<void> => {
  const [what] = shell.read({}).words
  if (what !== 'list' && what !== 'send') throw new UsageError('使い方：kaiji mail send | list')
  const { desk, mails } = await shell.house()
  if (what === 'list') {
    let page = await mails.list(houseKeeper)
    if (page.rows.length === 0) shell.say('メールはありません。')
    for (;;) {
      for (const mail of page.rows)
        shell.say(`${mail.createdAt}　${mail.state}　${mail.kind}　${mail.caseNumber ?? ''}`)
      if (page.next === undefined) return
      page = await mails.list(houseKeeper, { after: page.next })
    }
  }
  const { smtp, mailFrom } = shell.config()
  if (smtp === null) throw new RefusedError('SMTPの設定がありません。SMTP_URL を設定してください。')
  const transport = openSmtp(smtp, mailFrom)
  try {
    const round = await sendWaiting(mails, transport, () => new Date().toISOString(), attachLetters(desk, houseKeeper))
    shell.say(`送信 ${round.sent}件、延期 ${round.putOff}件、失敗 ${round.failed}件`)
    if (round.trouble !== undefined) throw new RefusedError(`メールサーバーと通信できません（${round.trouble}）。`)
  } finally {
    transport.close()
  }
}
