import type { ZoneSettings } from '../../shared/contract/index.ts';
import type { Zone } from '../../shared/presence/types.ts';

/** A zone as the manager wrote it, ready for the presence engine. */
export const toZone = (settings: ZoneSettings): Zone => ({
  id: settings.id,
  receivers: new Map(settings.receivers.map((id) => [id, { near: settings.nearDbm, far: settings.farDbm }])),
  enterDwell: settings.enterDwellMs,
  exitDwell: settings.exitDwellMs,
  exclusive: settings.exclusive,
});
