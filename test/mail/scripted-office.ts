import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import type { Smtp } from '../../src/config.ts'

export type Station = 'greeting' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'end'
/** An answer as it goes over the line, or what is done instead of one. */
export type Says = string | 'hang up'

const usual: Readonly<Record<Station, string>> = {
  greeting: '220 office ready',
  EHLO: '250 office',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  end: '250 taken',
}

export interface ScriptedOffice {
  readonly smtp: Smtp
  /** texts of the mails that were answered with "taken" */
  readonly taken: string[]
  close(): Promise<void>
}

/** A post office that speaks SMTP by the letter, in the clear, and misbehaves at the stations named. */
export const scriptedOffice = async (odd: Partial<Record<Station, Says>>): Promise<ScriptedOffice> => {
  const taken: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    const say = (station: Station): boolean => {
      const answer = odd[station] ?? usual[station]
      if (answer === 'hang up') socket.destroy()
      else socket.write(`${answer}\r\n`)
      return answer === usual[station]
    }
    say('greeting')
    let text = ''
    let inMail = false
    socket.on('data', chunk => {
      text += chunk
      if (inMail) {
        if (!text.includes('\r\n.\r\n')) return
        inMail = false
        if (say('end')) taken.push(text)
        text = ''
        return
      }
      for (const line of text.split('\r\n').slice(0, -1)) {
        const station = (['EHLO', 'MAIL', 'RCPT', 'DATA'] as const).find(each => line.toUpperCase().startsWith(each))
        if (station !== undefined) inMail = say(station) && station === 'DATA'
        else socket.write(line.startsWith('QUIT') ? '221 bye\r\n' : '502 what\r\n')
      }
      text = ''
    })
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  return {
    smtp: { host: '127.0.0.1', port: (server.address() as AddressInfo).port, security: 'none' },
    taken,
    close: () =>
      new Promise(closed => {
        for (const socket of sockets) socket.destroy()
        server.close(() => closed())
      }),
  }
}
