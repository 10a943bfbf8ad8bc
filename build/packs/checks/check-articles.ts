import { languages } from '../../../renderer/domain/language.ts'
import { faultAt, faultIn, warning } from '../fault.ts'
import type { Fault } from '../fault.ts'
import type { ArticleSource, PackSource } from '../read/pack-source.ts'
import { languageName } from '../source/language-name.ts'
import { isSame, same } from './check-words.ts'

/** Each article in each language; and whether search has something to find it by. */
export const checkArticles = ({ articles }: PackSource): readonly Fault[] =>
  articles.flatMap((source) => [
    ...missingTwins(articles, source),
    ...withoutQuestions(source),
    ...untranslated(articles, source),
  ])

function missingTwins(articles: readonly ArticleSource[], source: ArticleSource): readonly Fault[] {
  const there = articles.filter(({ id }) => id === source.id)
  // Said once, at the first file of the article.
  if (there[0] !== source) return []
  return languages
    .filter((language) => !there.some((one) => one.language === language))
    .map((language) =>
      faultAt(
        source.file,
        { line: 1, column: 1 },
        {
          kind: 'missing-language',
          sentence: `The article is missing in ${languageName(language)}.`,
          remedy: `Write articles/${source.id}.${language}.md.`,
        },
      ),
    )
}

const withoutQuestions = (source: ArticleSource): readonly Fault[] =>
  source.article?.questions.length !== 0
    ? []
    : [
        warning(
          faultIn(source, ['questions'], {
            kind: 'no-questions',
            sentence: 'The article says no questions that callers ask.',
            remedy: 'Add “questions:” with two or three, in a caller’s words: search finds it by them.',
          }),
        ),
      ]

function untranslated(articles: readonly ArticleSource[], source: ArticleSource): readonly Fault[] {
  if (source.language !== 'fr') return []
  const [fr, en] = [source, articles.find(({ id, language }) => id === source.id && language === 'en')].map(
    (one) => one?.article,
  )
  if (en === undefined || fr === undefined) return []
  return (['title', 'summary'] as const)
    .filter((key) => isSame(en[key], fr[key]))
    .map((key) => warning(faultIn(source, [key], { kind: 'same-words', ...same })))
}
