/** The field for codes has the focus whatever the hands do: a reader types the code and Enter. */
const field = () => document.getElementById('scan')

document.addEventListener(
  'keydown',
  event => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
    if (!event.target.matches?.('input, textarea, select')) field()?.focus()
  },
  true,
)

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
}

document.addEventListener('submit', event => {
  const form = event.target
  if (form.id !== 'packing-read') return
  event.preventDefault()
  const data = new FormData(form, event.submitter)
  // What was read before is added when its turn comes: a fast reader is ahead of the answers.
  data.delete('scans')
  field().value = ''
  queue = queue.then(() => send(form, data)).catch(() => location.reload())
})
