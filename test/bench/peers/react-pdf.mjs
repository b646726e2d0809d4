import { fonts, heads, title } from './letter.mjs'

const WIDTHS = ['22%', '38%', '12%', '28%']
const LINE = '0.4pt solid #404040'
// A line height counts for the size named beside it; an inherited size is not seen.
const cell = { borderRight: LINE, borderBottom: LINE, padding: 4, fontSize: 9.5, lineHeight: 1.45 }
const style = {
  page: {
    fontFamily: 'mincho',
    fontSize: 10.5,
    paddingTop: '20mm',
    paddingLeft: '25mm',
    paddingRight: '22mm',
    paddingBottom: '22mm',
  },
  sender: { position: 'absolute', left: '108mm', top: '33mm', fontSize: 10.5, lineHeight: 1.43 },
  addressee: { position: 'absolute', left: '25mm', top: '28mm', fontSize: 10.5, lineHeight: 1.43 },
  title: { fontFamily: 'bold', fontSize: 14, textAlign: 'center', marginTop: '42mm', marginBottom: '4mm' },
  body: { textAlign: 'justify', fontSize: 10.5, lineHeight: 1.71 },
  table: { borderLeft: LINE, borderTop: LINE, marginTop: 3 },
}

export const open = async () => {
  const { createElement: h } = await import('react')
  const { Document, Font, Page, renderToBuffer, Text, View } = await import('@react-pdf/renderer')
  for (const [family, src] of Object.entries(fonts)) Font.register({ family, src })
  // Japanese breaks between characters; the empty part keeps the hyphen away.
  Font.registerHyphenationCallback(word => Array.from(word).flatMap(character => [character, '']))

  const lines = (texts, more) => texts.map((text, key) => h(Text, { key, style: more }, text))
  const row = (texts, key, more) =>
    h(
      View,
      { key, style: { flexDirection: 'row' }, wrap: false },
      texts.map((text, at) =>
        h(
          Text,
          { key: at, style: { ...cell, width: WIDTHS[at], textAlign: at === 2 ? 'right' : 'left', ...more } },
          text,
        ),
      ),
    )
  const page = letter =>
    h(
      Page,
      { key: letter.number, size: 'A4', style: style.page },
      h(
        View,
        { style: { textAlign: 'right', fontSize: 10.5, lineHeight: 1.43 } },
        lines([letter.documentNumber, letter.date]),
      ),
      h(
        View,
        { style: style.sender },
        lines(letter.sender),
        h(View, { style: { fontSize: 9, lineHeight: 1.43 } }, lines(letter.senderSmall)),
      ),
      h(
        View,
        { style: style.addressee },
        lines(letter.addressee),
        h(Text, { style: { fontSize: 12, lineHeight: 1.43 } }, letter.name),
      ),
      h(Text, { style: style.title }, title),
      h(View, null, lines(letter.paragraphs, style.body)),
      h(
        View,
        { style: style.table },
        row(heads, 'head', { fontFamily: 'gothic', fontSize: 9, backgroundColor: '#eeeeee', textAlign: 'center' }),
        letter.rows.map((texts, key) => row(texts, key)),
      ),
    )
  const print = letters => renderToBuffer(h(Document, { title, language: 'ja-JP' }, letters.map(page)))
  return { single: letter => print([letter]), batch: print, close: () => {} }
}
