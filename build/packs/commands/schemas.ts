import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { format } from 'prettier'

import { jsonSchemas } from '../schemas/json-schemas.ts'
import type { Command } from './command.ts'

export const schemaFolder = fileURLToPath(new URL('../../../docs/schemas', import.meta.url))

/** `schemas`: writes docs/schemas anew, formatted as the rest of the house. */
export const schemas: Command = async ({ say }) => {
  await mkdir(schemaFolder, { recursive: true })
  for (const [name, schema] of jsonSchemas()) {
    const text = await format(JSON.stringify(schema), { parser: 'json', printWidth: 110 })
    await writeFile(join(schemaFolder, name), text)
    say(`docs/schemas/${name}`)
  }
  return 0
}
