import { join } from 'node:path'

import { root } from '../../../build/bundles.ts'
import { checkFolder } from '../../../build/packs/check-pack.ts'
import type { Pack } from '../../../renderer/domain/knowledge/pack.ts'

/** The packs that come with the desk, as the tool reads them. */
export async function samplePacks(): Promise<readonly Pack[]> {
  const packs: Pack[] = []
  for (const name of ['benefits', 'passports']) {
    const { pack } = await checkFolder(join(root, 'build', 'packs-samples', name), undefined)
    if (!pack) throw new Error(`the pack ${name} is at fault`)
    packs.push(pack)
  }
  return packs
}
