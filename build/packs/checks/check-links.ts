import { faultAt, faultIn } from '../fault.ts'
import type { Fault } from '../fault.ts'
import { remedyFor } from '../nearest.ts'
import type { ArticleSource, GuideSource, PackSource } from '../read/pack-source.ts'
import type { Lead } from '../read/reading.ts'

/** Whatever names an article, a passage, a term or a guide names one that is there. */
export const checkLinks = (pack: PackSource): readonly Fault[] => [
  ...pack.articles.flatMap((article) => article.leads.flatMap((lead) => checkLead(pack, article, lead))),
  ...pack.guides.flatMap((guide) => checkSteps(pack, guide)),
]

function checkLead(pack: PackSource, from: ArticleSource, lead: Lead): readonly Fault[] {
  if (lead.kind === 'term') {
    const terms = pack.glossary.map(({ id }) => id)
    return pack.glossaryBroken || terms.includes(lead.to)
      ? []
      : [broken(from, lead, 'word in the glossary', terms)]
  }
  const articles = articleNames(pack)
  if (!articles.includes(lead.to)) return [broken(from, lead, 'article', articles)]
  // Anchors are of a language's own headings; where the twin is missing, that is said.
  const to = pack.articles.find(({ id, language }) => id === lead.to && language === from.language)
  if (lead.anchor === undefined || to === undefined || to.anchors.has(lead.anchor)) return []
  return [broken(from, { ...lead, to: `${lead.to}#${lead.anchor}` }, 'passage', [...to.anchors])]
}

const broken = (from: ArticleSource, { place, to }: Lead, what: string, known: readonly string[]): Fault =>
  faultAt(from.file, place, {
    kind: 'broken-link',
    sentence: `There is no ${what} “${to.slice(0, 80)}”.`,
    remedy: remedyFor(to.replace(/^.*#/, ''), known, what),
  })

const articleNames = ({ articles }: PackSource): readonly string[] => [
  ...new Set(articles.map(({ id }) => id)),
]

function checkSteps(pack: PackSource, source: GuideSource): readonly Fault[] {
  const [articles, guides] = [articleNames(pack), [...pack.guideNames]]
  return source.guide.steps.flatMap((step) => {
    if (step.kind === 'guide' && !guides.includes(step.guide))
      return [
        faultIn(source, ['steps', step.id, 'guide'], {
          kind: 'broken-link',
          sentence: `There is no guide “${step.guide}”.`,
          remedy: remedyFor(step.guide, guides, 'guide'),
        }),
      ]
    if (step.kind !== 'do') return []
    return step.acts.flatMap((act, index) =>
      act.kind !== 'article' || articles.includes(act.article)
        ? []
        : [
            faultIn(source, ['steps', step.id, 'do', index, 'article'], {
              kind: 'broken-link',
              sentence: `There is no article “${act.article}”.`,
              remedy: remedyFor(act.article, articles, 'article'),
            }),
          ],
    )
  })
}
