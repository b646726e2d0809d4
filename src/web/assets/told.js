/** Says what came of a scan in the places that stay on the page, and by a sound where the person wants one. */
const KEY = 'kaiji-sound'
const tick = document.getElementById('sound')
let speaker

const beep = wrong => {
  if (!tick?.checked) return
  speaker ??= new AudioContext()
  const [pitch, times, length] = wrong ? [220, 2, 0.22] : [880, 1, 0.07]
  for (let nth = 0; nth < times; nth++) {
    const at = speaker.currentTime + nth * (length + 0.08)
    const tone = new OscillatorNode(speaker, { type: wrong ? 'square' : 'sine', frequency: pitch })
    tone.connect(new GainNode(speaker, { gain: 0.2 })).connect(speaker.destination)
    tone.start(at)
    tone.stop(at + length)
  }
}

/** The same words twice are a change only when there was nothing between. */
export const tell = (words, wrong) => {
  const [here, other] = wrong ? ['told-wrong', 'told'] : ['told', 'told-wrong']
  document.getElementById(other).textContent = ''
  const place = document.getElementById(here)
  place.textContent = ''
  setTimeout(() => {
    place.textContent = words
  }, 50)
  beep(wrong)
}

if (tick) {
  try {
    tick.checked = localStorage.getItem(KEY) === 'on'
  } catch {
    // A browser that keeps nothing: the sound is off at first.
  }
  tick.closest('label').hidden = false
  tick.addEventListener('change', () => {
    beep(false)
    try {
      localStorage.setItem(KEY, tick.checked ? 'on' : 'off')
    } catch {
      // As above.
    }
  })
}
