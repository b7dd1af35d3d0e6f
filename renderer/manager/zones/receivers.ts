/** What the station calls the kiosk's own radio. */
export const KIOSK_RECEIVER = 'kiosk-radio';

/** The receivers a zone can have: the kiosk's own radio first, then those that were heard, then those it already has. */
export const receiverChoice = (heard: readonly string[], chosen: readonly string[]): readonly string[] => [
  ...new Set([KIOSK_RECEIVER, ...[...heard, ...chosen].toSorted()]),
];
