import * as v from 'valibot';
import { route } from './route.ts';
import { EpochMsValue, MillisValue } from './values.ts';

const Certificate = v.strictObject({
  expiresAt: EpochMsValue,
  daysLeft: v.number(),
  /** SHA-256, colon-separated, as the systems' own dialogs show it. */
  fingerprint: v.string(),
});

/** How the station stands on the store's network. */
export const NetworkStanding = v.strictObject({
  /** `here`: this machine only. `open`: on the network without encryption. */
  mode: v.picklist(['here', 'secure', 'open']),
  /** What phones type, the best first. */
  origins: v.array(v.string()),
  certificate: v.nullable(Certificate),
  /** The station renews its certificate by itself. */
  renewsItself: v.boolean(),
  /** The store's own authority, which devices install; null when somebody else issues the certificate. */
  authority: v.nullable(
    v.strictObject({
      ...Certificate.entries,
      /** PEM, for device management. */
      pem: v.string(),
    }),
  ),
  /** What needs somebody, the worst first. `replacement-unusable`: a newer certificate lies on disk and cannot be served. */
  troubles: v.array(v.picklist(['expired', 'replacement-unusable', 'expires-soon', 'authority-expires-soon'])),
  /** Where the authority is being handed out, and for how long still. */
  handOut: v.nullable(v.strictObject({ url: v.string(), leftMs: MillisValue })),
});
export type NetworkStanding = v.InferOutput<typeof NetworkStanding>;

export const networkRoutes = {
  'manager/network': route('manager', v.strictObject({}), NetworkStanding),
  /** Opens the page where devices fetch the store's authority, or closes it. */
  'manager/network-hand-out': route('manager', v.strictObject({ open: v.boolean() }), NetworkStanding),
};
