import { GraduationCap } from 'lucide-react'

import { useWords } from './words.tsx'

/** Says on every screen of practice that it is practice. */
export function PracticeBanner() {
  const { say } = useWords()
  return (
    <p className="practice-banner">
      <GraduationCap aria-hidden />
      {say('practice.banner')}
    </p>
  )
}
