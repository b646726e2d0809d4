import { ito, sato } from '../domain/given.ts'
import { deskIn } from './desk-in.ts'
import { drafted, sha256 } from './printed-letters.ts'

// Prints letters as fast as it can and tells each with the hash of its file; older-letters.test.ts kills it in the middle.
const [, , dir = ''] = process.argv
const at = await deskIn({ dir })
for (;;) {
  const number = await drafted(at)
  const done = await at.desk.perform(number, 'printLetter', { letter: 'l1' }, ito)
  if (done.ok) process.stdout.write(`${number} ${sha256(await at.desk.pdf(number, 'l1', sato))}\n`)
}
