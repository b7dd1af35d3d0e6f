import { tf as bundled } from 'face-api.js';

/** A loaded network: floats in, one tensor per output. */
interface GraphModel {
  execute(input: Tensor, outputs: string[]): Tensor[];
  dispose(): void;
}

interface Tensor {
  dataSync(): Float32Array;
  dispose(): void;
}

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** What is used of the TensorFlow.js that face-api.js carries; its own type declarations leave most of this out. */
interface TensorFlow {
  env(): {
    set(flag: string, value: boolean | number): void;
    /** Through which the library loads everything. */
    platform: { fetch: Fetch };
  };
  setWasmPaths(prefix: string, usePlatformFetch: boolean): void;
  setBackend(name: string): Promise<boolean>;
  getBackend(): string;
  loadGraphModel(url: string, options: { fetchFunc: Fetch }): Promise<GraphModel>;
  tensor4d(values: Float32Array, shape: [number, number, number, number]): Tensor;
  memory(): { numTensors: number; numBytes: number };
}

export const tf = bundled as unknown as TensorFlow;
export type { Fetch, GraphModel };
