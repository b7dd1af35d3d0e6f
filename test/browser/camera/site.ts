import { fileURLToPath } from 'node:url';
import { type BuiltSite, builtSite, POLICY } from '../../support/built-site.ts';
import { framesOf, type Scene } from './film.ts';

export { POLICY };

/** A site with one page that holds the camera client, built as the kiosk is. */
export interface CameraSite extends BuiltSite {
  /** Bodies posted to the station's address for expressions; answered like a station without consent would, with 403. */
  readonly expressions: string[];
}

export async function cameraSite(): Promise<CameraSite> {
  const expressions: string[] = [];
  const site = await builtSite(fileURLToPath(new URL('./page.html', import.meta.url)), (path, request, response) => {
    if (path === '/api/kiosk/expression') {
      request.setEncoding('utf8').on('data', (body: string) => expressions.push(body));
      return new Promise((resolve) =>
        request.on('end', () => {
          response.writeHead(403).end();
          resolve('answered');
        }),
      );
    }
    const scene = /^\/faces\/(\w+)\.jpg$/.exec(path)?.[1];
    return scene ? Promise.resolve(framesOf(scene as Scene)[0]!) : null;
  });
  return Object.assign(site, { expressions });
}
