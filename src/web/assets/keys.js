/** Keys of the whole product; their list stands in the page itself (`?`). Silent while somebody types. */
let waitsForPlace = false
let at = -1

/** A reader's codes hold letters and strokes that are keys here; no hand types three of them in so short a time. */
const BETWEEN_MS = 35
let fast = 0
let last = 0
const byReader = ({ timeStamp, key }) => {
  if (key.length > 1) return false
  fast = timeStamp - last < BETWEEN_MS ? fast + 1 : 0
  last = timeStamp
  return fast >= 2
}

const typing = target =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select')
const rows = () => [...document.querySelectorAll('tr.row')]
const go = selector => document.querySelector(selector)?.click()

export const listenToKeys = () => {
  document.addEventListener('keydown', event => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') return leave(event)
    const read = byReader(event)
    if (typing(event.target) || document.querySelector('dialog[open]') || read) return
    if (waitsForPlace) {
      waitsForPlace = false
      if (/^[a-z]$/.test(event.key)) go(`a[data-go="${event.key}"]`)
      return
    }
    const act = acts[event.key]
    if (act && act() !== false) event.preventDefault()
  })
}

const leave = event => {
  if (document.querySelector('dialog[open]')) return
  if (typing(event.target)) event.target.blur()
  else if (document.referrer.startsWith(location.origin)) history.back()
}

const move = by => {
  const all = rows()
  if (all.length === 0) return false
  all[at]?.classList.remove('at')
  at = Math.min(Math.max(at + by, 0), all.length - 1)
  all[at].classList.add('at')
  all[at].scrollIntoView({ block: 'nearest' })
  all[at].querySelector('.row-link')?.focus({ preventScroll: true })
}

const pick = () => {
  const row = rows()[at]
  if (!row) return false
  const box = row.querySelector('input[type=checkbox]')
  if (box) box.click()
  row.classList.toggle('picked', box ? box.checked : undefined)
}

const acts = {
  '/': () => document.getElementById('q')?.focus(),
  '?': () => document.getElementById('keys')?.showModal(),
  g: () => {
    waitsForPlace = true
  },
  n: () => go('a[data-go="k"]'),
  '.': () => go('[data-primary]'),
  j: () => move(1),
  k: () => move(-1),
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  x: pick,
}
