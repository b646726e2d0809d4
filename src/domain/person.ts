import { z } from 'zod'
import { day, line, name, optional } from './fields.ts'
import { keep } from './kept.ts'

const digits = (text: string) => text.normalize('NFKC').replace(/[\s\-‐－ー〒]/g, '')

const postcode = z
  .string()
  .transform(digits)
  .refine(text => /^\d{7}$/.test(text), 'postcode_not_read')
  .meta({ widget: 'postcode' })

const phone = z
  .string()
  .transform(text => text.normalize('NFKC').trim())
  .refine(text => /^[\d()+\- ]{9,20}$/.test(text), 'phone_not_read')
  .meta({ widget: 'phone' })

/** A person as given on paper; 姓 and 名 are typed, フリガナ never guessed. A one-word or foreign name stands in `family`. */
export const person = z.object({
  family: name(),
  given: optional(name()),
  familyKana: optional(line(80)),
  givenKana: optional(line(80)),
  postcode: optional(postcode),
  address: optional(line(200)),
  building: optional(line(200)),
  phone: optional(phone),
  email: optional(z.email('email_not_read').max(254, 'too_long')),
  bornOn: optional(day()),
  customerNumber: optional(line(60)),
  formerNames: optional(line(200)),
})

export type Person = z.output<typeof person>
export const keptPerson = () => keep(person).meta({ widget: 'person' })

export const fullName = (who: Pick<Person, 'family' | 'given'>): string =>
  who.given === undefined ? who.family : `${who.family} ${who.given}`

export const fullKana = (who: Person): string => [who.familyKana, who.givenKana].filter(Boolean).join(' ')

/** What papers of identity prove; kana, telephone, mail and customer number are corrected without asking for them again. */
const onPapers = ['family', 'given', 'postcode', 'address', 'building', 'bornOn'] as const

/** Width and spaces apart, nothing that papers prove differs. */
export const samePerson = (one: Person, other: Person): boolean =>
  onPapers.every(field => {
    const [before, after] = [one[field] ?? '', other[field] ?? '']
    return before.normalize('NFKC').replace(/\s/g, '') === after.normalize('NFKC').replace(/\s/g, '')
  })
