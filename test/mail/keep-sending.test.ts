import { describe, expect, it } from 'vitest'
import { keepSending } from '../../src/mail/keep-sending.ts'

const ignore = () => undefined

describe('keeping on sending', () => {
  it('makes a round at once and one after the other, never two together', async () => {
    let running = 0
    let most = 0
    const rounds = Promise.withResolvers<void>()
    let count = 0
    const sending = keepSending(
      async () => {
        running += 1
        most = Math.max(most, running)
        await new Promise(done => setTimeout(done, 5))
        running -= 1
        count += 1
        if (count === 4) rounds.resolve()
      },
      1,
      ignore,
    )
    await rounds.promise
    await sending.stop()
    expect(most).toBe(1)
  })

  it('goes on after a round that broke, and says what broke it', async () => {
    const second = Promise.withResolvers<void>()
    const heard: unknown[] = []
    let count = 0
    const sending = keepSending(
      async () => {
        count += 1
        if (count === 1) throw new Error('store closed')
        second.resolve()
      },
      1,
      error => heard.push(error),
    )
    await second.promise
    await sending.stop()
    expect(heard).toEqual([new Error('store closed')])
  })

  it('stops after the round under way', async () => {
    const begun = Promise.withResolvers<void>()
    let ended = 0
    const sending = keepSending(
      async () => {
        begun.resolve()
        await new Promise(done => setTimeout(done, 10))
        ended += 1
      },
      1,
      ignore,
    )
    await begun.promise
    await sending.stop()
    expect(ended).toBe(1)
    await new Promise(done => setTimeout(done, 20))
    expect(ended).toBe(1)
  })
})
