import { z } from 'zod'
import type { Case } from './case.ts'
import type { PlainDate } from './day.ts'
import { several, ticked } from './fields.ts'
import { type Letter, liveLetter, setAnew } from './letter.ts'
import { apart } from './letter-cover.ts'
import { isUnmade } from './package.ts'
import { type PageCode, sheetPart } from './page-code.ts'
import { checkPages, type PageFault, pageSet } from './page-set.ts'
import { policyOf } from './policy-of.ts'
import type { PostService } from './postage.ts'
import { type Refusal, refuse } from './refusal.ts'
import { type Context, cashiers, rule } from './rule.ts'

/**
 * 封入照合: nothing is posted that was not read page by page. The accidents that reach the newspapers (peers.md §3.2: two
 * people's papers in one envelope, another household's form, "only one letter, so we skipped it") are packing mistakes.
 */
export interface PackedEnvelope {
  readonly id: string
  readonly letters: readonly string[]
  readonly to: 'subject' | 'agent'
  /** pages read, the envelope's face among them */
  readonly pages: number
  readonly packedBy: string
  readonly packedOn: PlainDate
  /** handed over at the counter: checked page by page like any other, but without an envelope's face */
  readonly handover?: true
  readonly confirmedBy?: string
  /** opened: a letter of it was printed again, discarded or packed elsewhere */
  readonly gone?: 'opened' | 'posted'
}

export type PackingEvent =
  | {
      type: 'EnvelopePacked'
      id: string
      letters: readonly string[]
      to: 'subject' | 'agent'
      pages: number
      handover?: true
    }
  | { type: 'PackingConfirmed'; envelope: string }

type Terms = Pick<Context, 'policyOn'>

export const packingRules = {
  /** `scans`: codes as the reader or a finger typed them, in any order. */
  packEnvelope: rule({
    by: cashiers,
    body: z.object({ letters: several(z.string()), scans: several(z.string()), handover: ticked() }),
    when: kase =>
      whilePosting(kase) ?? (kase.letters.some(each => packable(kase, each)) ? null : refuse('letter_missing')),
    decide(kase, body, ctx) {
      const letters = lettersToPack(kase, body.letters, ctx)
      if (!Array.isArray(letters)) return letters
      const expected = expectedPages(kase, letters, ctx, body)
      const { scanned, missing } = checkPages(kase, expected, body.scans)
      for (const [at, { code, fault }] of scanned.entries())
        if (fault !== undefined) return refuse('wrong_page', { field: 'scans', about: aboutPage(fault, code, at + 1) })
      const [first] = missing
      if (first !== undefined)
        return refuse('page_missing', {
          field: 'scans',
          about: { ...aboutPage('missing', first, 0), left: missing.length },
        })
      return [
        {
          type: 'EnvelopePacked',
          id: `e${kase.envelopes.length + 1}`,
          letters: letters.map(letter => letter.id),
          to: (letters[0] as Letter).to,
          pages: expected.length,
          ...(body.handover && { handover: true as const }),
        },
      ]
    },
  }),
  /** By another person in a session of their own: a tick by the packer would be no second pair of eyes. */
  confirmPacking: rule({
    by: cashiers,
    body: z.object({ envelope: z.string() }),
    when: (kase, ctx) =>
      whilePosting(kase) ??
      (kase.envelopes.some(each => waitsForSecond(kase, each, ctx)) ? null : refuse('nothing_packed')),
    decide(kase, body, ctx) {
      const envelope = kase.envelopes.find(each => each.id === body.envelope)
      if (envelope === undefined || !waitsForSecond(kase, envelope, ctx))
        return refuse('nothing_packed', { field: 'envelope' })
      if (envelope.packedBy === ctx.by.id) return refuse('packer_same_person', { field: 'envelope' })
      return [{ type: 'PackingConfirmed', envelope: envelope.id }]
    },
  }),
}

const whilePosting = (kase: Case): Refusal | null => {
  if (kase.number === null) return refuse('not_opened')
  if (kase.closing.erasedOn !== undefined) return refuse('already_erased')
  return kase.closing.frozen ? refuse('case_frozen') : null
}

/** Printed and in the house. */
export const packable = (kase: Case, letter: Letter): boolean =>
  !letter.discarded &&
  letter.printed > 0 &&
  !kase.postings.some(posting => posting.returnedOn === undefined && posting.letters.includes(letter.id))

