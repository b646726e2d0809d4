/** A second press while the first is under way does nothing; the server would ignore it anyway. */
export const sendOnce = () => {
  for (const form of document.querySelectorAll('form[data-once]')) {
    let sent = false
    form.addEventListener('submit', event => {
      if (sent) event.preventDefault()
      sent = true
      for (const button of form.querySelectorAll('button[type=submit]')) button.setAttribute('aria-disabled', 'true')
    })
    // Coming back by the browser's own button shows the page as it was left.
    window.addEventListener('pageshow', () => {
      sent = false
      for (const button of form.querySelectorAll('button[aria-disabled]')) button.removeAttribute('aria-disabled')
    })
  }
}

/** What is typed into the last of several rows brings another one; the server drops those that stay empty. */
export const growRows = () => {
  document.addEventListener('input', event => {
    const row = event.target.closest?.('[data-grow]')
    if (!row || row.nextElementSibling?.dataset.grow === row.dataset.grow) return
    const name = row.dataset.grow
    const at = Number(/\.(\d+)\./.exec(event.target.name.slice(name.length))?.[1])
    if (!Number.isInteger(at) || at >= 99) return
    const next = row.cloneNode(true)
    const [before, after] = [`${name}.${at}.`, `${name}.${at + 1}.`]
    const ids = [before, after].map(each => `f-${each.replaceAll('.', '-')}`)
    for (const each of next.querySelectorAll('[id], [name], [for]')) {
      for (const attribute of ['id', 'for', 'aria-describedby'])
        if (each.hasAttribute(attribute))
          each.setAttribute(attribute, each.getAttribute(attribute).replaceAll(ids[0], ids[1]))
      if (each.name) {
        each.name = each.name.replace(before, after)
        if (each.type === 'checkbox' || each.type === 'radio') each.checked = false
        else each.value = ''
      }
    }
    row.after(next)
  })
}

const half = text => text.normalize('NFKC').replace(/[^\d]/g, '')

/** Seven digits fetch the address; with several candidates each is a button. What was typed is never overwritten. */
export const fillPostcodes = () => {
  for (const field of document.querySelectorAll('input[data-postcode]')) {
    field.addEventListener('change', async () => {
      const target = document.getElementById(field.dataset.postcode)
      const digits = half(field.value)
      if (!target || digits.length !== 7) return
      const answer = await fetch(`/postcodes/${digits}`).catch(() => null)
      if (!answer?.ok) return
      const { addresses } = await answer.json()
      if (addresses.length === 1 && target.value === '') fill(target, addresses[0])
      else offer(field, target, addresses)
    })
  }
}

const fill = (target, address) => {
  target.value = address
  target.dispatchEvent(new Event('input', { bubbles: true }))
  target.focus()
  target.setSelectionRange(address.length, address.length)
}

const offer = (field, target, addresses) => {
  const box = field.closest('.field')
  box.querySelector('.offers')?.remove()
  const list = document.createElement('div')
  list.className = 'offers'
  for (const address of addresses.filter(each => !target.value.startsWith(each))) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button quiet'
    button.textContent = address
    button.addEventListener('click', () => {
      fill(target, address)
      list.remove()
    })
    list.append(button)
  }
  if (list.children.length > 0) box.append(list)
}

/** In a form marked data-walk, Enter goes to the next field instead of sending; the last one reaches the button. */
export const walkByEnter = () => {
  for (const form of document.querySelectorAll('form[data-walk]')) {
    form.addEventListener('keydown', event => {
      const { target } = event
      if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return
      if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
      event.preventDefault()
      const all = [...form.querySelectorAll('input, select, textarea, button[type=submit]')].filter(walkable)
      const group = target.type === 'radio' ? target.name : null
      const rest = all.slice(all.indexOf(target) + 1).find(each => group === null || each.name !== group)
      rest?.focus()
      if (rest instanceof HTMLInputElement && rest.type === 'text') rest.select()
    })
  }
}

/** What lies in a closed <details> has a place on the page and takes no focus: only checkVisibility tells. */
const walkable = each => each.type !== 'hidden' && !each.disabled && each.checkVisibility() && radioStop(each)
/** Of several radio buttons of one name only the chosen one, or the first, is a stop. */
const radioStop = each => {
  if (each.type !== 'radio') return true
  const same = [...each.form.querySelectorAll(`input[type=radio][name="${CSS.escape(each.name)}"]`)]
  return each === (same.find(other => other.checked) ?? same[0])
}
