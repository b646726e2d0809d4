import { eq } from 'drizzle-orm'
import type { Store } from './open-store.ts'
import { verifyPassword } from './passwords.ts'
import type { Sessions } from './sessions.ts'
import { plainSignIn } from './staff-member.ts'
import { staff } from './tables.ts'
import { openThrottle } from './throttle.ts'

export interface SigningIn {
  /** `from`: the client's address. 'locked' after ten failures in a quarter of an hour, known name or not. */
  signIn(name: string, password: string, from: string): Promise<{ session: string } | 'failed' | 'locked'>
  /** Asked again before what cannot be undone; false also while locked. */
  confirmPassword(staffId: string, password: string): Promise<boolean>
}

export const openSignIn = (store: Store, sessions: Sessions, now: () => string): SigningIn => {
  const throttle = openThrottle()
  const verified = async (row: typeof staff.$inferSelect | undefined, password: string) => {
    const right = await verifyPassword(password, row?.active ? row.passwordHash : null)
    return right ? row : undefined
  }
  return {
    async signIn(given, password, from) {
      const name = plainSignIn(given)
      if (!throttle.take(name, from, Date.parse(now()))) return 'locked'
      const [row] = await store.read.select().from(staff).where(eq(staff.signIn, name))
      const member = await verified(row, password)
      const session = member === undefined ? null : await sessions.start(member.id, member.passwordHash)
      if (session === null) return 'failed'
      throttle.forgive(name, from)
      return { session }
    },
    async confirmPassword(staffId, password) {
      if (!throttle.take(staffId, 'confirm', Date.parse(now()))) return false
      const [row] = await store.read.select().from(staff).where(eq(staff.id, staffId))
      if ((await verified(row, password)) === undefined) return false
      throttle.forgive(staffId, 'confirm')
      return true
    },
  }
}
