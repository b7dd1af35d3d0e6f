import { createHash } from 'node:crypto';
import { type FloorPlan, type FloorView, maxPictureBytes, type Output, type PlanPicture } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import { readPicture } from '../../shared/plan/picture.ts';
import type { Context } from './context.ts';

const faults = {
  'unknown-picture': 'this file is not a PNG, JPEG or WebP picture',
  'picture-tells': 'this file holds more than a picture; the page takes that out before it sends one',
  'picture-too-large': 'this picture has too many pixels; the page makes it smaller before it sends it',
} as const;

/** By content, so that a plan that was changed and changed back is the same. */
const revisionOf = (plan: FloorPlan | undefined): string | null =>
  plan === undefined ? null : createHash('sha256').update(JSON.stringify(plan)).digest('base64url');

/** The store's floor: drawn by the manager, shown to employees whom somebody waits for. */
export class FloorPlans {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  read(): Output<'manager/plan'> {
    const plan = this.#context.store.floorPlan.read();
    return {
      plan: plan?.value ?? null,
      revision: revisionOf(plan?.value),
      picture: this.#picture(),
      changed: plan?.changed ?? null,
    };
  }

  /**
   * @param from the revision that `plan` was made of; null where there was none
   * @throws CallerError `changed-meanwhile`
   */
  save(plan: FloorPlan, from: string | null): Output<'manager/plan-save'> {
    const { store, clock } = this.#context;
    const revision = () => revisionOf(store.floorPlan.read()?.value);
    if (revision() !== from) throw new CallerError('changed-meanwhile', 'somebody has changed the floor plan since', 409);
    const changed = { by: 'manager', at: clock.wall() };
    store.floorPlan.save(plan, changed.by, changed.at);
    return { revision: revision()!, changed };
  }

  remove(): void {
    this.#context.store.floorPlan.remove();
  }

  /** @throws CallerError when it is no picture, is too large, or tells more than a picture shows */
  savePicture(bytes: Uint8Array): void {
    if (bytes.length > maxPictureBytes) throw new CallerError('picture-too-large', faults['picture-too-large'], 413);
    const facts = readPicture(bytes);
    if (typeof facts === 'string') throw new CallerError(facts, faults[facts], 422);
    this.#context.store.floorPlan.savePicture({ type: facts.type, bytes });
  }

  removePicture(): void {
    this.#context.store.floorPlan.removePicture();
  }

  /** The floor with the zone of that name on it; null when no plan was drawn. */
  around(place: string): FloorView | null {
    const { floorPlan, zones } = this.#context.store;
    const plan = floorPlan.read()?.value;
    if (plan === undefined) return null;
    const named = new Set(zones.list().flatMap(({ value }) => (value.name === place ? [value.id] : [])));
    const kiosk = plan.places.find(({ kind }) => kind === 'kiosk');
    const zone = plan.places.find(({ kind, id }) => kind === 'zone' && named.has(id));
    return {
      width: plan.width,
      height: plan.height,
      picture: this.#picture(),
      shelves: plan.shelves,
      kiosk: kiosk === undefined ? null : { x: kiosk.x, y: kiosk.y },
      zone: zone === undefined || zone.radius === null ? null : { x: zone.x, y: zone.y, radius: zone.radius },
    };
  }

  #picture(): PlanPicture | null {
    const picture = this.#context.store.floorPlan.picture();
    return picture === null ? null : { type: picture.type, base64: Buffer.from(picture.bytes).toString('base64') };
  }
}
