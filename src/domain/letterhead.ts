import { z } from 'zod'

/** What the sender's block of a letter says, in the order in which an operator wants it. */
export const senderParts = ['company', 'desk', 'responsible', 'address', 'telephone', 'hours'] as const
export type SenderPart = (typeof senderParts)[number]

/** `file`: beside the operator's file; the import puts its picture in as `png` (base64, opaque, eight bits). `width`: mm on paper. */
const picture = {
  file: z
    .string()
    .regex(/^[\p{L}\p{N}_-][\p{L}\p{N}._-]{0,80}\.(png|svg)$/iu)
    .optional(),
  png: z.base64().max(700_000).optional(),
  /** what a screen reader says in its place */
  alt: z.string().min(1).max(60),
}
const oneSource = (given: { file?: string | undefined; png?: string | undefined }) =>
  (given.file === undefined) !== (given.png === undefined)
const wide = (most: number) => z.number().min(5).max(most)

/** A logo above the sender, a signature below the person responsible, a seal in the seal's place (where `seal` is 'printed'). */
export const letterhead = z.strictObject({
  logo: z
    .strictObject({ ...picture, width: wide(80), at: z.enum(['left', 'right']).default('left') })
    .refine(oneSource, 'picture_source')
    .optional(),
  signature: z
    .strictObject({ ...picture, width: wide(55) })
    .refine(oneSource, 'picture_source')
    .optional(),
  seal: z
    .strictObject({ ...picture, width: wide(24) })
    .refine(oneSource, 'picture_source')
    .optional(),
  order: z
    .array(z.enum(senderParts))
    .refine(parts => parts.length === senderParts.length && new Set(parts).size === parts.length, 'sender_order')
    .default([...senderParts]),
})
export type LetterheadTerms = z.output<typeof letterhead>

/** Pictures that a letterhead may have, with the greatest height on paper, mm: the room that the sheet has for each. */
export const pictureHeights = { logo: 24, signature: 18, seal: 24 } as const
export type PictureName = keyof typeof pictureHeights
