/** One part of a printed slip, from top to bottom. How wide the paper is and what the printer understands is the encoder's business. */
export type SlipPart =
  /** Whose slip it is, small and in the middle. */
  | { readonly kind: 'head'; readonly text: string }
  /** What one reads first, in letters of double height. */
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A name on the left and its value on the right. */
  | { readonly kind: 'pair'; readonly name: string; readonly value: string }
  /** A QR code that holds `text`. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' };

export type Slip = readonly SlipPart[];

/** What stands on every slip: whose it is, and when it was printed. */
export interface SlipFrame {
  readonly store: string;
  /** Store-local day and time, `YYYY-MM-DD` and `HH:MM`. */
  readonly date: string;
  readonly time: string;
}
