/** Takes exact numbers of bytes from a stream of chunks. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  /** Bytes taken so far. */
  offset = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Bytes held that no `take` could use. */
  get rest(): number {
    return this.#held.length;
  }

  /** The next `count` bytes, or null when the stream ends before. */
  async take(count: number): Promise<Buffer | null> {
    if (this.#held.length < count) {
      const parts = [this.#held];
      let size = this.#held.length;
      while (size < count) {
        const next = await this.#chunks.next();
        if (next.done) break;
        const part = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
        parts.push(part);
        size += part.length;
      }
      this.#held = Buffer.concat(parts);
      if (size < count) return null;
    }
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    this.offset += count;
    return taken;
  }
}
