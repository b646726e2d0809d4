import type { ComponentChildren } from 'preact'
import { roleWords } from '../words/requests.ts'
import { paths } from './paths.ts'
import type { Visit } from './visit.ts'

/** The frame of every page: rail, search, who is signed in. */
const rail = [
  { at: 'today', label: '今日の仕事', href: paths.today, key: 'g t' },
  { at: 'opening', label: '開封台', href: paths.opening(), key: 'g k' },
  { at: 'cases', label: '案件', href: paths.cases(), key: 'g c' },
  { at: 'money', label: '入金', href: paths.money(), key: 'g n' },
  { at: 'postings', label: '印刷・発送', href: paths.postings(), key: 'g p' },
  { at: 'register', label: '受付簿', href: paths.register(), key: 'g r' },
  { at: 'settings', label: '設定', href: paths.settings, key: '' },
] as const
export type Place = (typeof rail)[number]['at']

interface PageProps {
  visit: Visit
  title: string
  /** which entry of the rail is lit */
  at?: Place
  /** one primary action at most, at the right of the title; `.` on the keyboard when it carries data-primary */
  action?: ComponentChildren
  /** no page title (the page draws its own band) */
  bare?: boolean
  children: ComponentChildren
}

export const Page = ({ visit, title, at, action, bare, children }: PageProps) => (
  <Html title={title}>
    <a class="skip" href="#main">
      本文へ移動
    </a>
    <Rail {...(at && { at })} />
    <header class="top">
      <search class="search">
        <form action={paths.find()} method="get">
          <label class="unseen" for="q">
            受付番号・氏名・フリガナ・お問い合わせ番号で探す
          </label>
          <input id="q" name="q" type="search" placeholder="受付番号・氏名・お問い合わせ番号" autocomplete="off" />
          <kbd>/</kbd>
        </form>
      </search>
      <div class="who">
        <span>
          <b>{visit.staff.name}</b>（{visit.by.roles.map(role => roleWords[role]).join('・')}）
        </span>
        <form method="post" action={paths.signOut}>
          <Csrf visit={visit} />
          <button class="plain" type="submit">
            サインアウト
          </button>
        </form>
      </div>
    </header>
    <main id="main" tabIndex={-1} data-page={at}>
      {!bare && (
        <div class="title">
          <h1>{title}</h1>
          {action && <div class="title-action">{action}</div>}
        </div>
      )}
      {children}
    </main>
    <Keys />
  </Html>
)

const Rail = ({ at }: { at?: Place }) => (
  <nav class="rail" aria-label="主なページ">
    <a class="brand" href={paths.today}>
      開示デスク
    </a>
    <ul>
      {rail.map(each => (
        <li>
          <a
            href={each.href}
            {...(each.at === at && { 'aria-current': 'page' as const })}
            {...(each.key && { 'data-go': each.key.slice(-1) })}
          >
            <span>{each.label}</span>
            {each.key && (
              <span class="key" aria-hidden="true">
                {each.key}
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
    <p class="rail-foot">
      <kbd>?</kbd> キーの一覧
    </p>
  </nav>
)

/** A page outside the frame: sign-in, errors. */
export const Bare = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <Html title={title}>
    <main id="main" class="bare">
      <p class="brand">開示デスク</p>
      {children}
    </main>
  </Html>
)

const Html = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <html lang="ja">
    <head>
      <meta charSet="utf-8" />
      <title>{`${title} · 開示デスク`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <link rel="icon" href={paths.asset('icon.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={paths.asset('tokens.css')} />
      {sheets.map(sheet => (
        <link rel="stylesheet" href={paths.asset(sheet)} />
      ))}
      <script type="module" src={paths.asset('app.js')} />
    </head>
    <body>{children}</body>
  </html>
)
const sheets = ['app.css', 'forms.css', 'case.css', 'print.css']

const Keys = () => (
  <dialog id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">キーの一覧</h2>
    <dl class="keys">
      {keys.map(([key, what]) => (
        <div>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
    <form method="dialog">
      <button class="button" type="submit">
        閉じる
      </button>
    </form>
  </dialog>
)
const keys = [
  ['/', '検索欄へ'],
  ...rail.filter(each => each.key !== '').map(each => [each.key, `${each.label}へ`] as const),
  ['n', '封筒を開ける'],
  ['.', '主な操作'],
  ['j / k', '次の行・前の行'],
  ['Enter', '行を開く'],
  ['x', '行を選ぶ'],
  ['Esc', '入力欄を離れる・前のページへ'],
  ['?', 'この一覧'],
] as const

/** The hidden token of every form. */
export const Csrf = ({ visit }: { visit: Pick<Visit, 'csrf'> }) => (
  <input type="hidden" name="_csrf" value={visit.csrf} />
)
