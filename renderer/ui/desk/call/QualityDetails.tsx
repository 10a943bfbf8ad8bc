import type { CallQuality } from '../../../domain/call-quality.ts'
import type { Call } from '../../../domain/call.ts'
import type { Say } from '../../../words/say.ts'
import { useWords } from '../../frame/words.tsx'
import { useNow } from '../use-now.tsx'
import { drawnSpan, useQualityHistory } from './quality-history.tsx'
import type { QualitySample } from './quality-history.tsx'

/** Why the call sounds as it does, what to try, and the figures that IT asks for. */
export function QualityDetails({ call }: { call: Call }) {
  const { say } = useWords()
  const samples = useQualityHistory(call.id)
  const { quality } = call
  return (
    <section className="quality-details" aria-label={say('quality.details')}>
      {quality ? (
        <>
          <div>
            <p>
              <strong>{say(`quality.cause.${quality.cause}`)}</strong>
            </p>
            <p>{say(`quality.try.${quality.cause}`)}</p>
            <QualityDrawing samples={samples} />
          </div>
          <div>
            <h2>{say('quality.for-it')}</h2>
            <dl className="figures">
              {figuresOf(say, quality).map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </div>
        </>
      ) : (
        <p>{say('quality.unknown')}</p>
      )}
    </section>
  )
}

function figuresOf(say: Say, quality: CallQuality): readonly (readonly [name: string, value: string])[] {
  const share = (value: number | undefined): string =>
    value === undefined ? say('quality.value.unknown') : say('quality.value.share', { value })
  const time = (value: number | undefined): string =>
    value === undefined ? say('quality.value.unknown') : say('quality.value.milliseconds', { value })
  return [
    [say('quality.mos'), say('quality.value.score', { value: quality.mos })],
    [say('quality.concealed'), share(quality.concealed)],
    [say('quality.lost'), share(quality.lost)],
    [say('quality.lost-there'), share(quality.lostThere)],
    [say('quality.round-trip'), time(quality.roundTrip)],
    [say('quality.jitter'), time(quality.jitter)],
  ]
}

/** In units of the drawing. */
const [width, height] = [240, 48]
/** The scale of a mean opinion score (ITU-T G.107). */
const [lowest, highest] = [1, 4.5]

/** The last minutes as a line, with what it shows in words below: nobody needs to see the line. */
function QualityDrawing({ samples }: { samples: readonly QualitySample[] }) {
  const { say } = useWords()
  const now = useNow()
  const scores = samples.map(({ quality }) => quality.mos)
  const latest = scores.at(-1)
  if (latest === undefined || scores.length < 2) return null
  const points = samples.map(({ at, quality }) => {
    const x = width * (1 - Math.min(now - at, drawnSpan) / drawnSpan)
    const y = height * (1 - (quality.mos - lowest) / (highest - lowest))
    return `${x.toFixed(1)},${y.toFixed(1)}`
  })
  return (
    <figure className="quality-drawing">
      <svg viewBox={`0 -2 ${width} ${height + 4}`} aria-hidden>
        <line x1="0" x2={width} y1={height} y2={height} />
        <polyline points={points.join(' ')} />
      </svg>
      <figcaption>
        {say('quality.history', {
          lowest: Math.min(...scores),
          highest: Math.max(...scores),
          now: latest,
        })}
      </figcaption>
    </figure>
  )
}
