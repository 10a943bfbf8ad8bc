// @vitest-environment node
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { made, openCases, search } from './open-cases.ts'
import type { OpenCases } from './open-cases.ts'

let cases: OpenCases
let id: string
beforeAll(async () => {
  cases = await openCases()
  id = await made(cases)
})
afterAll(() => cases.close())

/** What RT answers, its known deaths included; a bug of this server would be in its log. */
const known = [200, 201, 304, 400, 403, 404, 405, 406, 409, 412, 413, 415, 500, 501]

async function survives(method: string, path: string, body?: unknown): Promise<void> {
  const { status } = await cases.ask(method, path, body)
  expect(known).toContain(status)
  expect(cases.log).toEqual([])
}

const names = fc.constantFrom(
  ...['Queue', 'Subject', 'Status', 'Owner', 'Due', 'Priority', 'Requestor', 'Cc', 'Content', 'ContentType'],
  ...['CustomFields', 'Attachments', 'MergeInto', 'AddRefersTo', 'RefersTo', 'DeleteMemberOf', 'id', 'Type'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'field',
    'operator',
    'value',
    'Channel',
    'Documents',
    'Travel date',
  ],
)
const values = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    'Passports',
    'open',
    'ada',
    '1',
    '2027-01-01',
    '__proto__',
    '\ud800',
    'x'.repeat(5000),
    '0',
    -1,
  ),
)
const bodies = fc.dictionary(
  names,
  fc.oneof(values, fc.dictionary(names, values), fc.array(values, { maxLength: 4 })),
)

describe('the practice case system', { timeout: 60_000 }, () => {
  it('survives bodies of any kind', async () => {
    const paths = fc.constantFrom(
      ...(['POST /ticket', 'PUT /ticket/ID', 'PUT /ticket/ID/steal', 'POST /ticket/ID/comment'] as const),
      ...(['POST /ticket/ID/correspond', 'POST /users', 'POST /transactions', 'POST /tickets'] as const),
    )
    await fc.assert(
      fc.asyncProperty(paths, fc.oneof(bodies, values, fc.string()), async (target, body) => {
        const [method = '', path = ''] = target.replace('ID', id).split(' ')
        await survives(method, path, body)
      }),
      { numRuns: 400, seed: 7 },
    )
  })

  it('refuses what is no query with 400, and no query takes it long', async () => {
    const words = fc.constantFrom(
      ...[
        'Owner',
        'CF.{ClientUUID}',
        'Subject',
        'Status',
        '=',
        '!=',
        'LIKE',
        'IS',
        'NULL',
        'AND',
        'OR',
        '(',
        ')',
      ],
      ...[
        "'x'",
        '"y"',
        "'",
        '\\',
        '7',
        'Due',
        'Requestor.EmailAddress',
        '__proto__',
        'constructor',
        '{',
        '%',
      ],
    )
    const queries = fc.oneof(
      fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('('.repeat(3000), "Subject LIKE '%".repeat(300), `Subject LIKE '${'%a'.repeat(2000)}'`),
    )
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const { status } = await cases.ask('GET', search(query.replace(/\p{Surrogate}/gu, '')))
        expect([200, 400]).toContain(status)
        expect(cases.log).toEqual([])
      }),
      { numRuns: 400, seed: 7 },
    )
  })

  it('survives paths and parameters of any kind', async () => {
    const parts = fc.constantFrom(
      ...[
        'ticket',
        'tickets',
        'user',
        'users',
        'queue',
        'queues',
        'all',
        'transaction',
        'attachment',
        'history',
        'take',
      ],
      ...[
        '1',
        '0',
        '99999999999999999999',
        '%00',
        '%',
        '%E0%A4%A',
        '__proto__',
        'constructor',
        '..%2f',
        'customfields',
      ],
    )
    const settings = fc.constantFrom(
      ...[
        'fields=__proto__,constructor,id,,',
        'fields[Queue]=Name',
        'fields[__proto__]=x',
        'per_page=-1',
        'page=1e9',
      ],
      ...[
        'page=999999999999',
        'orderby=__proto__',
        'order=DESC',
        'query=[',
        'query=[{}]',
        '%',
        '=&=',
        'fields=CustomFields',
      ],
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(parts, { maxLength: 4 }),
        fc.array(settings, { maxLength: 3 }),
        async (path, query) => {
          await survives('GET', `/${path.join('/')}?${query.join('&')}`)
        },
      ),
      { numRuns: 400, seed: 7 },
    )
  })
})
