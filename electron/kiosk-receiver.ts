/** Receiver id of the kiosk's own radio. */
export const KIOSK_RECEIVER = 'kiosk-radio';
