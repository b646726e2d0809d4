// The other end of demo-alone.ts: makes one demo desk for the settings that it is sent, says how it went, and ends.
import type { Config } from '../config.ts'
import { KeyError } from '../desk/key.ts'
import { makeDemo } from './demo.ts'
import type { Told } from './demo-alone.ts'

const faultOf = (error: unknown): Told => {
  const { message, code } = error as NodeJS.ErrnoException
  return { fault: message, ...(code !== undefined && { code }), key: error instanceof KeyError }
}

process.umask(0o077)
// Without a parent nobody waits for the desk, and the next start may be making its own.
process.once('disconnect', () => process.exit())
process.once('message', async config => {
  const told = await makeDemo(config as Config).then((): Told => ({ fault: null }), faultOf)
  process.send?.(told, () => process.disconnect())
})
