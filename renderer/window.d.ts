import type { DesktopBridge } from '../electron/ipc/contract.ts'

declare global {
  interface Window {
    /** What preload.ts exposes. Only main.tsx may touch it. */
    readonly desktop: DesktopBridge
  }
}
