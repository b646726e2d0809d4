import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../src/config.ts'

const wrong = (env: Record<string, string>): string => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('the settings were read')
}
const mail = { MAIL_FROM: '開示デスク <desk@example.jp>' }

describe('settings', () => {
  it('need none', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: resolve('data'),
      keyFile: resolve('data/key'),
      smtp: null,
      mailFrom: '開示デスク <kaiji-desk@localhost>',
      sessionHours: 9,
      publicUrl: 'http://127.0.0.1:3000',
      trustProxy: false,
      cookieSecure: false,
    })
  })

  it('count as not given when empty', () => {
    expect(readConfig({ PORT: '', SMTP_URL: '', KEY_FILE: '' })).toEqual(readConfig({}))
  })

  it('put the key beside the data unless told otherwise', () => {
    expect(readConfig({ DATA_DIR: '/srv/kaiji' }).keyFile).toBe('/srv/kaiji/key')
    expect(readConfig({ DATA_DIR: '/srv/kaiji', KEY_FILE: '/run/secrets/key' }).keyFile).toBe('/run/secrets/key')
  })

  it('take the address that others see from PUBLIC_URL, and guard the cookie when it is https', () => {
    const read = readConfig({ PUBLIC_URL: 'https://desk.example.jp/kaiji/', HOST: '0.0.0.0' })
    expect(read).toMatchObject({ publicUrl: 'https://desk.example.jp/kaiji', cookieSecure: true })
    expect(readConfig({ PUBLIC_URL: 'https://desk.example.jp', COOKIE_SECURE: 'false' }).cookieSecure).toBe(false)
    expect(readConfig({ HOST: '::' }).publicUrl).toBe('http://localhost:3000')
    expect(readConfig({ HOST: '::1' }).publicUrl).toBe('http://[::1]:3000')
  })

  it.each([
    ['true', true],
    ['no', false],
    ['10.0.0.1, 10.1.0.0/16', ['10.0.0.1', '10.1.0.0/16']],
  ])('trust proxies: %s', (text, trustProxy) => {
    expect(readConfig({ TRUST_PROXY: text }).trustProxy).toEqual(trustProxy)
  })
})

describe('mail settings', () => {
  it.each([
    [{ SMTP_HOST: 'mail.example.jp' }, { host: 'mail.example.jp', port: 587, security: 'starttls' }],
    [
      { SMTP_HOST: 'mail.example.jp', SMTP_SECURE: 'tls' },
      { host: 'mail.example.jp', port: 465, security: 'tls' },
    ],
    [
      { SMTP_URL: 'smtp://mailpit:1025', SMTP_SECURE: 'none' },
      { host: 'mailpit', port: 1025, security: 'none' },
    ],
    [
      { SMTP_URL: 'smtps://desk%40example.jp:p%3Aw@mail.example.jp' },
      { host: 'mail.example.jp', port: 465, security: 'tls', login: { user: 'desk@example.jp', password: 'p:w' } },
    ],
    [
      { SMTP_HOST: 'mail.example.jp', SMTP_PORT: '2525', SMTP_USER: 'desk', SMTP_PASSWORD: 'secret' },
      { host: 'mail.example.jp', port: 2525, security: 'starttls', login: { user: 'desk', password: 'secret' } },
    ],
  ])('%j', (env, smtp) => {
    expect(readConfig({ ...mail, ...env }).smtp).toEqual(smtp)
  })
})

describe('a wrong setting', () => {
  it.each([
    ['PORT', 'three thousand'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['SESSION_HOURS', '0'],
    ['SESSION_HOURS', '25'],
    ['HOST', 'http://localhost'],
    ['SMTP_URL', 'mail.example.jp:587'],
    ['SMTP_SECURE', 'yes'],
    ['MAIL_FROM', 'desk'],
    ['MAIL_FROM', 'desk@example.jp\r\nBcc: all@example.jp'],
    ['PUBLIC_URL', 'desk.example.jp'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['COOKIE_SECURE', 'maybe'],
  ])('is named in one line: %s=%j', (name, value) => {
    const message = wrong({ [name]: value })
    expect(message).toMatch(new RegExp(`^設定 ${name} を読めません。.+にしてください`))
    expect(message.split('\n')).toHaveLength(1)
  })

  it('does not show a password', () => {
    expect(wrong({ SMTP_URL: 'http://desk:secret@mail.example.jp' })).not.toContain('secret')
  })

  it.each([
    [{ SMTP_HOST: 'mail.example.jp' }, 'MAIL_FROM'],
    [{ ...mail, SMTP_HOST: 'a.example', SMTP_URL: 'smtp://b.example' }, 'SMTP_URL'],
    [{ ...mail, SMTP_HOST: 'mail.example.jp', SMTP_USER: 'desk' }, 'SMTP_PASSWORD'],
  ])('may be one that does not go with another: %j', (env, name) => {
    expect(wrong(env)).toContain(name)
  })
})
