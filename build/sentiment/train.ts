import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { languages } from '../../renderer/domain/language.ts'
import { setsFor } from './samples.ts'
import { trainLanguage } from './train-language.ts'

/**
 * `npx tsx build/sentiment/train.ts`: the weights of the linear layer, from every training set. The same sets give the
 * same file. Sets that the bench holds out are never read here.
 */
const folder = join(import.meta.dirname, '../../renderer/domain/sentiment/data')

for (const language of languages) {
  const trained = trainLanguage({ language, sets: setsFor(language), calibrate: true })
  writeFileSync(join(folder, `${language}-weights.json`), `${JSON.stringify(trained)}\n`)
  console.log(`${trained.version}  ${JSON.stringify(trained.calibration)}`)
}
