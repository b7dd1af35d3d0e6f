import * as v from 'valibot';
import { route } from './route.ts';

/**
 * Why the camera went off by itself. `unavailable`: unplugged, taken away or without a picture; `hidden`: nobody could see the page;
 * `unlinked`: the station was not heard, and nobody could have withdrawn.
 */
export const CameraNote = v.picklist([
  'nobody',
  'second-face',
  'dark',
  'frozen',
  'denied',
  'unavailable',
  'hidden',
  'unlinked',
  'fault',
]);
export type CameraNote = v.InferOutput<typeof CameraNote>;

const nothing = v.strictObject({});
const done = v.strictObject({ ok: v.literal(true) });

export const cameraRoutes = {
  /** The page reports that the track ended or could not start. */
  'kiosk/camera-stopped': route('kiosk', v.strictObject({ reason: v.picklist(['shopper', ...CameraNote.options]) }), done),
  /** The shopper's one tap after the camera went off by itself. Refused where the yes of this visit no longer covers it. */
  'kiosk/camera-resume': route('kiosk', nothing, done),
  /** The shopper has read why the camera went off. */
  'kiosk/camera-note-read': route('kiosk', nothing, done),
};
