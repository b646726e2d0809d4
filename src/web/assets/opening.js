/** The right-hand panel and the checklist follow what is typed; the server reckons, nothing is decided here. */
const AFTER_MS = 250
const parts = ['opening-tracking', 'opening-desk', 'opening-checklist', 'opening-panel']

const form = document.querySelector('form[data-preview]')
let waiting
let under

const show = html => {
  const fresh = new DOMParser().parseFromString(html, 'text/html')
  for (const id of parts) {
    const before = document.getElementById(id)
    const after = fresh.getElementById(id)
    if (!before || !after || before.innerHTML === after.innerHTML) continue
    const focused = before.contains(document.activeElement) ? document.activeElement.id : ''
    const { scrollTop } = before
    before.replaceWith(document.adoptNode(after))
    after.scrollTop = scrollTop
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true })
  }
}

const refresh = async () => {
  under?.abort()
  under = new AbortController()
  try {
    const answer = await fetch(form.dataset.preview, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      signal: under.signal,
    })
    if (answer.ok && !answer.redirected) show(await answer.text())
  } catch {
    // A newer question took its place, or the line is down: the press itself is checked by the server.
  }
}

const soon = after => {
  clearTimeout(waiting)
  waiting = setTimeout(refresh, after)
}

if (form) {
  form.addEventListener('input', event => {
    if (!event.isComposing) soon(AFTER_MS)
  })
  form.addEventListener('compositionend', () => soon(AFTER_MS))
  form.addEventListener('change', event => {
    // The code on a returned form brings its whole case with it.
    if (event.target.name === 'from' && event.target.value.trim() !== '')
      form.requestSubmit(form.querySelector('[data-recheck]'))
    else soon(0)
  })
  // After an error the summary has the focus, else the first field.
  if (!document.querySelector('[data-summary]')) form.querySelector('#f-trackingNumber')?.focus({ preventScroll: true })
}
