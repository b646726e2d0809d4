import { fonts, heads, title } from './letter.mjs'

const MM = 72 / 25.4
const column = (lines, x, y, size) =>
  lines.map((text, at) => ({ text, fontSize: size, absolutePosition: { x, y: y + at * size * 1.43 } }))

export const open = async () => {
  const { default: pdfmake } = await import('pdfmake')
  pdfmake.setFonts({
    mincho: { normal: fonts.mincho },
    gothic: { normal: fonts.gothic },
    bold: { normal: fonts.bold },
  })
  pdfmake.setLocalAccessPolicy(() => true)
  pdfmake.setUrlAccessPolicy(() => false)
  const print = content =>
    pdfmake
      .createPdf({
        content,
        pageSize: 'A4',
        pageMargins: [25 * MM, 20 * MM, 22 * MM, 22 * MM],
        defaultStyle: { font: 'mincho', fontSize: 10.5, lineHeight: 1.71 },
        language: 'ja-JP',
        info: { title },
      })
      .getBuffer()
  return {
    single: letter => print(page(letter)),
    batch: letters => print(letters.flatMap((letter, at) => page(letter, at > 0))),
    close: () => {},
  }
}

const page = (letter, follows = false) => [
  {
    text: `${letter.documentNumber}\n${letter.date}`,
    alignment: 'right',
    lineHeight: 1.43,
    ...(follows && { pageBreak: 'before' }),
  },
  ...column(letter.sender, 108 * MM, 33 * MM, 10.5),
  ...column(letter.senderSmall, 108 * MM, 50 * MM, 9),
  ...column(letter.addressee, 25 * MM, 28 * MM, 10.5),
  ...column([letter.name], 25 * MM, 42 * MM, 12),
  { text: title, font: 'bold', fontSize: 14, alignment: 'center', margin: [0, 39 * MM, 0, 4 * MM] },
  ...letter.paragraphs.map(text => ({ text, alignment: 'justify' })),
  {
    margin: [0, 3, 0, 0],
    lineHeight: 1.3,
    fontSize: 9.5,
    table: {
      headerRows: 1,
      widths: [36 * MM - 10, 62 * MM - 10, 20 * MM - 10, '*'],
      body: [
        heads.map(text => ({ text, font: 'gothic', fontSize: 9, fillColor: '#eeeeee', alignment: 'center' })),
        ...letter.rows.map(row => row.map((text, at) => ({ text, alignment: at === 2 ? 'right' : 'left' }))),
      ],
    },
  },
]
