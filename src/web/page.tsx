import type { ComponentChildren } from 'preact'
import { roleWords } from '../words/requests.ts'
import { type KeyRows, Keys } from './keys.tsx'
import { paths } from './paths.ts'
import { type Place, Rail } from './rail.tsx'
import type { Visit } from './visit.ts'

/** The frame of every page: rail, search, who is signed in. */
interface PageProps {
  visit: Visit
  title: string
  /** which entry of the rail is lit */
  at?: Place
  /** one primary action at most, at the right of the title; `.` on the keyboard when it carries data-primary */
  action?: ComponentChildren
  /** no page title (the page draws its own band) */
  bare?: boolean
  /** keys of this page alone, for the list that `?` opens */
  keys?: KeyRows
  children: ComponentChildren
}

export const Page = ({ visit, title, at, action, bare, keys, children }: PageProps) => (
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
          <a href={paths.account()}>{visit.staff.name}</a>（{visit.by.roles.map(role => roleWords[role]).join('・')}）
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
    <Keys {...(keys && { more: keys })} />
  </Html>
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
const sheets = ['app.css', 'frame.css', 'marks.css', 'tables.css', 'forms.css', 'case.css', 'office.css', 'print.css']

/** The hidden token of every form. */
export const Csrf = ({ visit }: { visit: Pick<Visit, 'csrf'> }) => (
  <input type="hidden" name="_csrf" value={visit.csrf} />
)
