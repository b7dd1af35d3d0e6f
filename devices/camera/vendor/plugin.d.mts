import type { Plugin } from 'vite';

/** One file of the face models: where it comes from in `node_modules`, where the pages find it, and what it must be. */
export interface ModelFile {
  readonly package: string;
  readonly from: string;
  readonly to: string;
  readonly sha256: string;
}

/** The list in `models.json`. */
export const modelFiles: readonly ModelFile[];

/**
 * Reads one model file out of its package.
 * @throws Error that names the file and the remedy when it is missing or its SHA-256 is not the expected one.
 */
export function readModelFile(file: ModelFile): Promise<Buffer>;

/** Copies the verified model files into the built pages, and serves them in development. */
export function faceModels(): Plugin;
