import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { Smtp } from '../../src/config.ts'

export interface PostOffice {
  readonly smtp: Smtp
  /** what has arrived, with the addresses of the envelope and whether the line was encrypted */
  readonly mails: { email: Email; from: string; to: string[]; secure: boolean; user: unknown }[]
  close(): Promise<void>
}

export const login = { user: 'desk', password: 'secret' }

/** A real SMTP server on loopback, with STARTTLS by a certificate that nobody vouches for. `refuse`: an answer to a recipient. */
export const postOffice = async (
  more: SMTPServerOptions & { refuse?: (address: string) => { code: number; text: string } | null } = {},
): Promise<PostOffice> => {
  const { refuse = () => null, ...options } = more
  const mails: PostOffice['mails'] = []
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === login.user && password === login.password
        ? done(null, { user: username })
        : done(new Error('Invalid username or password')),
    onRcptTo: ({ address }, _session, done) => {
      const no = refuse(address)
      done(no === null ? null : Object.assign(new Error(no.text), { responseCode: no.code }))
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        if (stream.sizeExceeded) return done(Object.assign(new Error('too large'), { responseCode: 552 }))
        const { mailFrom, rcptTo } = session.envelope
        mails.push({
          email: await PostalMime.parse(Buffer.concat(parts)),
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          secure: session.secure,
          user: session.user,
        })
        done()
      })
    },
    ...options,
  })
  // A client that does not trust the certificate hangs up; that is the client's test, not the server's fault.
  server.on('error', () => undefined)
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  return {
    smtp: { host: '127.0.0.1', port, security: 'starttls' },
    mails,
    close: () => new Promise(closed => server.close(() => closed())),
  }
}
