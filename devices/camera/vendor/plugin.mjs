import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const list = JSON.parse(readFileSync(new URL('./models.json', import.meta.url), 'utf8'));

export const modelFiles = list.files;

const nodeModules = new URL('../../../node_modules/', import.meta.url);

const types = { json: 'application/json', wasm: 'application/wasm', bin: 'application/octet-stream' };
const typeOf = (path) => types[path.slice(path.lastIndexOf('.') + 1)];

export async function readModelFile(file) {
  const path = fileURLToPath(new URL(`${file.package}/${file.from}`, nodeModules));
  let bytes;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new Error(`The face model file ${path} is missing. Run "npm ci".`, { cause });
  }
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== file.sha256) {
    // A changed model would change who gets read as unhappy: that is a decision to review, not an update to pick up.
    throw new Error(
      `${file.package}/${file.from} is not the reviewed file: expected SHA-256 ${file.sha256}, found ${found}. ` +
        'Run "npm ci"; if the package was updated on purpose, measure it again and change devices/camera/vendor/models.json.',
    );
  }
  return bytes;
}

export function faceModels() {
  return {
    name: 'prevenance:face-models',
    async generateBundle() {
      // Worker bundles run the plugin hooks of their own list, so this happens once, for the pages.
      for (const file of modelFiles) {
        this.emitFile({ type: 'asset', fileName: file.to, source: await readModelFile(file) });
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').split('?')[0];
        const file = modelFiles.find(({ to }) => path === `/${to}`);
        if (!file) return next();
        readModelFile(file).then((bytes) => {
          response.setHeader('content-type', typeOf(file.to));
          response.end(bytes);
        }, next);
      });
    },
  };
}
