import type { calibrationRoutes } from '../../../shared/contract/calibration.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** Walk tests, and what strengths are corrected by. */
export const calibrationHandlers = ({ corrections, walkTest }: UseCases): HandlersOf<typeof calibrationRoutes> => ({
  'manager/walk-begin': done(({ zone, at }) => walkTest.begin(zone, at)),
  'manager/walk-spot': done(({ place, instead }) => walkTest.record(place, instead)),
  'manager/walk-keep': done(({ id, keep }) => walkTest.keep(id, keep)),
  'manager/walk-end': done(() => walkTest.end()),
  'manager/corrections': () => corrections.list(),
  'manager/offset-save': done((offset) => corrections.saveOffset(offset)),
  'manager/model-save': done((model) => corrections.saveModel(model)),
  'manager/model-delete': done(({ id }) => corrections.deleteModel(id)),
});
