import { readFileSync } from 'node:fs'
import { readDefinition } from '../../../src/documents/definition.ts'
import { renderSheets } from '../../../src/documents/render.ts'

// `coded`: with the foot, the page code and its check, as the desk prints it; no peer draws those.
export const open = ({ coded = false } = {}) => {
  const yaml = readFileSync(new URL('./reply.yaml', import.meta.url), 'utf8')
  const definition = readDefinition('reply', coded ? yaml.replace('foot: false', 'foot: true') : yaml)
  const sheet = letter => ({
    definition,
    values: valuesOf(letter),
    caseNumber: letter.number,
    createdAt: '2026-11-21T01:00:00.000Z',
    ...(coded && { letter: 'l3', sheet: 0 }),
  })
  return {
    single: letter => renderSheets([sheet(letter)]),
    batch: letters => renderSheets(letters.map(sheet)),
    close: () => {},
  }
}

const valuesOf = ({ documentNumber, date, addressee, name, sender, senderSmall, paragraphs, rows }) => ({
  documentNumber,
  date,
  addressee: {
    postcode: addressee[0].slice(1),
    lines: addressee.slice(1),
    name: name.slice(0, -2),
    honorific: name.slice(-1),
  },
  sender: {
    company: sender[0],
    desk: sender[1],
    responsible: sender[2],
    postcode: senderSmall[0].slice(1, 9),
    lines: [senderSmall[0].slice(10)],
    telephone: senderSmall[1].slice(3),
  },
  body: paragraphs.join('\n'),
  rows: rows.map(([a, b, c, d]) => ({ a, b, c, d })),
})
