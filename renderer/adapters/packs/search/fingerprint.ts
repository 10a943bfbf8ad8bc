import type { Pack } from '../../../domain/knowledge/pack.ts'

const prime = 16_777_619
const start = 2_166_136_261

/**
 * Tells the content of two packs apart that have one name and version, as there are while somebody writes: FNV-1a of every
 * text of the articles (Fowler, Noll, Vo).
 */
export function fingerprintOf({ articles }: Pick<Pack, 'articles'>): string {
  let hash = start
  const take = (text: string): void => {
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime)
    hash = Math.imul(hash ^ text.length, prime)
  }
  const walk = (value: unknown): void => {
    if (typeof value === 'string') take(value)
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) walk(part)
  }
  walk(articles)
  return (hash >>> 0).toString(36)
}
