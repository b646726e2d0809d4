import sharp from 'sharp'
import { operatorText } from './operators.ts'

/** Pictures of no real house: a logo as SVG with a hole in it, a signature and a seal as PNG that let paper through. */
export const logo = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="60" viewBox="0 0 240 60"><path fill="#1b5e9b" fill-rule="evenodd" d="M30 0a30 30 0 1 0 .01 0zM30 14a16 16 0 1 1-.01 0z"/><rect x="72" y="12" width="160" height="12" fill="#d9822b"/><rect x="72" y="34" width="110" height="12" fill="#1b5e9b"/></svg>',
)
const drawn = (svg: string, alpha: boolean) => {
  const image = sharp(Buffer.from(svg), { density: 300 })
  return (alpha ? image : image.flatten({ background: '#ffffff' })).png().toBuffer()
}
export const signature = () =>
  drawn(
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50"><path d="M8 36C30 0 40 60 62 24S90 8 100 34s30-30 50-8 30 10 44-6" fill="none" stroke="#111" stroke-width="4"/></svg>',
    true,
  )
export const seal = () =>
  drawn(
    '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect x="4" y="4" width="92" height="92" fill="none" stroke="#c00" stroke-width="6"/><path d="M20 30h60M20 50h60M20 70h60M50 20v60" stroke="#c00" stroke-width="6"/></svg>',
    true,
  )

/** The terms of IMS for a house that is not: with this letterhead (YAML in one line) and its seal printed. */
export const headedOperator = (id: string, letterhead: string): string =>
  operatorText('ims')
    .replace(/^id: ims$/m, `id: ${id}`)
    .replace(
      /^( +)seal:\n(?: +#.*\n)? +value: \w+/m,
      `$1letterhead:\n$1  value: ${letterhead}\n$1  from: house\n$1seal:\n$1  value: printed`,
    )
