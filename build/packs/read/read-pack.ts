import type { PackHead } from '../../../renderer/domain/knowledge/pack.ts'
import { faultAt } from '../fault.ts'
import type { Fault } from '../fault.ts'
import { GlossaryFile, PackFile, RepliesFile } from '../schemas/pack-schema.ts'
import { readShape } from '../source/shape.ts'
import type { TextFile } from '../source/text-file.ts'
import { readYaml } from '../source/yaml-source.ts'
import type { ArticleSource, GuideSource, PackSource, ReplySource } from './pack-source.ts'
import { nameOf } from './file-name.ts'
import { readArticle } from './read-article.ts'
import { readGuide } from './read-guide.ts'

export interface ReadPack {
  readonly pack: PackSource
  readonly faults: readonly Fault[]
}

/** Reads the files of a pack. What is wrong with one never hides what is wrong with another. */
export function readPack(files: readonly TextFile[]): ReadPack {
  const faults: Fault[] = []
  const keep = <R extends { readonly faults: readonly Fault[] }>(read: R): R => {
    faults.push(...read.faults)
    return read
  }
  const [articles, guides, replies]: [ArticleSource[], GuideSource[], ReplySource[]] = [[], [], []]
  const guideNames = new Set<string>()
  for (const file of files) {
    const name = nameOf(file.file)
    if (name === undefined) faults.push(stray(file.file))
    else if (name.kind === 'article') articles.push(keep(readArticle(name, file)).source)
    else if (name.kind === 'guide') {
      guideNames.add(name.id)
      const { guide } = keep(readGuide(name.id, file))
      if (guide !== undefined) guides.push(guide)
    } else if (name.kind === 'replies') replies.push(...keep(readReplies(file)).replies)
  }
  const { head, headFile } = keep(readHead(files.find(({ file }) => file === 'pack.yaml')))
  const { glossary, glossaryFile, glossaryBroken } = keep(
    readGlossary(files.find(({ file }) => file === 'glossary.yaml')),
  )
  return {
    pack: {
      ...{ head, headFile, articles, guides, guideNames, replies },
      ...{ glossary, glossaryFile, glossaryBroken },
    },
    faults,
  }
}

const stray = (file: string): Fault =>
  faultAt(
    file,
    { line: 1, column: 1 },
    {
      kind: 'stray-file',
      sentence: 'No file of a pack is called so.',
      remedy:
        'There are articles/ID.en.md and ID.fr.md, guides/ID.yaml and replies/NAME.yaml; names have small letters, digits and hyphens.',
    },
  )

function readHead(file: TextFile | undefined) {
  if (file === undefined) {
    const sentence = 'There is no pack.yaml here.'
    const remedy = 'Name the folder that has one; docs/write-a-guide.md has one to begin with.'
    const fault = faultAt('pack.yaml', { line: 1, column: 1 }, { kind: 'missing', sentence, remedy })
    return { head: undefined, headFile: undefined, faults: [fault] }
  }
  const { source, faults } = readYaml(file)
  if (source === undefined) return { head: undefined, headFile: undefined, faults }
  const read = readShape(source, PackFile)
  const head: PackHead | undefined = read.value && headOf(read.value)
  return { head, headFile: source, faults: [...faults, ...read.faults] }
}

const headOf = ({ name, version, title, languages, owner, valid }: PackFile): PackHead => ({
  ...{ name, version, title, languages, owner },
  validFrom: valid.from,
  validUntil: valid.until,
})

function readReplies(file: TextFile): { replies: readonly ReplySource[]; faults: readonly Fault[] } {
  const { source, faults } = readYaml(file)
  if (source === undefined) return { replies: [], faults }
  const read = readShape(source, RepliesFile)
  const replies = (read.value ?? []).map((reply, index) => ({ source, index, reply }))
  return { replies, faults: [...faults, ...read.faults] }
}

function readGlossary(file: TextFile | undefined) {
  if (file === undefined) return { glossary: [], glossaryFile: undefined, glossaryBroken: false, faults: [] }
  const { source, faults } = readYaml(file)
  const read = source === undefined ? { value: undefined, faults: [] } : readShape(source, GlossaryFile)
  return {
    glossary: read.value ?? [],
    glossaryFile: source,
    glossaryBroken: read.value === undefined,
    faults: [...faults, ...read.faults],
  }
}
