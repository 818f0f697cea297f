import { randomFillSync } from 'node:crypto'

/** Bytes that are random and were not used yet: to ask for many at once costs what it costs to ask for few. */
const random = Buffer.alloc(4_096)
let used = random.length

/** A UUID of version 7: ids that were made later sort later, so that an index grows at its end. */
export function uuidAt(now: Date): string {
  if (used === random.length) {
    randomFillSync(random)
    used = 0
  }
  const at = used
  used += 16
  random.writeUIntBE(now.getTime(), at, 6)
  random.writeUInt8((random.readUInt8(at + 6) & 0x0f) | 0x70, at + 6)
  random.writeUInt8((random.readUInt8(at + 8) & 0x3f) | 0x80, at + 8)
  const text = random.toString('hex', at, used)
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`
}
