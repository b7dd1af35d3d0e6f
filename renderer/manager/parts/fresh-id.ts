import { commandId } from '../../staff/desk/command-id.ts';

/** A new identifier such as `zone-3f9a…`, for things the manager creates. */
export const freshId = (kind: string): string => `${kind}-${commandId((into) => crypto.getRandomValues(into)).slice(0, 12)}`;
