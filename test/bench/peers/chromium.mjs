import { readFileSync } from 'node:fs'
import { openBrowser } from '../../pages/chromium.ts'
import { fonts, heads, title } from './letter.mjs'

const faces = () =>
  Object.entries(fonts).map(
    ([name, file]) =>
      `@font-face { font-family: ${name}; src: url(data:font/ttf;base64,${readFileSync(file).toString('base64')}) }`,
  )
const css = `
@page { size: A4; margin: 20mm 22mm 22mm 25mm }
body { margin: 0; font: 10.5pt/18pt mincho; line-break: strict }
p { margin: 0; text-align: justify; text-spacing-trim: trim-start }
article { position: relative; break-after: page }
article:last-child { break-after: auto }
header { height: 50mm; line-height: 15pt; text-align: right }
address { position: absolute; font-style: normal; text-align: left }
.to { top: 8mm; left: 0 } .to b { font: 12pt mincho }
.from { top: 13mm; left: 83mm } .from small { font-size: 9pt }
h1 { font: 14pt/21pt bold; text-align: center; margin: 0 0 4mm }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; line-height: 1.45; margin-top: 3pt }
th { font: 9pt gothic; background: #eee } th, td { border: 0.4pt solid #404040; padding: 1.5mm } td:nth-child(3) { text-align: right }`

const page = ({ documentNumber, date, sender, senderSmall, addressee, name, paragraphs, rows }) => `<article>
<header>${documentNumber}<br>${date}</header>
<address class=to>${addressee.join('<br>')}<br><b>${name}</b></address>
<address class=from>${sender.join('<br>')}<br><small>${senderSmall.join('<br>')}</small></address>
<h1>${title}</h1>${paragraphs.map(text => `<p>${text}</p>`).join('')}
<table><thead><tr>${heads.map(text => `<th>${text}</th>`).join('')}</tr></thead>
<tbody>${rows.map(row => `<tr>${row.map(text => `<td>${text}</td>`).join('')}</tr>`).join('')}</tbody></table></article>`

// The headless shell of the tests, which is several times faster than a whole browser without a window.
export const open = async (launch = openBrowser) => {
  const browser = await launch()
  const tab = await browser.newPage()
  await tab.setContent(`<html lang=ja><title>${title}</title><style>${faces().join('\n')}${css}</style><body></body>`)
  await tab.evaluate(() => Promise.all(Array.from(document.fonts, face => face.load())))
  // The page stays: only its words change from letter to letter.
  const print = async letters => {
    await tab.evaluate(html => {
      document.body.innerHTML = html
    }, letters.map(page).join(''))
    return tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })
  }
  return { single: letter => print([letter]), batch: print, close: () => browser.close() }
}
