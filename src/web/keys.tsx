import { rail } from './rail.tsx'

/** Key and what it does. */
export type KeyRows = readonly (readonly [string, string])[]

/** The list of keys that `?` opens; `assets/keys.js` acts on them. `more`: what the page's own script acts on. */
export const Keys = ({ more = [] }: { more?: KeyRows }) => (
  <dialog id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">キーの一覧</h2>
    <dl class="keys">
      {[...more, ...keys.filter(([key]) => !more.some(([other]) => other === key))].map(([key, what]) => (
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

const keys: KeyRows = [
  ['/', '検索欄へ'],
  ...rail.filter(each => each.key !== '').map(each => [each.key, `${each.label}へ`] as const),
  ['n', '封筒を開ける'],
  ['.', '主な操作'],
  ['j / k', '次の行・前の行'],
  ['Enter', '行を開く'],
  ['x', '行を選ぶ'],
  ['Esc', '入力欄を離れる・前のページへ'],
  ['?', 'この一覧'],
]
