import type { Desk, Performed } from '../../desk/desk.ts'
import type { Verb } from '../../domain/case.ts'
import type { Actor } from '../../domain/rule.ts'
import type { Fields } from '../read-body.ts'
import { feeBody, logBody } from './opening-bodies.ts'
import type { PressNote } from './opening-note.tsx'

/** `note`: the first step after logging that did not work; the case exists all the same. */
type Pressed =
  | { readonly ok: true; readonly number: string; readonly note?: PressNote }
  | (Performed & { readonly ok: false })

interface Press {
  readonly desk: Desk
  readonly by: Actor
  readonly once: string | undefined
  /** number of the form request that this envelope continues */
  readonly from: string | null
}

/** One press: the case, its money, its 受付票 and, where something is missing, the 補正 with its letter and forms. */
export const pressOpening = async ({ desk, by, once, from }: Press, fields: Fields): Promise<Pressed> => {
  const key = (step: string) => (once ? { once: `${once}:${step}` } : {})
  const logged = await desk.perform(from, 'logRequest', logBody(fields), by, once ? { once } : {})
  if (!logged.ok) return logged
  const { number } = logged
  const request = logged.events.find(event => event.type === 'RequestLogged')
  const missing = request?.missing ?? []
  const money = feeBody(fields)
  const steps: readonly (readonly [PressNote, Verb, Fields])[] = [
    ...(money ? [['fee', 'receiveFee', money] as const] : []),
    ['slip', 'writeLetter', { form: 'reception-slip' }],
    ...(missing.length > 0
      ? [
          ['supplement', 'requestSupplement', {}] as const,
          ['supplement-letter', 'writeLetter', { form: 'supplement-request' }] as const,
        ]
      : []),
  ]
  const failed: PressNote[] = []
  for (const [step, verb, body] of steps) {
    // A letter that speaks of a 補正 which was not asked for would say what is not so.
    if (failed.includes('supplement')) break
    const answer = await desk.perform(number, verb, body, by, key(step))
    if (!answer.ok) failed.push(step)
  }
  const [note] = failed
  return { ok: true, number, ...(note && { note }) }
}