/** The letters of one envelope, or why these cannot lie together. */
export const lettersToPack = (
  kase: Case,
  ids: readonly string[],
  { printOf }: Pick<Context, 'printOf'> = { printOf: () => null },
): Letter[] | Refusal => {
  const found = [...new Set(ids)].map(id => liveLetter(kase, id))
  const letters = found.filter(letter => letter !== undefined)
  if (letters.length === 0 || letters.length < found.length) return refuse('unknown_letter', { field: 'letters' })
  if (letters.some(letter => isUnmade(kase, letter.id))) return refuse('package_missing', { field: 'letters' })
  // A print of before the pages were counted does not say how many there are.
  if (letters.some(letter => letter.printed === 0 || letter.pages === undefined))
    return refuse('letter_not_printed', { field: 'letters' })
  if (letters.some(letter => !packable(kase, letter))) return refuse('letter_posted', { field: 'letters' })
  if (letters.some(letter => letter.outdated)) return refuse('letter_outdated', { field: 'letters' })
  if (letters.some(letter => letter.to !== letters[0]?.to)) return refuse('mistaken_addressee', { field: 'letters' })
  if (tellsPassword(letters)) return refuse('password_apart', { field: 'letters' })
  // The paper on the table would not be the paper that can be shown later.
  const print = letters.map(printOf)
  if (letters.some((letter, at) => print[at] && setAnew(letter, print[at])))
    return refuse('print_changed', { field: 'letters' })
  return letters.some(letter => letter.covers && !listed(letter.covers, letters))
    ? refuse('cover_differs', { field: 'letters' })
    : letters
}

/** Whoever finds the data must not find beside it what opens them. */
export const tellsPassword = (letters: readonly Letter[]): boolean =>
  letters.length > 1 && letters.some(letter => letter.form === 'password-notice')

/** A 送付状 goes with the letters that it lists, and with no others that it would list. */
const listed = (covers: readonly string[], letters: readonly Letter[]): boolean => {
  const named = covers.map(line => line.split(' ')[0])
  const here = letters.filter(({ form }) => !apart.includes(form)).map(({ id }) => id)
  return named.length === here.length && here.every(id => named.includes(id))
}

/** `handover`: what is handed over at the counter lies in no envelope. */
export const expectedPages = (
  kase: Case,
  letters: readonly Letter[],
  ctx: Terms,
  { handover = false }: { handover?: boolean } = {},
): PageCode[] => pageSet(kase, letters, !handover && policyOf(kase, ctx).packing.value.envelope === 'printed')

/** `which`: the page as it is typed, without its check digits. Nothing of what a foreign code said. */
const aboutPage = (what: PageFault | 'missing', code: PageCode | null, nth: number): Record<string, string | number> =>
  code === null
    ? { what, which: nth }
    : {
        what,
        which: `${code.number}-${code.letter.toUpperCase()}-${sheetPart(code)}-${code.page}/${code.pages}`,
        form: code.form,
      }

export const openEnvelopes = (kase: Case): PackedEnvelope[] => kase.envelopes.filter(each => each.gone === undefined)

/** A second person looks at answers where the policy says so; a notice is checked by its codes alone. */
export const waitsForSecond = (kase: Case, envelope: PackedEnvelope, ctx: Terms): boolean =>
  envelope.gone === undefined &&
  envelope.confirmedBy === undefined &&
  policyOf(kase, ctx).packing.value.secondPerson &&
  kase.letters.some(letter => letter.decision !== undefined && envelope.letters.includes(letter.id))

const same = (a: readonly string[], b: readonly string[]) =>
  new Set(b).size === a.length && a.every(each => b.includes(each))

/**
 * Why letters on paper may not leave yet: an envelope with exactly these must have been packed and, where asked, confirmed. By
 * `service` counter a set without its envelope's face will do; it goes into no mail.
 */
export const notPacked = (
  kase: Case,
  letters: readonly string[],
  ctx: Terms,
  service?: PostService,
): Refusal | null => {
  const envelope = openEnvelopes(kase).find(
    each => same(each.letters, letters) && (service === 'counter' || !each.handover),
  )
  if (envelope === undefined) return refuse('not_packed', { field: 'letters' })
  return waitsForSecond(kase, envelope, ctx) ? refuse('packing_not_confirmed', { field: 'letters' }) : null
}

/** What becomes of packed envelopes when these letters are taken in hand again. */
export const opened = (envelopes: readonly PackedEnvelope[], letters: readonly string[]): readonly PackedEnvelope[] =>
  envelopes.some(each => touches(each, letters))
    ? envelopes.map(each => (touches(each, letters) ? { ...each, gone: 'opened' as const } : each))
    : envelopes

const touches = (envelope: PackedEnvelope, letters: readonly string[]) =>
  envelope.gone === undefined && envelope.letters.some(id => letters.includes(id))

/** As `opened`, but the envelope with exactly these letters is the one that leaves. */
export const leaving = (envelopes: readonly PackedEnvelope[], letters: readonly string[]): readonly PackedEnvelope[] =>
  opened(
    envelopes.map(each =>
      each.gone === undefined && same(each.letters, letters) ? { ...each, gone: 'posted' as const } : each,
    ),
    letters,
  )
