import type { FormState } from '../controls.tsx'
import { Button } from '../marks.tsx'
import { Csrf } from '../page.tsx'
import type { Visit } from '../visit.ts'
import { moneyPaths } from './money-paths.ts'

export const fileLabel = '明細のファイル'

/** The box for the next file of the bank. */
export const StatementUpload = ({ visit, form }: { visit: Visit; form: FormState }) => {
  const issue = form.issues.find(({ path }) => path === 'file')
  return (
    <form
      class="sheet statement-upload"
      method="post"
      action={moneyPaths.statements()}
      encType="multipart/form-data"
      data-once
    >
      <Csrf visit={visit} />
      <div class={issue ? 'field wrong' : 'field'}>
        <label for="f-file">{fileLabel}</label>
        <p class="help" id="f-file-help">
          全銀形式、各銀行のCSV、camt（XML）。50MBまで。取り込む前に、内容と残高のつながりを確かめられます。同じ明細は二重に取り込みません。
        </p>
        {issue && <p class="issue">▲ {issue.sentence}</p>}
        <input id="f-file" name="file" type="file" required aria-describedby="f-file-help" />
      </div>
      <Button primary>読み取って確かめる</Button>
    </form>
  )
}
