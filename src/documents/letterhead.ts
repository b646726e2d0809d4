import { createHash } from 'node:crypto'
import type { LetterheadTerms, SenderPart } from '../domain/letterhead.ts'
import { senderParts } from '../domain/letterhead.ts'
import type { Definition } from './definition.ts'
import { type Picture, pictureOf } from './picture.ts'

/** What a sender's block shows beside its words. */
export interface Letterhead {
  readonly logo?: Picture & { readonly at: 'left' | 'right' }
  readonly signature?: Picture
  readonly seal?: Picture
  readonly order: readonly SenderPart[]
}

/** `sealed`: whether the seal's picture is printed. Null where the terms ask for nothing that the house does not do anyway. */
export const letterheadOf = (
  { logo, signature, seal, order }: LetterheadTerms,
  { sealed }: { sealed: boolean },
): Letterhead | null => {
  const drawn = {
    ...(logo?.png && { logo: { ...pictureOf(logo.png, logo.width, logo.alt), at: logo.at } }),
    ...(signature?.png && { signature: pictureOf(signature.png, signature.width, signature.alt) }),
    ...(sealed && seal?.png && { seal: pictureOf(seal.png, seal.width, seal.alt) }),
  }
  const usual = order.every((part, at) => part === senderParts[at])
  return usual && Object.keys(drawn).length === 0 ? null : { ...drawn, order }
}

/** The definition with this letterhead, under a hash of its own; others, and those without a sender, as they are. */
export const headed = (definition: Definition, letterhead: Letterhead | null): Definition => {
  if (letterhead === null || !definition.blocks.some(({ block }) => block === 'sender')) return definition
  const { text } = withoutPictures({ ...definition, letterhead })
  const hash = createHash('sha256').update(`${definition.hash} ${text}`).digest('hex')
  return { ...definition, letterhead, hash, base: definition.base ?? definition.hash }
}

const pictures = ['logo', 'signature', 'seal'] as const

/** As it is frozen: the definition as JSON with the pictures by their hashes, and the pictures. */
export const withoutPictures = (definition: Definition): { text: string; pictures: readonly Picture[] } => {
  const { letterhead } = definition
  const found = pictures.flatMap(name => letterhead?.[name] ?? [])
  // The bytes stand once beside all definitions that show them.
  const text = JSON.stringify(definition, (key, value) => (key === 'png' ? undefined : value))
  return { text, pictures: found }
}

/** The definition as it was, from its JSON and the bytes (base64) of the pictures that it names. */
export const withPictures = (definition: Definition, pngOf: (hash: string) => string): Definition => {
  const { letterhead } = definition
  if (letterhead === undefined) return definition
  const whole = pictures.flatMap(name => {
    const picture = letterhead[name]
    return picture === undefined ? [] : [[name, { ...picture, png: pngOf(picture.hash) }] as const]
  })
  return { ...definition, letterhead: { ...letterhead, ...Object.fromEntries(whole) } }
}
