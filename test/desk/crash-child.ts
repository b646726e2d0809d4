import { requestFor, sato } from '../domain/given.ts'
import { deskIn } from './desk-in.ts'

// Opens cases as fast as it can and prints each number once it has it; crash.test.ts kills it in the middle.
const [, , dir = ''] = process.argv
const at = await deskIn({ dir })
for (;;) {
  const performed = await at.desk.perform(null, 'logRequest', requestFor('ims'), sato)
  if (performed.ok) process.stdout.write(`${performed.number}\n`)
}
