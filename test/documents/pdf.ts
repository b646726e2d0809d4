import { inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface Run {
  text: string
  /** Points from the left and from the foot of the page. */
  x: number
  y: number
  width: number
  size: number
}

/** The runs of text of every page, as a reader copies them; nothing normalised. */
export async function runsOf(pdf: Buffer): Promise<Run[][]> {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise
  const pages: Run[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const content = await page.getTextContent({ disableNormalization: true })
    pages.push(
      content.items.flatMap(item =>
        'str' in item
          ? [
              {
                text: item.str,
                x: Number(item.transform[4]),
                y: Number(item.transform[5]),
                width: item.width,
                size: Number(item.transform[0]),
              },
            ]
          : [],
      ),
    )
  }
  await document.loadingTask.destroy()
  return pages
}

/** Lines of a page above its foot, from the top. */
export const linesOf = (page: readonly Run[]): string[] => {
  const lines = Map.groupBy(
    page.filter(run => run.text.trim() !== '' && run.y > 62),
    run => Math.round(run.y),
  )
  return [...lines].sort(([one], [other]) => other - one).map(([, runs]) => squeeze(runs.map(run => run.text).join('')))
}
/** All text without spaces: line ends and justification do not matter. */
export async function textOf(pdf: Buffer): Promise<string> {
  return squeeze(
    (await runsOf(pdf))
      .flat()
      .map(run => run.text)
      .join(''),
  )
}

export const squeeze = (text: string): string => text.replace(/[\s　]/g, '')

/** The drawing commands of the file. */
export function commandsOf(pdf: Buffer): string[] {
  const found: string[] = []
  const raw = pdf.toString('latin1')
  for (const match of raw.matchAll(/stream\r?\n/g)) {
    if (raw.slice(match.index - 3, match.index) === 'end') continue
    const start = match.index + match[0].length
    const end = raw.indexOf('endstream', start)
    try {
      found.push(inflateSync(Buffer.from(raw.slice(start, end), 'latin1')).toString('latin1'))
    } catch {
      // not a compressed stream
    }
  }
  return found.filter(text => / Tm\n| re\n/.test(text))
}
