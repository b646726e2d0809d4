import type { FastifyInstance } from 'fastify'
import type { Desk } from '../desk/desk.ts'
import type { Files } from '../desk/files.ts'
import type { Mails } from '../desk/mails.ts'
import type { Staff } from '../desk/staff.ts'
import type { Tokens } from '../desk/tokens.ts'

/** What the pages are built from. `src/main.ts` puts the real ones together. */
export interface WebParts {
  readonly desk: Desk
  readonly staff: Staff
  readonly tokens: Tokens
  readonly files: Files
  /** none: a desk without an outbox page, e.g. in a test */
  readonly mails?: Mails
  /** of the settings only whether there is a mail server: without one mails wait */
  readonly config?: { readonly smtp: object | null }
  /** 32 bytes or more; signs the form tokens */
  readonly secret: Buffer
  /** cookies over HTTPS only */
  readonly secure: boolean
  readonly trustProxy: boolean | string[]
  /** most bytes of one uploaded file */
  readonly uploadBytes: number
  /** where the log goes, standard output unless told; none without it */
  readonly log?: { readonly level: string; readonly stream?: { write(line: string): void } }
  /** more routes, e.g. those of /api */
  readonly more?: readonly ((app: FastifyInstance) => void)[]
}
