import * as v from 'valibot';
import { EpochMsValue } from '../contract/values.ts';

/**
 * Who did what, when, from where, and what became of it. No field holds words that somebody typed, so that no PIN, password, name or
 * address can get in: actors, devices and subjects are identifiers, the action is a route's name, the outcome a code of ours.
 */
export const AuditFact = v.strictObject({
  at: EpochMsValue,
  /** `employee:<id>`, `manager`, `operator`, `nobody` or `station`. */
  actor: v.string(),
  /** Identifier of the enrolled device; else `this-machine`, `network`, or null for the station itself. */
  device: v.nullable(v.string()),
  /** Name of the route, or of what the station did by itself. */
  action: v.string(),
  /** Identifier of what it was done to. */
  subject: v.nullable(v.string()),
  /** `ok`, or the code of the refusal. */
  outcome: v.string(),
  /** More than one when like records were counted rather than written one by one. */
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});
export type AuditFact = v.InferOutput<typeof AuditFact>;

/** A fact in its place of the chain. */
export const AuditRecord = v.strictObject({ ...AuditFact.entries, seq: v.number(), previous: v.string(), hash: v.string() });
export type AuditRecord = v.InferOutput<typeof AuditRecord>;
