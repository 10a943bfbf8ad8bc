/** Takes back a subscription, a sound, a timer. Calling it twice does no harm. */
export type Undo = () => void
