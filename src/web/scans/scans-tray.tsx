import { randomUUID } from 'node:crypto'
import type { TrayPage } from '../../desk/scans/scan-tray.ts'
import { formLabel, remarkWords } from '../../words/scans.ts'
import { SelectField } from '../choices.tsx'
import type { FormState, Option } from '../controls.tsx'
import { Moment } from '../history.tsx'
import { LineField } from '../lines.tsx'
import { Badge, Button, Empty, numberText } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import { Row, RowLink, Table } from '../table.tsx'
import type { Visit } from '../visit.ts'
import { scanPaths } from './scans-paths.ts'

interface UploadProps {
  visit: Visit
  form: FormState
  operators: readonly Option[]
  number: string
}

export const ScanUpload = ({ visit, form, operators, number }: UploadProps) => (
  <form class="sheet scan-upload" method="post" action={scanPaths.scans()} encType="multipart/form-data" data-once>
    <Csrf visit={visit} />
    <input type="hidden" name="_once" value={randomUUID()} />
    <div class="field">
      <label for="f-file">
        読み取ったファイル<span class="need must">必須</span>
      </label>
      <p class="help" id="f-file-help">
        PDF・JPEG・PNG、5ファイル・合わせて100ページまで。向きや傾きはそのままでかまいません。何人分かが混ざっていても、右下の符号で案件に振り分けます。
      </p>
      <input
        id="f-file"
        name="file"
        type="file"
        multiple
        required
        accept=".pdf,.jpg,.jpeg,.png"
        aria-describedby="f-file-help"
      />
    </div>
    <div class="pair">
      <SelectField
        form={form}
        name="operator"
        label="封筒の宛先の事業者"
        help="選ぶと、ほかの事業者の用紙が混ざっていないかを確かめます。"
        options={operators}
      />
      <LineField
        form={form}
        name="number"
        label="封筒の受付番号"
        help="分かっていれば、ほかの案件の用紙が混ざっていないかを確かめます。"
        value={number}
        width={12}
      />
    </div>
    <p class="buttons">
      <Button primary>読み取って振り分ける</Button>
    </p>
  </form>
)

/** What no code could place. */
export const WaitingPages = ({
  pages,
  names,
  next,
}: {
  pages: readonly TrayPage[]
  names: ReadonlyMap<string, string>
  /** one was just decided: the focus stands before the next */
  next: boolean
}) => (
  <section class="group" id="tray">
    <h2 {...(next && { tabIndex: -1, autofocus: true })}>
      人が決めるページ <span class="count">{pages.length}枚</span>
    </h2>
    {pages.length === 0 ? (
      <Empty>人が決めるページはありません。上で紙を読み取り、行き先の分からないページがあると、ここに並びます。</Empty>
    ) : (
      <Table
        caption="人が決めるページ"
        columns={[
          { label: '読み取り' },
          { label: 'ページ' },
          { label: '理由', wide: true },
          { label: '用紙' },
          { label: '事業者' },
          { label: '手がかり' },
        ]}
      >
        {pages.map(page => (
          <Row>
            <td>
              <RowLink href={scanPaths.page(page.id)}>
                <Moment at={page.at} />
              </RowLink>
            </td>
            <td class="digits">{place(page)}</td>
            <td class="wrap">
              {page.remarks.map(remark => (
                <Badge tone="soon">{remarkWords[remark].short}</Badge>
              ))}
            </td>
            <td>{page.code?.form ? formLabel(page.code.form) : '—'}</td>
            <td class="narrow">{page.operator === null ? '—' : (names.get(page.operator) ?? page.operator)}</td>
            <td class="digits">{hint(page)}</td>
          </Row>
        ))}
      </Table>
    )}
  </section>
)

const hint = ({ code, follows }: TrayPage): string => {
  if (code !== null) return `符号は ${numberText(code.number)}`
  return follows === null ? '—' : `${numberText(follows)} の次のページ`
}

export const place = ({ nth, page }: TrayPage): string => `${nth}番目・${page}ページ`
