/** Hertz: what this side says all the time. */
const tone = 523

/**
 * Gives every client of this page a microphone that hears a tone. Chromium opens no more than 16 real ones, or pretended
 * ones, at a time (media/audio/audio_manager_base.cc), and many lines go on side by side.
 */
export function speakInstead(): void {
  const context = new AudioContext({ sinkId: { type: 'none' }, sampleRate: 8_000 } as AudioContextOptions)
  const voice = new OscillatorNode(context, { frequency: tone })
  const soft = new GainNode(context, { gain: 0.3 })
  voice.connect(soft)
  voice.start()
  navigator.mediaDevices.getUserMedia = () => {
    const microphone = context.createMediaStreamDestination()
    soft.connect(microphone)
    return Promise.resolve(microphone.stream)
  }
}
