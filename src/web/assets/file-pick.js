/**
 * The browser words its own file field in its own language and cuts the name off. The field stays where it was, seen by
 * nobody and still the thing that is focused, clicked and dropped on; below it lie a button and the whole name.
 */
export const wordFileFields = () => {
  for (const field of document.querySelectorAll('input[type=file]')) {
    const box = element('span', 'file-pick')
    const face = element('span', 'button quiet', 'ファイルを選ぶ')
    const names = element('span', 'file-names')
    // The field itself is announced with what was chosen.
    for (const each of [face, names]) each.setAttribute('aria-hidden', 'true')
    field.replaceWith(box)
    box.append(field, face, names)
    const say = () => {
      names.textContent = [...field.files].map(each => each.name).join('、') || 'まだ選んでいません'
    }
    say()
    field.addEventListener('change', say)
    // Coming back by the browser's own button brings the choice back without a word.
    window.addEventListener('pageshow', say)
  }
}

const element = (name, className, text = '') => {
  const made = document.createElement(name)
  made.className = className
  made.textContent = text
  return made
}
