import { PeerTelephone } from './peer-telephone.ts'
import type { PeerOrder } from './peer-telephone.ts'

/** One telephone of somebody else's in a page of its own, driven by a far end. */

declare global {
  interface Window {
    openTelephone: (order: PeerOrder) => Promise<void>
    peer: PeerTelephone
  }
}

window.openTelephone = async (order) => {
  window.peer = new PeerTelephone(order)
  await window.peer.start()
}
