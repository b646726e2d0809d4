import { z } from 'zod'
import { line, optional, several } from '../domain/fields.ts'
import { operatorId } from '../domain/operator.ts'
import { type Actor, roles } from '../domain/rule.ts'
import type { staff } from './tables.ts'

/** Who works at the desk, without the password. */
export interface StaffMember {
  readonly id: string
  readonly signIn: string
  readonly name: string
  readonly email: string | null
  readonly roles: Actor['roles']
  readonly operators: Actor['operators']
  readonly active: boolean
  readonly createdAt: string
}

/** From the table's row; its JSON is checked, for roles decide what one may do. */
export const memberOf = (row: typeof staff.$inferSelect): StaffMember => ({
  id: row.id,
  signIn: row.signIn,
  name: row.name,
  email: row.email,
  roles: z.array(z.enum(roles)).parse(JSON.parse(row.roles)),
  operators: z.union([z.literal('all'), z.array(operatorId)]).parse(JSON.parse(row.operators)),
  active: row.active,
  createdAt: row.createdAt,
})

export const actorOf = ({ id, name, roles, operators }: StaffMember): Actor => ({ id, name, roles, operators })

/** Names for signing in are compared in one form: half width, small letters. */
export const plainSignIn = (text: string) => text.normalize('NFKC').trim().toLowerCase()

const signIn = z
  .string()
  .transform(plainSignIn)
  .refine(text => /^[a-z0-9][a-z0-9._@-]{1,63}$/.test(text), 'sign_in_not_read')
  .meta({ widget: 'line' })

/** Ticked boxes, one of which may be 'all'. */
const operators = z.preprocess(
  value => (value === 'all' || (Array.isArray(value) && value.includes('all')) ? 'all' : value),
  z.union(
    [z.literal('all'), several(operatorId).refine(ids => ids.length > 0, 'operator_missing')],
    'operator_missing',
  ),
)

const rights = {
  roles: several(z.enum(roles, 'role_missing')).refine(given => given.length > 0, 'role_missing'),
  operators,
}

export const newMember = z.object({
  signIn,
  name: line(80),
  email: optional(z.email('email_not_read').max(254, 'too_long')),
  ...rights,
  password: z.string('required'),
})

export const changedMember = z.object({
  name: line(80),
  email: optional(z.email('email_not_read').max(254, 'too_long')),
  ...rights,
})

/** Whether one reach of operators contains another. */
export const covers = (wide: Actor['operators'], narrow: Actor['operators']): boolean =>
  wide === 'all' || (narrow !== 'all' && narrow.every(id => wide.includes(id)))
