import { readdirSync, readFileSync } from 'node:fs'

import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

import { jsonSchemas } from '../../../../build/packs/schemas/json-schemas.ts'
import { firstPack } from './first-pack.ts'

const folder = new URL('../../../../docs/schemas/', import.meta.url)
const published = (name: string): object => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object

const ajv = new Ajv({ strict: false })
const textOf = (file: string): string => firstPack.find((one) => one.file === file)?.text ?? ''
const guideText = textOf('guides/send-form-again.yaml')

const guideSchema = ajv.compile(published('guide.schema.json'))
const isGuide = (text: string): boolean => guideSchema(parse(text))

describe('docs/schemas', () => {
  it('is what the tool checks by (npm run pack -- schemas writes it anew)', () => {
    const files = Object.fromEntries(readdirSync(folder).map((name) => [name, published(name)]))
    expect(files).toEqual(Object.fromEntries(jsonSchemas()))
  })

  it('takes what docs/write-a-guide.md shows', () => {
    expect(isGuide(guideText)).toBe(true)
    expect(ajv.validate(published('pack.schema.json'), parse(textOf('pack.yaml')))).toBe(true)
    const head = textOf('articles/forms-by-mail.fr.md').split('---\n')[1] ?? ''
    expect(ajv.validate(published('article.schema.json'), parse(head))).toBe(true)
  })

  it.each([
    ['an unknown key', 'end: resolved', 'end: resolved\n    ending: true'],
    ['a step that is two things', 'end: resolved', 'end: resolved\n    guide: other'],
    ['a step that is nothing', /say: \{ en: Thank.*\n.*resolved/, 'next: record'],
    ['a missing language', ', fr: Au revoir', ''],
    ['a value of another kind', 'latest: 0', 'latest: [0]'],
    ['an unknown outcome', 'end: resolved', 'end: solved'],
    ['two things to do in one', '- article: forms-by-mail', '- { article: a, disposition: resolved }'],
  ])('refuses %s', (_, from, to) => {
    const text = guideText.replace(from, to)
    expect(text).not.toBe(guideText)
    expect(isGuide(text)).toBe(false)
  })
})
