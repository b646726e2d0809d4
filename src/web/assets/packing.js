import { tell } from './told.js'

/** The field for codes has the focus whatever the hands do: a reader types the code and Enter. */
const field = () => document.getElementById('scan')
const typing = target => target.matches?.('input:not([type=checkbox]), textarea, select')

document.addEventListener(
  'keydown',
  event => {
    if (event.ctrlKey || event.metaKey || event.altKey || (typing(event.target) && event.target !== field())) return
    // What was taken out of the envelope goes off the list without the mouse.
    if (event.key === 'Delete' && field()?.value === '') document.querySelector('.packing-scans .wrong button')?.click()
    else if (event.key.length === 1 && event.key !== ' ' && event.target !== field()) field()?.focus()
  },
  true,
)

const line = element => element?.innerText.replace(/\s+/g, ' ').trim() ?? ''

/** After each scan: the sign, and of something wrong what to do. */
const say = () => {
  const wrong = document.querySelector('.packing-scans .wrong > span:nth-of-type(2)')
  const sign = document.querySelector('.packing-sign > .words')
  tell(line(wrong ?? sign), wrong !== null)
}

/** Nothing that was read is lost when the line is down: it is all still in the form. */
const offTheLine = () => {
  const place = document.getElementById('packing-line')
  place.hidden = false
  field()?.focus()
  tell(place.innerText, true)
}

/** Each scan is judged by the server; only the part that changes is put in, so that the next scan finds its field at once. */
let queue = Promise.resolve()
const send = async (form, data) => {
  for (const [name, value] of new FormData(document.getElementById(form.id)))
    if (name === 'scans') data.append(name, value)
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(data) })
  if (answer.redirected) return location.assign(answer.url)
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('packing')
  if (!fresh) return location.reload()
  const typed = field()?.value ?? ''
  document.getElementById('packing').replaceWith(document.adoptNode(fresh))
  field().value = typed
  const record = document.querySelector('.packing-done button')
  if (record && typed === '') record.focus()
  else field().focus()
  say()
}

document.addEventListener('submit', event => {
  const form = event.target
  if (form.id !== 'packing-read') return
  event.preventDefault()
  const data = new FormData(form, event.submitter)
  // What was read before is added when its turn comes: a fast reader is ahead of the answers.
  data.delete('scans')
  if (!data.has('remove') && data.get('scan').trim() === '') return
  field().value = ''
  queue = queue.then(() => send(form, data)).catch(offTheLine)
})
