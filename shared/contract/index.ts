import * as v from 'valibot';
import { accessRoutes } from './access.ts';
import { accountRoutes } from './account.ts';
import { askRoutes } from './ask.ts';
import { assistanceRoutes } from './assistance.ts';
import { beaconRoutes } from './beacons.ts';
import { calibrationRoutes } from './calibration.ts';
import { callReportRoutes } from './call-report.ts';
import { cameraRoutes } from './camera.ts';
import { empathyRoutes } from './empathy.ts';
import { feedbackRoutes } from './feedback.ts';
import { findRoutes } from './find.ts';
import { goodwillRoutes } from './goodwill.ts';
import { KioskSnapshot, kioskRoutes } from './kiosk.ts';
import { lookRoutes } from './look.ts';
import { ManagerSnapshot, managerRoutes } from './manager.ts';
import { matterRoutes } from './matters.ts';
import { networkRoutes } from './network.ts';
import { openingRoutes } from './opening.ts';
import { pagerRoutes } from './pager.ts';
import { planRoutes } from './plan.ts';
import { printingRoutes } from './printing.ts';
import { rightsRoutes } from './rights.ts';
import { rotaRoutes } from './rota.ts';
import { type Route, route } from './route.ts';
import { authRoutes, StaffSnapshot, staffRoutes } from './staff.ts';

export * from './access.ts';
export * from './account.ts';
export * from './ask.ts';
export * from './assistance.ts';
export * from './beacons.ts';
export * from './calibration.ts';
export * from './call-report.ts';
export * from './camera.ts';
export * from './empathy.ts';
export * from './escalation.ts';
export * from './feedback.ts';
export * from './find.ts';
export * from './goodwill.ts';
export * from './kiosk.ts';
export * from './look.ts';
export * from './manager.ts';
export * from './matters.ts';
export * from './network.ts';
export * from './opening.ts';
export * from './pager.ts';
export * from './plan.ts';
export * from './preference.ts';
export * from './printing.ts';
export * from './rights.ts';
export * from './rota.ts';

import { auditRoutes } from './audit.ts';
import { deviceRoutes } from './devices.ts';
import { passkeyRoutes } from './passkeys.ts';

export * from './audit.ts';
export * from './devices.ts';
export * from './passkeys.ts';
export * from './route.ts';
export * from './staff.ts';
export * from './store-words.ts';
export * from './suggestion.ts';
export * from './values.ts';

import { transparencyRoutes } from './transparency.ts';

export * from './transparency.ts';

export const operatorRoutes = {
  /** Demo stores only: `prevenance walk`. */
  'operator/walk': route(
    'operator',
    v.strictObject({ customer: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)) }),
    v.strictObject({ name: v.string(), seconds: v.number() }),
  ),
};

/** The only way in: every route of the station, by name. `POST /api/<name>`. */
export const routes = {
  ...kioskRoutes,
  ...accessRoutes,
  ...accountRoutes,
  ...askRoutes,
  ...cameraRoutes,
  ...transparencyRoutes,
  ...staffRoutes,
  ...authRoutes,
  ...managerRoutes,
  ...calibrationRoutes,
  ...planRoutes,
  ...lookRoutes,
  ...openingRoutes,
  ...networkRoutes,
  ...empathyRoutes,
  ...callReportRoutes,
  ...matterRoutes,
  ...feedbackRoutes,
  ...rightsRoutes,
  ...operatorRoutes,
  ...pagerRoutes,
  ...deviceRoutes,
  ...passkeyRoutes,
  ...auditRoutes,
  ...assistanceRoutes,
  ...rotaRoutes,
  ...findRoutes,
  ...goodwillRoutes,
  ...beaconRoutes,
  ...printingRoutes,
  ...staffRoutes,
  ...authRoutes,
  ...managerRoutes,
  ...operatorRoutes,
} satisfies Record<string, Route>;
export type RouteName = keyof typeof routes;
export type Input<N extends RouteName> = v.InferInput<(typeof routes)[N]['input']>;
export type Received<N extends RouteName> = v.InferOutput<(typeof routes)[N]['input']>;
export type Output<N extends RouteName> = v.InferOutput<(typeof routes)[N]['output']>;

/** `GET /api/events/<page>`: Server-Sent Events named `snapshot` (whole state, JSON) and `beat` every 5 s. */
export const streams = { kiosk: KioskSnapshot, staff: StaffSnapshot, manager: ManagerSnapshot } as const;
export type StreamName = keyof typeof streams;
export type Snapshot<N extends StreamName> = v.InferOutput<(typeof streams)[N]>;

/** Body of every refused request. `message` is English for logs; the pages find their own words by `code`. */
export const Refusal = v.strictObject({
  error: v.strictObject({
    code: v.string(),
    message: v.string(),
    issues: v.array(v.strictObject({ path: v.string(), message: v.string() })),
  }),
});
export type Refusal = v.InferOutput<typeof Refusal>;
