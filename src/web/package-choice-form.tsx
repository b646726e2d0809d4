import type { FileRow } from '../desk/files.ts'
import type { Letter } from '../domain/letter.ts'
import type { PackageChoice } from '../domain/package.ts'
import { letterWords } from '../words/letters.ts'
import { type FormState, fieldId, Wrong } from './controls.tsx'
import { Upload } from './files.tsx'
import { TextField } from './lines.tsx'
import { Button, Empty } from './marks.tsx'
import type { PackageForms } from './package-forms.tsx'
import { packagePaths } from './package-paths.ts'
import { Csrf } from './page.tsx'
import { rangesOf } from './page-ranges.ts'
import { paths } from './paths.ts'
import { textAt } from './read-body.ts'

/** Files in the order in which they go in; a file without pages stays out. */
export const ChoiceForm = ({ visit, found, form, choice, files, letter, may }: PackageForms & { letter: Letter }) => (
  <section>
    <h2>1. 付ける資料を選ぶ</h2>
    <p>{[letter.form, ...letter.enclosures].map(each => letterWords[each]).join('、')}のあとに続きます。</p>
    {files.length === 0 && (
      <Empty>付けられるファイルがまだありません。{may && '下で資料のファイルを加えてください。'}</Empty>
    )}
    {may && <Upload visit={visit} number={found.number} toPackage />}
    <form method="post" action={packagePaths.package(found.number)} data-once>
      <Csrf visit={visit} />
      <fieldset class="plain" disabled={!may}>
        <input type="hidden" name="_seen" value={found.kase.seq} />
        {files.length > 0 && (
          <div class="table">
            <table>
              <caption class="unseen">付ける資料</caption>
              <thead>
                <tr>
                  <th scope="col">順</th>
                  <th scope="col">ファイル</th>
                  <th scope="col">付けるページ</th>
                  <th scope="col">黒塗り</th>
                </tr>
              </thead>
              <tbody>
                {files.map(file => (
                  <FileLine number={found.number} form={form} choice={choice} file={file} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        <div class="two">
          <TextField
            form={form}
            name="hidden"
            label="残っていてはいけない言葉"
            value={choice.hidden.join('\n')}
            rows={3}
            help="第三者の氏名などを1行に1つ。黒塗りの下の言葉は、書かなくても探します。"
          />
          <TextField
            form={form}
            name="allowed"
            label="残ってよい言葉"
            value={choice.allowed.join('\n')}
            rows={3}
            help="黒塗りした言葉のうち、ほかのページに残ってよいものを1行に1つ。"
          />
        </div>
      </fieldset>
      <p class="buttons">
        {may && <Button>選んだ内容を登録する</Button>}
        <a href={paths.case(found.number)}>案件へ戻る</a>
      </p>
    </form>
  </section>
)

const FileLine = ({
  number,
  form,
  choice,
  file,
}: {
  number: string
  form: FormState
  choice: PackageChoice
  file: FileRow
}) => {
  const place = choice.parts.findIndex(part => part.file === file.id)
  const pages = choice.parts[place]?.pages ?? []
  const name = `pages.f${file.id}`
  const issue = form.issues.find(each => each.path === name)
  const id = fieldId(name)
  return (
    <tr>
      <td>
        <input
          type="text"
          class="w4 digits"
          inputMode="numeric"
          name={`order.f${file.id}`}
          aria-label={`${file.name}の順`}
          value={place < 0 ? '' : place + 1}
        />
      </td>
      <td>
        <a href={paths.file(number, file.id)}>{file.name}</a>
        <span class="sub">全{file.pages}ページ</span>
      </td>
      <td class={issue && 'wrong'}>
        <input
          type="text"
          class="w12 digits"
          id={id}
          name={name}
          aria-label={`${file.name}の付けるページ`}
          placeholder={`1-${file.pages}`}
          value={textAt(form.values, name) || rangesOf(pages.map(each => each.page))}
          {...(issue && { 'aria-invalid': true as const, 'aria-describedby': `${id}-issue` })}
        />
        {issue && <Wrong id={`${id}-issue`} sentence={issue.sentence} />}
      </td>
      <td class="mask-links">
        {pages.map(each => (
          <a href={packagePaths.mask(number, file.id, each.page)}>
            {each.page}ページ
            {each.boxes.length > 0 ? `（黒塗り${each.boxes.length}か所）` : each.picture ? '（画像）' : ''}
          </a>
        ))}
      </td>
    </tr>
  )
}
