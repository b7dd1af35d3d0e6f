import type { Session } from 'electron';
import { mayLoad } from './navigation.ts';
import { mayUse } from './permissions.ts';

/** What the guard needs to know. */
export interface SessionGuard {
  readonly packaged: boolean;
  cameraAllowed(): boolean;
}

/** Puts the rules for permissions, devices, downloads and addresses on the kiosk's session. */
export function guardSession(session: Session, guard: SessionGuard): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const origin = 'securityOrigin' in details ? (details.securityOrigin ?? '') : '';
    answer(
      mayUse({ permission, media, origin, url: details.requestingUrl, isMainFrame: details.isMainFrame }, guard.cameraAllowed()),
    );
  });
  // Without this second handler Chromium answers queries and device lists by its own defaults.
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const media = details.mediaType === undefined ? [] : [details.mediaType];
    return mayUse(
      { permission, media, origin, url: details.requestingUrl ?? '', isMainFrame: details.isMainFrame },
      guard.cameraAllowed(),
    );
  });
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url, guard.packaged) }));
}
