import { Activity, Signal, SignalLow, SignalMedium, TriangleAlert } from 'lucide-react'
import { Button } from 'react-aria-components/Button'

import type { CallQuality, QualityBand } from '../../../domain/call-quality.ts'
import { useWords } from '../../frame/words.tsx'

const icons = {
  good: Signal,
  fair: SignalMedium,
  poor: SignalLow,
  bad: TriangleAlert,
} as const satisfies Record<QualityBand, unknown>

export interface QualityLightProps {
  readonly quality: CallQuality | undefined
  readonly open: boolean
  readonly onToggle: () => void
}

/** How the call sounds, in a word; pressed, it says why. */
export function QualityLight({ quality, open, onToggle }: QualityLightProps) {
  const { say } = useWords()
  const Icon = quality ? icons[quality.band] : Activity
  return (
    <Button
      className={`button quality-light ${quality?.band ?? 'unknown'}`}
      aria-expanded={open}
      onPress={onToggle}
    >
      <Icon aria-hidden />
      {quality ? say(`quality.band.${quality.band}`) : say('quality.unknown')}
    </Button>
  )
}
