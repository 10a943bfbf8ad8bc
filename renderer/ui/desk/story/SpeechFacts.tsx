import { useId } from 'react'
import { useStore } from 'zustand'

import type { Interaction } from '../../../domain/interaction.ts'
import { talkRatio } from '../../../domain/speech-facts.ts'
import type { SpeechFacts as Facts } from '../../../domain/speech-facts.ts'
import { clockTime } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'

/** In the order in which they are read. */
const always = ['customer', 'me', 'silence'] as const
/** Most calls have none of these. */
const rare = ['both', 'heldByMe', 'heldByCustomer'] as const
type Fact = (typeof always)[number] | (typeof rare)[number]

/** Milliseconds. Less than the clock shows. */
const second = 1_000

/** Who spoke how long in a call that is over: facts, without a colour or a mark. Nothing where IT has it off. */
export function SpeechFacts({ interaction: { speech } }: { interaction: Pick<Interaction, 'speech'> }) {
  const isOn = useStore(useDesk().stores.shift, ({ workplace }) => workplace?.story.speech ?? false)
  const { say } = useWords()
  const heading = useId()
  if (!isOn || !speech) return null
  return (
    <div className="speech-facts" role="group" aria-labelledby={heading}>
      <p id={heading} className="quiet">
        {say('speech.heading')}
      </p>
      <dl>
        {factsOf(speech).map((fact) => (
          <div key={fact}>
            <dt>{say(`speech.${fact}`)}</dt>
            <dd>
              <OneFact {...{ fact, speech }} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

const factsOf = (speech: Facts): readonly Fact[] => [
  ...always,
  ...rare.filter((fact) => speech[fact] >= second),
]

function OneFact({ fact, speech }: { fact: Fact; speech: Facts }) {
  const { say } = useWords()
  const share = shareOf(fact, speech)
  const time = <time dateTime={`PT${Math.floor(speech[fact] / second)}S`}>{clockTime(speech[fact])}</time>
  if (share === undefined) return time
  return (
    <>
      {time} <span className="quiet">{say('speech.share', { share })}</span>
    </>
  )
}

/** Both add up to a hundred, whichever way they are rounded. */
function shareOf(fact: Fact, speech: Facts): number | undefined {
  const ratio = talkRatio(speech)
  if (ratio === undefined || (fact !== 'me' && fact !== 'customer')) return undefined
  const mine = Math.round(ratio * 100) / 100
  return fact === 'me' ? mine : 1 - mine
}
