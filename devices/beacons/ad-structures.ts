/** Types of AD structure that carry beacons (Bluetooth SIG, Assigned Numbers §2.3). */
export const adType = { flags: 0x01, serviceUuids16: 0x03, serviceData16: 0x16, manufacturer: 0xff } as const;

/** Looks at the payload of one AD structure, `data[from, to)`. Given the whole data, it needs no closure per packet. */
export type VisitStructure<T> = (data: Uint8Array, type: number, from: number, to: number) => T | null;

/**
 * Calls `visit` for each AD structure (Core Specification 5.4, Vol 3 Part C §11) with its type and the bounds of its payload,
 * until it returns something other than null. Never reads outside `data`: a structure that claims more than is left is cut at the
 * end, since real senders miscount and the formats check their own lengths; a zero length ends the data.
 */
export function firstInStructures<T>(data: Uint8Array, visit: VisitStructure<T>): T | null {
  let at = 0;
  while (at + 1 < data.length) {
    const length = data[at]!;
    if (length === 0) return null;
    const to = Math.min(at + 1 + length, data.length);
    const found = visit(data, data[at + 1]!, at + 2, to);
    if (found !== null) return found;
    at += 1 + length;
  }
  return null;
}
