/** A line of a file, or that it is longer than any honest one. */
export interface NumberedLine {
  readonly number: number;
  readonly text: string | null;
}

/** Lines of UTF-8 with their numbers from 1; of one longer than `longest` characters nothing is kept, so memory stays flat. */
export async function* numberedLines(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<NumberedLine> {
  const decoder = new TextDecoder();
  let number = 1;
  let held: string | null = '';
  for await (const chunk of chunks) {
    const pieces = decoder.decode(chunk, { stream: true }).split('\n');
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) {
        yield { number, text: held };
        number += 1;
        held = '';
      }
      held = held === null || held.length + piece.length > longest ? null : held + piece;
    }
  }
  if (held !== '') yield { number, text: held };
}
