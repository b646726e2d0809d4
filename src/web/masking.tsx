import type { FastifyInstance, FastifyReply } from 'fastify'
import { openPackages, type Packages } from '../desk/packages.ts'
import { barred } from '../domain/case.ts'
import { MOST_BOXES, type PackageChoice, type PackagePage, packableLetter } from '../domain/package.ts'
import { refusalSentence } from '../words/refusals.ts'
import { caseAt } from './case-at.ts'
import { emptyForm, type FormState } from './controls.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { statusOf } from './form-state.ts'
import { Button } from './marks.tsx'
import { Boxes, boxesIn } from './masking-boxes.tsx'
import { Frame } from './package.tsx'
import { packagePaths } from './package-paths.ts'
import { Csrf } from './page.tsx'
import type { WebParts } from './parts.ts'
import { paths } from './paths.ts'
import { showProblem } from './problem.tsx'
import { isBlank, textAt } from './read-body.ts'
import { get, post, type Sent, type Visit } from './visit.ts'

/** One page of a file: its picture and the boxes that make it black. Without a script the boxes are typed in millimetres. */
export const maskingPages = (app: FastifyInstance, parts: WebParts): void => {
  const packages = openPackages(parts)
  get(app, parts, '/cases/:number/package/:file/:page', visit => show(visit, packages, emptyForm, 200))
  post(app, parts, '/cases/:number/package/:file/:page', visit => mask(visit, packages))
  get(app, parts, '/cases/:number/package/:file/:page/picture.jpg', async visit => {
    const { number = '', file = '', page = '' } = visit.params
    const picture = await packages.picture(number, file, Number(page), visit.by)
    return picture ? visit.reply.type('image/jpeg').send(picture) : showProblem(visit.request, visit.reply, 404)
  })
}

const chosen = (choice: PackageChoice | null, { file, page }: Visit['params']): PackagePage | undefined =>
  choice?.parts.find(part => part.file === file)?.pages.find(each => String(each.page) === page)

const mask = async (visit: Sent, packages: Packages): Promise<FastifyReply> => {
  const { number = '', file = '', page = '' } = visit.params
  const found = await caseAt(visit)
  const choice = await packages.choice(number, visit.by)
  const letter = found && packableLetter(found.kase)
  const size = await packages.size(number, file, Number(page), visit.by)
  if (!letter || choice === null || size === null || chosen(choice, visit.params) === undefined)
    return showProblem(visit.request, visit.reply, 404)
  const { boxes, issues } = boxesIn(visit.fields.boxes, size)
  if (issues.length > 0) return show(visit, packages, { values: visit.fields, issues }, 422)
  const change = (each: PackagePage): PackagePage =>
    String(each.page) === page ? { page: each.page, boxes, picture: textAt(visit.fields, 'picture') !== '' } : each
  const parts = choice.parts.map(part => (part.file === file ? { ...part, pages: part.pages.map(change) } : part))
  const seen = visit.marks._seen === undefined ? {} : { seen: Number(visit.marks._seen) }
  const input = { letter: letter.id, choice: { ...choice, parts } }
  const answer = await visit.desk.perform(number, 'choosePackage', input, visit.by, seen)
  if (answer.ok) return visit.reply.redirect(packagePaths.package(number), 303)
  const problem =
    'refusal' in answer
      ? refusalSentence(answer.refusal)
      : `1ページの枠は${MOST_BOXES}個までです（${boxes.length}個あります）。何も登録していません。近い枠を1つにまとめてください。`
  return show(visit, packages, { values: visit.fields, issues: [], problem }, statusOf(answer))
}

const show = async (visit: Visit, packages: Packages, form: FormState, status: number): Promise<FastifyReply> => {
  const { number = '', file = '', page = '' } = visit.params
  const found = await caseAt(visit)
  const size = await packages.size(number, file, Number(page), visit.by)
  const now = found && chosen(await packages.choice(number, visit.by), visit.params)
  if (!found || size === null || !now) return showProblem(visit.request, visit.reply, 404)
  const picture = isBlank(form.values) ? now.picture : textAt(form.values, 'picture') !== ''
  const name = (await visit.parts.files.list(number, visit.by)).find(each => each.id === file)?.name ?? ''
  return visit.reply.code(status).html(
    <Frame visit={visit} found={found} title={`黒塗り ${name} ${page}ページ`}>
      <script type="module" src={paths.asset('masking.js')} />
      <p class="lead">見せてはいけないところに枠を引いてください。枠の中は、文字も画像も残りません。</p>
      <ErrorSummary form={form} />
      <form method="post" action={packagePaths.mask(number, file, now.page)} class="masking" data-once>
        <Csrf visit={visit} />
        <input type="hidden" name="_seen" value={found.kase.seq} />
        <svg
          class="mask-page"
          data-masking
          viewBox={`0 0 ${size.width.toFixed(2)} ${size.height.toFixed(2)}`}
          role="img"
          aria-label={`${name}の${page}ページ`}
        >
          <image
            href={packagePaths.picture(number, file, now.page)}
            width={size.width.toFixed(2)}
            height={size.height.toFixed(2)}
            preserveAspectRatio="none"
          />
          {now.boxes.map(box => (
            <rect x={box.x} y={box.y} width={box.w} height={box.h} />
          ))}
        </svg>
        <div class="mask-fields">
          <Boxes form={form} boxes={now.boxes} />
          <div class="pick">
            <input type="checkbox" id="f-picture" name="picture" value="yes" checked={picture} />
            <label for="f-picture">
              黒塗りしなくても画像にする
              <span class="help">見えない文字や情報を、このページから除きます。</span>
            </label>
          </div>
          <p class="buttons">
            {barred(found.kase, 'choosePackage', found.context) === null && <Button primary>枠を登録する</Button>}
            <a href={packagePaths.package(number)}>開示資料へ戻る</a>
          </p>
        </div>
      </form>
    </Frame>,
  )
}
