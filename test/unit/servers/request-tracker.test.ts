// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { ProgramMissing } from '../../servers/programs.ts'
import { installed } from '../../servers/request-tracker/folder.ts'
import { rfc5322, sentMail } from '../../servers/request-tracker/mail.ts'

const letter = { from: 'li.wei@example.net', subject: 'Où ?', text: 'é'.repeat(60), queue: 'Passports' }

const subjectOf = (mail: string): string => {
  const [, encoded = ''] = /^Subject: =\?UTF-8\?B\?(.*)\?=$/m.exec(mail) ?? []
  return Buffer.from(encoded, 'base64').toString()
}

describe('a mail to the case server', () => {
  it('has its words in it, in lines that are not too long', () => {
    const mail = rfc5322(letter)
    const [head = '', body = ''] = mail.split('\r\n\r\n')
    expect(head).toContain('From: <li.wei@example.net>')
    expect(subjectOf(mail.replaceAll('\r', ''))).toBe('Où ?')
    expect(Buffer.from(body, 'base64').toString()).toBe(letter.text)
    expect(Math.max(...mail.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(78)
  })

  it('tells by its subject which case it answers', () => {
    const mail = rfc5322({ ...letter, about: '12' }).replaceAll('\r', '')
    expect(subjectOf(mail)).toBe('Re: [foyer.test #12] Où ?')
  })
})

describe('mail that has left', () => {
  let folder = ''
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'foyer-mail-test-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is read oldest first, without what is still being written', async () => {
    const mail = { to: 'a@example.org', cc: '', subject: 'Two', text: '', files: [] }
    writeFileSync(join(folder, '2.0-7.json'), JSON.stringify(mail))
    writeFileSync(join(folder, '1.0-9.json'), JSON.stringify({ ...mail, subject: 'One' }))
    writeFileSync(join(folder, '3.0-7.part'), '{"to":')
    expect((await sentMail(folder)).map(({ subject }) => subject)).toEqual(['One', 'Two'])
  })
})

describe('a Request Tracker that is not installed', () => {
  it('is not skipped: the message names the package and the command', () => {
    expect(() => installed('no/such/file')).toThrow(ProgramMissing)
    expect(() => installed('no/such/file')).toThrow('--no-install-recommends request-tracker5')
  })
})
