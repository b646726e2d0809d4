import type { FileRow } from '../desk/files.ts'
import type { Letter } from '../domain/letter.ts'
import type { MadePackage, Package, PackageChoice } from '../domain/package.ts'
import { letterWords } from '../words/letters.ts'
import type { BandFacts } from './case-band.tsx'
import { type FormState, fieldId } from './controls.tsx'
import { Upload } from './files.tsx'
import { TextField } from './lines.tsx'
import { Badge, Button, Day, Empty } from './marks.tsx'
import { packagePaths } from './package-paths.ts'
import { Csrf } from './page.tsx'
import { rangesOf } from './page-ranges.ts'
import { paths } from './paths.ts'
import { textAt } from './read-body.ts'
import type { Visit } from './visit.ts'

export interface PackageForms {
  visit: Visit
  found: BandFacts
  form: FormState
  pack: Package | undefined
  choice: PackageChoice
  files: readonly FileRow[]
}

export const Nothing = ({ number }: { number: string }) => (
  <>
    <p class="lead">
      資料を付けられる回答書がありません。開示の決定の決裁を受け、回答書を作ると、ここで資料を付けられます。
    </p>
    <p>
      <a href={paths.case(number)}>案件へ戻る</a>
    </p>
  </>
)

/** Files in the order in which they go in; a file without pages stays out. */
export const ChoiceForm = ({ visit, found, form, choice, files, letter }: PackageForms & { letter: Letter }) => (
  <section>
    <h2>1. 付ける資料を選ぶ</h2>
    <p>{[letter.form, ...letter.enclosures].map(each => letterWords[each]).join('、')}のあとに続きます。</p>
    {files.length === 0 && <Empty>この案件にはファイルがありません。資料のファイルを加えてください。</Empty>}
    <form method="post" action={packagePaths.package(found.number)} data-once>
      <Csrf visit={visit} />
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
      <p class="buttons">
        <Button>選んだ内容を登録する</Button>
        <a href={paths.case(found.number)}>案件へ戻る</a>
      </p>
    </form>
    <Upload visit={visit} number={found.number} />
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
  const wrong = form.issues.some(issue => issue.path === name)
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
      <td>
        <input
          type="text"
          class="w12 digits"
          id={fieldId(name)}
          name={name}
          aria-label={`${file.name}の付けるページ`}
          placeholder={`1-${file.pages}`}
          value={textAt(form.values, name) || rangesOf(pages.map(each => each.page))}
          {...(wrong && { 'aria-invalid': true as const })}
        />
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

export const MakeForm = ({ visit, found, choice, pack }: PackageForms) => {
  const pages = choice.parts.flatMap(part => part.pages)
  const masked = pages.filter(page => page.boxes.length > 0).length
  return (
    <section>
      <h2>2. 開示資料を作る</h2>
      <p>
        資料 {pages.length}ページ（うち黒塗り {masked}
        ページ）を付けて、一つのPDFにします。黒塗りしたページは画像にし、できたファイルを開き直して、元の言葉が残っていないことを確かめます。
      </p>
      <form method="post" action={packagePaths.made(found.number)} data-once>
        <Csrf visit={visit} />
        <p class="buttons">
          <Button primary={pack?.made === undefined}>{pack?.made ? '開示資料を作り直す' : '開示資料を作る'}</Button>
        </p>
      </form>
    </section>
  )
}

export const Made = ({ visit, found, pack, made }: PackageForms & { made: MadePackage }) => (
  <section>
    <h2>3. 渡す</h2>
    <p>
      <Badge tone="good">確認済み</Badge>{' '}
      <a href={packagePaths.pdf(found.number)}>
        開示資料（PDF・全{made.pages}ページ{made.edition !== undefined && `・第${made.edition}版`}）
      </a>{' '}
      <Day on={made.on} /> 作成
    </p>
    <p>
      紙で渡すときは、この版を印刷します。作り直すと、前の版の紙は封入の確認で止まり、印刷し直すまで発送できません。
    </p>
    <p>
      電子データで渡すときは、鍵をかけたPDFを作ります。中身を表すJSONが必ず、別紙などの項目があればCSVも中に入ります。
    </p>
    {pack?.handedOver && (
      <p>
        <Day on={pack.handedOver.on} />{' '}
        に鍵付きのPDFを作っています。作り直すと、前のパスワードでは新しいPDFを開けません。
      </p>
    )}
    <form method="post" action={packagePaths.locked(found.number)} data-once>
      <Csrf visit={visit} />
      <p class="buttons">
        <Button>鍵付きのPDFを作る</Button>
      </p>
    </form>
  </section>
)

export const Locked = ({
  visit,
  found: { number, kase },
  file,
  password,
}: {
  visit: Visit
  found: BandFacts
  file: string
  password: string
}) => (
  <>
    <p class="lead">鍵付きのPDFを作りました。画面に出るパスワードは、この1回だけです。</p>
    <dl class="password">
      <dt>パスワード</dt>
      <dd>
        <code>{password}</code>
      </dd>
    </dl>
    <p>
      パスワードは、PDFとは別の封筒の「パスワードのお知らせ」で伝えます。お知らせには自動で入るため、書き取る必要はありません。
      暗号化して保管し、案件の個人情報を消去するときに一緒に消します。
    </p>
    <p class="buttons">
      <a class="button" href={paths.file(number, file)}>
        鍵付きのPDFを受け取る
      </a>
      <a href={packagePaths.package(number)}>開示資料へ戻る</a>
    </p>
    <form method="post" action={paths.act(number, 'writeLetter')} data-once>
      <Csrf visit={visit} />
      <input type="hidden" name="_seen" value={kase.seq} />
      <input type="hidden" name="form" value="password-notice" />
      <Button primary>パスワードのお知らせを作る</Button>
    </form>
  </>
)
