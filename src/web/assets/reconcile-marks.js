/** What a row of the 消込 page and the totals above it say, renewed in place. */

/** What this page has booked, the latest last: the line and the text that takes it back. */
export const booked = []

export const rowOf = line => document.querySelector(`li.match[data-line="${CSS.escape(line)}"]`)
const yen = amount => `${amount.toLocaleString('ja-JP')}円`

export const showTotals = ({ lines, rest, settled, sum }) => {
  const texts = { lines: `${lines}件`, rest: yen(rest), settled: `${settled}件`, sum: yen(sum) }
  texts.progress = `${settled} / ${settled + lines} 件`
  for (const [name, text] of Object.entries(texts)) {
    const at = document.querySelector(`[data-total="${name}"]`)
    if (at) at.textContent = text
  }
  const bar = document.querySelector('[data-totals] progress')
  if (bar) Object.assign(bar, { max: Math.max(1, settled + lines), value: settled })
}

export const countTicked = () => {
  const ticked = document.querySelectorAll('input[name=ticked]:checked').length
  const at = document.querySelector('[data-ticked]')
  if (at) at.textContent = `（${ticked}件）`
  const all = document.querySelector('[data-all]')
  if (all) {
    all.disabled = ticked === 0
    all.classList.toggle('primary', ticked > 0)
    all.classList.toggle('quiet', ticked === 0)
  }
  for (const each of document.querySelectorAll('[data-none]')) each.hidden = ticked > 0
  for (const each of document.querySelectorAll('[data-some]')) each.hidden = ticked === 0
}

/** The row stays where it is and as high as it is; only what it says changes. */
export const mark = ({ line, ok, sentence, word, undo }) => {
  const row = rowOf(line)
  if (!row) return
  unmark(line)
  row.style.minHeight = `${row.getBoundingClientRect().height}px`
  const tick = row.querySelector('input[name=ticked]')
  if (tick) {
    tick.checked = false
    tick.disabled = ok
  }
  countTicked()
  row.classList.toggle('settled', ok)
  row.classList.toggle('refused', !ok)
  const told = document.createElement('p')
  told.className = 'm-told'
  told.textContent = ok ? `● ${word || '済'}` : `▲ ${sentence}`
  row.querySelector(ok ? '.m-act' : '.m-why').prepend(told)
  if (!ok || !undo) return
  booked.push({ line, undo })
  const back = document.createElement('button')
  back.type = 'button'
  back.className = 'button quiet'
  back.dataset.undo = undo
  back.textContent = '取り消す'
  row.querySelector('.m-act').append(back)
}

export const unmark = line => {
  const row = rowOf(line)
  if (!row) return
  row.classList.remove('settled', 'refused', 'asked')
  row.querySelector('.m-told')?.remove()
  row.querySelector('[data-undo]')?.remove()
  const tick = row.querySelector('input[name=ticked]')
  if (tick) tick.disabled = false
}
