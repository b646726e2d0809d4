import { booked, countTicked, mark, rowOf, showTotals, unmark } from './reconcile-marks.js'

/** 消込 by keyboard. Every key has its button or link; without this script the same forms are sent as pages. */
const form = document.querySelector('form[data-reconcile]')
const find = document.getElementById('r-find')
const status = document.querySelector('[data-status]')
let busy = false

const rows = () => [...document.querySelectorAll('li.match')].filter(row => row.offsetParent !== null)
const rowAt = target => (target instanceof Element ? target.closest('li.match') : null)
const say = text => {
  if (status) status.textContent = text
}

const focus = row => {
  for (const each of document.querySelectorAll('li.match[tabindex="0"]')) each.tabIndex = -1
  row.tabIndex = 0
  row.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'nearest' })
}

const move = by => {
  const all = rows()
  if (all.length === 0) return
  const at = all.indexOf(rowAt(document.activeElement))
  // From elsewhere on the page back to the row where one was.
  if (at < 0) focus(all.find(row => row.tabIndex === 0) ?? all[0])
  else focus(all[Math.min(Math.max(at + by, 0), all.length - 1)])
}

/** Sends a form's fields and renews in place what the answer tells. Null: the page must be sent as a page. */
const send = async (url, fields) => {
  if (busy) return null
  busy = true
  document.body.setAttribute('aria-busy', 'true')
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(fields),
    })
    if (!answer.ok) throw new Error(String(answer.status))
    return await answer.json()
  } catch {
    say('送信できませんでした。画面を開き直して、記帳されたか確かめてください。')
    for (const each of document.querySelectorAll('[data-failed]')) each.hidden = false
    return null
  } finally {
    busy = false
    document.body.removeAttribute('aria-busy')
  }
}

const csrf = () => form.elements.namedItem('_csrf').value
/** Few at a time, so that one sees how far it is. */
const AT_ONCE = 20

const confirm = async fields => {
  const ticked = fields.filter(([name]) => name === 'ticked' || name === 'only')
  const others = fields.filter(each => !ticked.includes(each))
  let done = 0
  const said = []
  for (let from = 0; from < ticked.length; from += AT_ONCE) {
    const answer = await send(form.action, [...others, ...ticked.slice(from, from + AT_ONCE)])
    if (!answer) return
    for (const each of answer.answers) {
      mark(each)
      // What was held, or only proved, is said as such; the rest is counted.
      if (each.ok && (each.word ?? '済') === '済') done += 1
      else said.push(each.sentence)
    }
    showTotals(answer.totals)
    say([...(done > 0 || said.length === 0 ? [`${done}件を消し込みました。`] : []), ...said].join(''))
  }
}

/** Nothing is owed there: what has no debt to settle is asked for twice. */
const ask = row => {
  row.classList.add('asked')
  const told = document.createElement('p')
  told.className = 'm-told'
  told.textContent = '▲ 未納のない案件です。預りにするときは、もう一度押してください。'
  row.querySelector('.m-why').append(told)
  say(told.textContent)
}

const confirmRow = row => {
  const button = row.querySelector('[data-confirm]')
  if (!button || row.classList.contains('settled')) return split(row)
  if (button.matches('[data-holds]') && !row.classList.contains('asked')) return ask(row)
  const tick = button.value
  const learn = row.querySelector('input[name=learn]:checked')
  return confirm([['_csrf', csrf()], ['only', tick], ...(learn ? [['learn', learn.value]] : [])])
}

const takeBack = async of => {
  const at = booked.findLastIndex(each => each.undo === of)
  if (at < 0) return
  const [{ line }] = booked.splice(at, 1)
  const answer = await send('/money/reconcile/undo', [
    ['_csrf', csrf()],
    ['of', of],
  ])
  if (!answer) return booked.splice(at, 0, { line, undo: of })
  const [first] = answer.answers
  if (first?.ok) unmark(line)
  showTotals(answer.totals)
  say(first?.ok ? '消込を取り消しました。' : (first?.sentence ?? ''))
  const row = rowOf(line)
  if (row) focus(row)
}

