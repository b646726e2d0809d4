import type { TrayPage } from '../../desk/scans/scan-tray.ts'
import { ruleOf } from '../../domain/case.ts'
import { discardWords, formLabel, remarkWords } from '../../words/scans.ts'
import { Badge, LinkButton, numberText } from '../marks.tsx'
import { awaitsForm } from '../opening/opening-source.ts'
import { paths } from '../paths.ts'
import { Table } from '../table.tsx'
import { mayAny, type Visit } from '../visit.ts'
import { scanPaths } from './scans-paths.ts'
import { place } from './scans-tray.tsx'

export interface ScanResult {
  readonly page: TrayPage
  /** the case waits for this form: its envelope can be received now */
  readonly receivable: boolean
}

export const resultsOf = async ({ desk, by }: Visit, pages: readonly TrayPage[]): Promise<ScanResult[]> => {
  const numbers = new Set(pages.flatMap(({ caseNumber }) => (caseNumber === null ? [] : [caseNumber])))
  const waiting = new Set<string>()
  for (const number of mayAny(by, ruleOf('logRequest').by) ? numbers : []) {
    const found = await desk.kase(number, by)
    if (found !== null && awaitsForm(found.kase)) waiting.add(number)
  }
  return pages.map(page => ({ page, receivable: page.caseNumber !== null && waiting.has(page.caseNumber) }))
}

/** Where every page of an upload went. */
export const ScanResults = ({ results }: { results: readonly ScanResult[] }) => {
  const blank = results.filter(({ page }) => page.remarks.includes('blank')).length
  const left = results.filter(({ page }) => page.state === 'waiting').length
  const receivable = new Set(results.flatMap(({ page, receivable }) => (receivable && page.caseNumber) || []))
  return (
    <section class="group" id="results">
      <h2 tabIndex={-1} autofocus>
        読み取りの結果 <span class="count">{results.length}枚</span>
      </h2>
      <p role="status">
        {results.length}枚のうち{results.filter(({ page }) => page.state === 'filed').length}枚を案件に入れました。
        {blank > 0 && `白紙は${blank}枚です（表の面と一緒に扱い、お尋ねしません）。`}
        {left > 0 && `${left}枚は、人が決めてください。`}
      </p>
      {[...receivable].map(number => (
        <p class="receivable">
          用紙請求 {numberText(number)} の用紙が届きました。
          <LinkButton href={scanPaths.accept(number)} primary={receivable.size === 1}>
            この案件として受け付ける
          </LinkButton>
        </p>
      ))}
      <Table
        caption="読み取りの結果"
        columns={[{ label: 'ページ' }, { label: '用紙' }, { label: '行き先' }, { label: '知らせ', wide: true }]}
      >
        {results.map(({ page }) => (
          <tr>
            <td class="digits">{place(page)}</td>
            <td>{page.code ? `${formLabel(page.code.form)} ${page.code.page}/${page.code.pages}` : '—'}</td>
            <td class="digits">
              <Destination page={page} />
            </td>
            <td class="wrap">
              {page.remarks.map(remark => (
                <span class="remark">
                  <Badge tone="soon">{remarkWords[remark].short}</Badge> {remarkWords[remark].sentence}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  )
}

const Destination = ({ page }: { page: TrayPage }) => {
  if (page.state === 'discarded') return <>破棄（{page.reason && discardWords[page.reason]}）</>
  if (page.caseNumber === null) return <a href={scanPaths.page(page.id)}>見て決める</a>
  return (
    <>
      <a href={paths.case(page.caseNumber)}>{numberText(page.caseNumber)}</a>
      {page.file !== null && (
        <a class="sub" href={paths.file(page.caseNumber, page.file)}>
          ファイル（{page.filePage}ページ目）
        </a>
      )}
    </>
  )
}
