import { createSocket } from 'node:dgram'
import { once } from 'node:events'

const magicCookie = 0x2112a442

/**
 * Answers every STUN binding request (RFC 8489 §6.3.1), so that a full ICE agent on this computer asks nobody else and
 * does not wait. `url` is for `iceServers`.
 */
export async function startStunResponder(): Promise<{ readonly url: string; stop(): void }> {
  const socket = createSocket('udp4')
  socket.on('message', (request, from) => {
    const reply = Buffer.alloc(32)
    reply.writeUInt16BE(0x0101, 0)
    reply.writeUInt16BE(12, 2)
    request.copy(reply, 4, 4, 20)
    // XOR-MAPPED-ADDRESS: 8 bytes, IPv4.
    reply.writeUInt16BE(0x0020, 20)
    reply.writeUInt16BE(8, 22)
    reply.writeUInt16BE(1, 24)
    reply.writeUInt16BE(from.port ^ (magicCookie >>> 16), 26)
    const address = from.address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0)
    reply.writeUInt32BE((address ^ magicCookie) >>> 0, 28)
    socket.send(reply, from.port, from.address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return { url: `stun:127.0.0.1:${socket.address().port}`, stop: () => socket.close() }
}
