import type { FileRow } from '../desk/files.ts'
import { barred } from '../domain/case.ts'
import type { MadePackage, Package, PackageChoice } from '../domain/package.ts'
import type { BandFacts } from './case-band.tsx'
import type { FormState } from './controls.tsx'
import { Badge, Button, Day } from './marks.tsx'
import { packagePaths } from './package-paths.ts'
import { Csrf } from './page.tsx'
import { paths } from './paths.ts'
import type { Visit } from './visit.ts'

export interface PackageForms {
  visit: Visit
  found: BandFacts
  form: FormState
  pack: Package | undefined
  choice: PackageChoice
  files: readonly FileRow[]
  /** nothing stands against choosing now: no role, no posting, no end of the case */
  may: boolean
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

export const MakeForm = ({ visit, found, choice, pack, may }: PackageForms) => {
  const pages = choice.parts.flatMap(part => part.pages)
  const masked = pages.filter(page => page.boxes.length > 0).length
  return (
    <section>
      <h2>2. 開示資料を作る</h2>
      <p>
        資料 {pages.length}ページ（うち黒塗り {masked}
        ページ）を付けて、一つのPDFにします。黒塗りしたページは画像にし、できたファイルを開き直して、元の言葉が残っていないことを確かめます。
      </p>
      {may && (
        <form method="post" action={packagePaths.made(found.number)} data-once>
          <Csrf visit={visit} />
          <p class="buttons">
            <Button primary={pack?.made === undefined}>{pack?.made ? '開示資料を作り直す' : '開示資料を作る'}</Button>
          </p>
        </form>
      )}
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
    {barred(found.kase, 'recordLocked', found.context) === null && (
      <form method="post" action={packagePaths.locked(found.number)} data-once>
        <Csrf visit={visit} />
        <p class="buttons">
          <Button>鍵付きのPDFを作る</Button>
        </p>
      </form>
    )}
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
