import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fonts, heads, title } from './letter.mjs'

export const open = async () => {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: Object.values(fonts).map(dirname) }] })
  const mainFileContent = readFileSync(new URL('./reply.typ', import.meta.url), 'utf8')
  const print = letters => {
    const inputs = { letters: JSON.stringify(letters), heads: JSON.stringify(heads), title }
    const pdf = compiler.pdf({ mainFileContent, inputs })
    // What it remembers of the last letters is of use; of all letters, it is only memory.
    compiler.evictCache(10)
    return pdf
  }
  return { single: letter => print([letter]), batch: print, close: () => {} }
}