/** 分ける: the form of the line's own page, brought here. */
const split = async (row, link = row.querySelector('[data-split]')) => {
  if (!link || row.classList.contains('settled')) return
  const page = await fetch(link.href).then(
    answer => (answer.ok ? answer.text() : null),
    () => null,
  )
  const hand = page && new DOMParser().parseFromString(page, 'text/html').querySelector('[data-hand]')
  const dialog = document.getElementById('hand-dialog')
  if (!hand || !dialog) {
    location.href = link.href
    return
  }
  dialog.querySelector('[data-hand-place]').replaceChildren(hand)
  dialog.showModal()
  const told = document.createElement('p')
  told.className = 'issue'
  told.setAttribute('role', 'alert')
  hand.prepend(told)
  const sheet = hand.matches('form') ? hand : hand.querySelector('form')
  sheet.addEventListener('submit', async event => {
    event.preventDefault()
    const answer = await send(sheet.action, [...new FormData(sheet)])
    if (!answer) return
    const [first] = answer.answers
    if (!first?.ok) {
      told.textContent = `▲ ${first?.sentence ?? '読み取れない項目があります。'}`
      return
    }
    dialog.close()
    mark(first)
    showTotals(answer.totals)
    say(first.sentence)
    focus(row)
  })
  sheet.querySelector('input[type=text]')?.focus()
}

const key = text =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u3041-\u3096]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0x60))
    .replace(/[\s,・-]/g, '')

/** Rows that do not fit step aside; nothing else moves, and Enter asks the server. */
const filter = () => {
  const wanted = key(find.value)
  for (const row of document.querySelectorAll('li.match')) row.hidden = !key(row.dataset.find ?? '').includes(wanted)
  for (const each of document.querySelectorAll('.r-unpaid tbody tr'))
    each.hidden = !key(each.textContent).includes(wanted)
  for (const group of document.querySelectorAll('[data-bucket]'))
    group.hidden = [...group.querySelectorAll('li.match')].every(row => row.hidden)
}

const onRow = {
  Enter: confirmRow,
  ' ': row => row.querySelector('input[name=ticked]:enabled')?.click(),
  x: row => row.querySelector('input[name=ticked]:enabled')?.click(),
  s: row => split(row),
}
const anywhere = {
  j: () => move(1),
  k: () => move(-1),
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  '/': () => find?.focus(),
}

const onKey = event => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  const { target } = event
  if (document.querySelector('dialog[open]')) return
  if (target === find && event.key === 'ArrowDown') event.preventDefault()
  else if (target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select')) return
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const row = rowAt(target)
  // Links, buttons and ticks inside a row keep their own Enter and space.
  const own = row && row !== target && (name === 'Enter' || name === ' ')
  const act =
    name === 'u' && form
      ? () => takeBack(row?.querySelector('[data-undo]')?.dataset.undo ?? booked.at(-1)?.undo)
      : row && form && !own && onRow[name]
        ? () => onRow[name](row)
        : anywhere[name]
  if (!act) return
  // Before the keys of the whole product hear of it.
  event.preventDefault()
  event.stopImmediatePropagation()
  void act()
}

document.addEventListener('keydown', onKey, { capture: true })
find?.addEventListener('input', filter)
const [first] = rows()
if (first) first.tabIndex = 0

if (form) {
  countTicked()
  form.addEventListener('change', countTicked)
  form.addEventListener('submit', event => {
    // 結び付ける of a deposit is a page of its own.
    if (event.submitter?.hasAttribute('formaction')) return
    event.preventDefault()
    const only = event.submitter?.name === 'only' ? rowAt(event.submitter) : null
    if (only) return void confirmRow(only)
    const fields = [...new FormData(form)]
    if (fields.some(([name]) => name === 'ticked')) void confirm(fields)
    else say('選ばれている明細はありません。')
  })
  document.addEventListener('click', event => {
    const at = event.target instanceof Element ? event.target : null
    const back = at?.closest('[data-undo]')
    if (back) return void takeBack(back.dataset.undo)
    const link = at?.closest('a[data-split]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    void split(rowAt(link), link)
  })
}
