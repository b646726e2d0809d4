import { tell } from './told.js'

/** Numbers one after another by a reader: each Enter sends what was typed, and the page stays, so that no key of the next one is lost. */
const list = () => document.getElementById('counter')
const next = () => list().querySelector('[aria-invalid]') ?? list().querySelector('input[autofocus]')

/** What is typed while an answer is under way. */
let busy = false
let ahead = ''
/** Of a number that was under way when a mistake was shown, the rest must not land in the row that waits. */
const PAUSE_MS = 300
let dropping = false
let last = 0

document.addEventListener(
  'keydown',
  event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.timeStamp - last > PAUSE_MS) dropping = false
    last = event.timeStamp
    if (dropping && (event.key.length === 1 || event.key === 'Enter')) {
      dropping = event.key !== 'Enter'
      event.preventDefault()
    } else if (busy && (event.key.length === 1 || event.key === 'Enter')) {
      ahead += event.key === 'Enter' ? '\n' : event.key
      event.preventDefault()
      event.stopPropagation()
    } else if (/^[\dA-D]$/i.test(event.key) && !event.target.matches?.('input, select, textarea')) next()?.focus()
  },
  true,
)

const line = element => element?.innerText.replace(/\s+/g, ' ').trim() ?? ''

/** At the first wrong row the reader waits, whatever came after it: the next number would land in another person's row. */
const show = fresh => {
  list().replaceWith(document.adoptNode(fresh))
  const wrong = list().querySelector('[aria-invalid]')
  const dropped = wrong !== null && ahead !== ''
  dropping = dropped && !ahead.endsWith('\n')
  if (wrong) ahead = ''
  const field = next() ?? list().querySelector('[data-left]')
  field.focus()
  if (wrong) field.select()
  const words = wrong ? line(list().querySelector('[data-summary] ul')) : line(list().querySelector('[data-left]'))
  tell(dropped ? `${words}このあとに読み取ったものは数えていません。` : words, wrong !== null)
}

const send = async form => {
  busy = true
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) })
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('counter')
    if (!fresh) return location.reload()
    show(fresh)
  } catch {
    ahead = ''
    tell('つながりませんでした。もう一度 Enter を押してください。', true)
    list().querySelector('[data-left]').textContent = 'つながりませんでした。もう一度 Enter を押してください。'
  } finally {
    busy = false
  }
  goOn()
}

/** Types what was read in the meantime. */
const goOn = () => {
  const field = document.activeElement
  if (ahead === '' || !(field instanceof HTMLInputElement)) return
  const [number, ...rest] = ahead.split('\n')
  ahead = rest.join('\n')
  field.value += number
  if (rest.length > 0) field.form.requestSubmit()
}

document.addEventListener('submit', event => {
  if (!list().contains(event.target)) return
  event.preventDefault()
  if (!busy) void send(event.target)
})

const wrong = list().querySelector('[aria-invalid]')
wrong?.focus()
wrong?.select()
