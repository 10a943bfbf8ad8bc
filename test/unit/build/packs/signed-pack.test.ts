import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { gunzipSync } from 'node:zlib'

import { describe, expect, it } from 'vitest'

import { checkTexts } from '../../../../build/packs/check-pack.ts'
import { newKey, readKey, writeKey } from '../../../../build/packs/signed/signing-key.ts'
import { packFileName, writePack } from '../../../../build/packs/signed/write-pack.ts'
import { openPackFile } from '../../../../electron/pack-file.ts'
import type { Pack } from '../../../../renderer/domain/knowledge/pack.ts'
import { firstPack } from './first-pack.ts'

const packOf = (files = firstPack): Pack => {
  const { pack } = checkTexts(files, '2026-11-23')
  if (pack === undefined) throw new Error('the pack of the page is at fault')
  return pack
}

/** The secret key of RFC 8032 §7.1, test 1, behind what RFC 8410 §7 puts before it. */
const known = Buffer.from(
  '302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
  'hex',
)

describe('a built pack', () => {
  it('is one that a desk takes', () => {
    const key = newKey()
    const opened = openPackFile(writePack(packOf(), key), { name: 'my-pack', keys: [key.public], atLeast: 1 })
    expect(opened).toMatchObject({ kind: 'good', version: 1 })
  })

  it('has the head of docs/knowledge-packs.md, and what was written in its body', () => {
    const key = newKey()
    const file = writePack(packOf(), key)
    const end = file.indexOf('\n')
    const line = file.subarray(0, end).toString()
    const { signature, ...head } = JSON.parse(line) as Record<string, unknown>
    expect(Object.keys(head)).toEqual(['foyerPack', 'name', 'version', 'key', 'sha256', 'bytes'])
    expect(head['bytes']).toBe(file.length - end - 1)
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.public }
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' })
    const signed = Buffer.from(JSON.stringify(head))
    expect(verify(null, signed, publicKey, Buffer.from(String(signature), 'base64url'))).toBe(true)
    const body = gunzipSync(file.subarray(end + 1)).toString()
    expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify(packOf())))
  })

  it('has the same bytes for the same folder and key', () => {
    const key = newKey()
    const again = packOf()
    expect(writePack(again, key).equals(writePack(packOf(), key))).toBe(true)
  })

  it('is called by its name and version', () => {
    expect(packFileName(packOf())).toBe('my-pack-1.foyerpack')
  })
})

describe('a signing key', () => {
  it('is the one of RFC 8032', () => {
    const pem = `-----BEGIN PRIVATE KEY-----\n${known.toString('base64')}\n-----END PRIVATE KEY-----\n`
    const read = readKey(pem)
    expect(read.ok && Buffer.from(read.value.public, 'base64url').toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    )
  })

  it('is of no other kind', () => {
    const { privateKey } = generateKeyPairSync('x25519')
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    expect(readKey(pem)).toEqual({ ok: false, problem: 'it is a key of another kind (x25519)' })
  })

  it('comes back from its file', () => {
    const key = newKey()
    const read = readKey(writeKey(key))
    expect(read.ok && [read.value.public, read.value.name]).toEqual([key.public, key.name])
  })

  it.each([
    ['', 'it is no private key in PEM'],
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'it is no private key in PEM'],
  ])('is not taken from %j', (pem, problem) => {
    expect(readKey(pem)).toEqual({ ok: false, problem })
  })
})
