import type { Parse } from '../parsed.ts';
import { aprilBrother } from './aprilbrother.ts';
import { espresense } from './espresense.ts';
import { minew } from './minew.ts';
import { prevenanceRaw } from './prevenance-raw.ts';
import { theengs } from './theengs.ts';

/** Every gateway format by the name it has in the configuration. */
export const formats = {
  'aprilbrother-v4': aprilBrother,
  espresense,
  minew,
  openmqttgateway: theengs,
  'prevenance-raw': prevenanceRaw,
  theengs,
} as const satisfies Record<string, Parse>;

export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as FormatName[];
