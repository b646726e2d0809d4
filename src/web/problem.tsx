import type { FastifyReply, FastifyRequest } from 'fastify'
import { Bare } from './page.tsx'
import { ownPath, paths } from './paths.ts'

/** What went wrong, for people: what happened and what to do, never a stack trace. */
const sayings = {
  bad_request: { title: '送られた内容を読み取れませんでした', text: '前の画面に戻り、もう一度お試しください。' },
  form_token: {
    title: 'この画面は古くなっています',
    text: '安全のため、送信を受け付けませんでした。画面を開き直してから、もう一度送信してください。',
  },
  not_allowed: {
    title: 'この操作の権限がありません',
    text: '担当の方に依頼するか、管理者に権限を確認してください。',
  },
  not_found: {
    title: 'お探しのページはありません',
    text: '番号を確かめてください。担当していない事業者の案件は表示されません。',
  },
  conflict: { title: 'ほかの人が先に変更しました', text: '画面を開き直して、いまの状態を確かめてください。' },
  too_large: { title: 'ファイルが大きすぎます', text: '20MB以下のファイルに分けて、もう一度お送りください。' },
  form_too_long: {
    title: '一度に送れる量を超えています',
    text: '何も保存していません。前の画面に戻り、いくつかに分けて、もう一度お送りください。',
  },
  not_a_form: {
    title: '受け付けられない形式で送られました',
    text: '画面のフォームから送ってください。プログラムから送るときは /api をお使いください。',
  },
  too_many: { title: '試行の回数が多すぎます', text: 'しばらく待ってから、もう一度お試しください。' },
  broken: {
    title: '処理を完了できませんでした',
    text: '入力した内容は保存されていません。もう一度お試しください。続く場合は、次の番号を管理者に伝えてください。',
  },
} as const
export type ProblemCode = keyof typeof sayings

const codeOf = (status: number): ProblemCode => {
  if (status === 403 || status === 401) return 'not_allowed'
  if (status === 404) return 'not_found'
  if (status === 409) return 'conflict'
  if (status === 413) return 'too_large'
  if (status === 415) return 'not_a_form'
  if (status === 429) return 'too_many'
  return status >= 500 ? 'broken' : 'bad_request'
}

/** The page whose form was sent, opened anew: what stood in it is out of date or was too much. */
const cameFrom = ({ method, headers, host }: FastifyRequest): string | null => {
  if (method !== 'POST' || !URL.canParse(headers.referer ?? '')) return null
  const url = new URL(headers.referer ?? '')
  return url.host === host ? ownPath(url.pathname + url.search) : null
}

/** Answers with a plain page, or with JSON under /api. */
export const showProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: ProblemCode = codeOf(status),
): FastifyReply => {
  const { title, text } = sayings[code]
  const back = cameFrom(request)
  reply.code(status).header('cache-control', 'no-store')
  if (request.url.startsWith('/api/')) return reply.send({ error: { code, message: title, request: request.id } })
  return reply.html(
    <Bare title={title}>
      <h1>{title}</h1>
      <p>{text}</p>
      {status >= 500 && (
        <p>
          お問い合わせ番号 <strong class="digits">{request.id}</strong>
        </p>
      )}
      <p class="links">
        {back !== null && <a href={back}>前の画面へ戻る</a>}
        <a href={paths.today}>今日の仕事へ戻る</a>
      </p>
    </Bare>,
  )
}
