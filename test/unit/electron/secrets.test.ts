import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { Secrets } from '../../../electron/secrets.ts'
import type { Keystore } from '../../../electron/secrets.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { failed } from '../../../renderer/domain/result.ts'
import { createKeystore } from './keystore.ts'

let folder: string
const logged: string[] = []

const createSecrets = (keystore: Keystore) =>
  new Secrets({
    keystore,
    folder,
    log: { write: (code) => void logged.push(code) },
    now: () => new Date('2026-11-23T10:00:00Z'),
  })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-secrets-'))
  logged.length = 0
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the data keys', () => {
  it('are made once for each realm, are there again after a restart, and are never in clear on the disk', async () => {
    const { keystore } = createKeystore()
    const first = await createSecrets(keystore).open('practice')
    const again = await createSecrets(keystore).open('practice')
    const other = await createSecrets(keystore).open('benefits')
    expect(again).toEqual(first)
    expect(other).not.toEqual(first)
    if (!first.ok) throw new Error('a key was made')
    expect(first.value.bytes).toHaveLength(32)
    const onDisk = readFileSync(join(folder, 'practice.key.json'), 'utf8')
    expect(onDisk).not.toContain(Buffer.from(first.value.bytes).toString('base64'))
    expect(statSync(join(folder, 'practice.key.json')).mode & 0o077).toBe(0)
  })

  it('are not replaced because they cannot be read: that would hide what was written', async () => {
    const { keystore, state } = createKeystore()
    await createSecrets(keystore).open('practice')
    const before = readFileSync(join(folder, 'practice.key.json'), 'utf8')
    state.broken = true
    expect(await createSecrets(keystore).open('practice')).toEqual(failed(problem('key-unavailable')))
    state.broken = false
    state.available = false
    expect(await createSecrets(keystore).open('practice')).toEqual(failed(problem('keystore-missing')))
    expect(readFileSync(join(folder, 'practice.key.json'), 'utf8')).toBe(before)
  })

  it.each(['', '{', '[]', '{"id":"x","sealed":"!"}', '\u0000', '{"id":null}'])(
    'say that they are unavailable when their file is damaged: %j',
    async (text) => {
      writeFileSync(join(folder, 'practice.key.json'), text)
      const { keystore } = createKeystore()
      expect(await createSecrets(keystore).open('practice')).toEqual(failed(problem('key-unavailable')))
      expect(readFileSync(join(folder, 'practice.key.json'), 'utf8')).toBe(text)
    },
  )

  it('are set aside on request: the old file stays, and a new key begins', async () => {
    const { keystore, state } = createKeystore()
    const old = await createSecrets(keystore).open('practice')
    state.broken = true
    const fresh = await createSecrets(keystore).setAside('practice')
    expect(fresh.ok && old.ok && fresh.value.id !== old.value.id).toBe(true)
    expect(readdirSync(folder).sort()).toEqual([
      'practice.2026-11-23T10-00-00-000Z.aside.json',
      'practice.key.json',
    ])
    expect(logged).toEqual(['data-key-made', 'data-key-set-aside', 'data-key-made'])
  })

  it('are one for a realm, however many ask at once', async () => {
    const secrets = createSecrets(createKeystore().keystore)
    const [first, second] = await Promise.all([secrets.open('practice'), secrets.open('practice')])
    expect(second).toEqual(first)
  })

  it('are sealed again when the keystore has changed its own key', async () => {
    const { keystore, state } = createKeystore()
    const first = await createSecrets(keystore).open('practice')
    writeFileSync(join(folder, 'marker'), '')
    state.rotated = true
    const before = statSync(join(folder, 'practice.key.json')).ino
    expect(await createSecrets(keystore).open('practice')).toEqual(first)
    expect(statSync(join(folder, 'practice.key.json')).ino).not.toBe(before)
  })

  it('are destroyed with those that were set aside, and the next one is another', async () => {
    const { keystore } = createKeystore()
    const secrets = createSecrets(keystore)
    const first = await secrets.open('practice')
    await secrets.setAside('practice')
    await secrets.open('practice-2')
    await secrets.destroy('practice')
    expect(readdirSync(folder)).toEqual(['practice-2.key.json'])
    expect(await secrets.open('practice')).not.toEqual(first)
  })
})
