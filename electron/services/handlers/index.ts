import type { Handlers } from '../../server/http.ts';
import { accessHandlers } from './access.ts';
import { accountHandlers } from './account.ts';
import { askHandlers } from './ask.ts';
import { assistanceHandlers } from './assistance.ts';
import { auditHandlers } from './audit.ts';
import { authHandlers } from './auth.ts';
import { beaconHandlers } from './beacons.ts';
import { calibrationHandlers } from './calibration.ts';
import { cameraHandlers } from './camera.ts';
import { deviceHandlers } from './devices.ts';
import { empathyHandlers } from './empathy.ts';
import { findHandlers } from './find.ts';
import { goodwillHandlers } from './goodwill.ts';
import { kioskHandlers } from './kiosk.ts';
import { lookHandlers } from './look.ts';
import { managerHandlers } from './manager.ts';
import { networkHandlers } from './network.ts';
import { pagerHandlers } from './pager.ts';
import { passkeyHandlers } from './passkeys.ts';
import { planHandlers } from './plan.ts';
import { printingHandlers } from './printing.ts';
import { rightsHandlers } from './rights.ts';
import { staffHandlers } from './staff.ts';
import { transparencyHandlers } from './transparency.ts';
import type { UseCases } from './use-cases.ts';
import { voiceHandlers } from './voice.ts';

/** The contract's routes, each a few lines on top of the use cases. */
export const makeHandlers = (use: UseCases): Handlers => ({
  ...kioskHandlers(use),
  ...accessHandlers(use),
  ...accountHandlers(use),
  ...askHandlers(use),
  ...cameraHandlers(use),
  ...transparencyHandlers(use),
  ...beaconHandlers(use),
  ...empathyHandlers(use),
  ...staffHandlers(use),
  ...authHandlers(use),
  ...deviceHandlers(use),
  ...passkeyHandlers(use),
  ...auditHandlers(use),
  ...managerHandlers(use),
  ...calibrationHandlers(use),
  ...planHandlers(use),
  ...lookHandlers(use),
  ...rightsHandlers(use),
  ...networkHandlers(use),
  ...pagerHandlers(use),
  ...assistanceHandlers(use),
  ...findHandlers(use),
  ...goodwillHandlers(use),
  ...printingHandlers(use),
  ...voiceHandlers(use),
});
