import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import { checkFolder, checkTexts } from '../../../../build/packs/check-pack.ts'
import { newKey } from '../../../../build/packs/signed/signing-key.ts'
import { writePack } from '../../../../build/packs/signed/write-pack.ts'
import { parsePack } from '../../../../renderer/adapters/packs/parse-pack.ts'
import type { Pack } from '../../../../renderer/domain/knowledge/pack.ts'
import { firstPack } from './first-pack.ts'

const samples = fileURLToPath(new URL('../../../../build/packs-samples', import.meta.url))

/** As a window has it, after all the ways between. */
function throughTheDesk(pack: Pack): Promise<Pack | undefined> {
  const file = writePack(pack, newKey())
  return parsePack(new Uint8Array(file.subarray(file.indexOf('\n') + 1)))
}

const plain = (pack: Pack | undefined): unknown => JSON.parse(JSON.stringify(pack ?? 'none'))

describe('what the tool builds', () => {
  it('is what a window reads: the pack of docs/write-a-guide.md', async () => {
    const { pack } = checkTexts(firstPack, undefined)
    expect(plain(pack && (await throughTheDesk(pack)))).toEqual(plain(pack))
  })

  it.each(readdirSync(samples))(
    'is what a window reads: the sample pack %s, which has no fault',
    async (name) => {
      const { pack, faults } = await checkFolder(`${samples}/${name}`, undefined)
      expect(faults).toEqual([])
      const read = pack && (await throughTheDesk(pack))
      expect(read?.articles.length).toBeGreaterThan(50)
      expect(plain(read)).toEqual(plain(pack))
    },
    30_000,
  )
})
