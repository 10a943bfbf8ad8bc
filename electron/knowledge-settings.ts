import { isAbsolute } from 'node:path'

import * as v from 'valibot'

import { isCaseServer } from './case-address.ts'

const name = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'a pack’s name has small letters, digits and hyphens'),
)

/** Several while one key takes the place of another. */
const keys = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^[\w-]{43}$/, 'a key is 32 bytes in base64url: 43 characters'))),
  v.minLength(1, 'a pack has a key'),
  v.maxLength(8),
)

/** What is asked of an address of the case system holds for a pack's too. */
const Source = v.union(
  [
    v.strictObject({ name, keys, url: v.pipe(v.string(), v.check(isCaseServer)) }),
    v.strictObject({ name, keys, file: v.pipe(v.string(), v.check(isAbsolute)) }),
  ],
  'a pack has a name, its keys, and a url (https://, without a query) or a file (its whole path)',
)

/** A place's `knowledge`: the packs that its agents work with. */
export const knowledgeSettings = v.pipe(
  v.array(Source),
  v.maxLength(20),
  v.check(
    (all) => new Set(all.map((one) => one.name)).size === all.length,
    'each pack has a name of its own',
  ),
)
