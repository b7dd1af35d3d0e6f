import { useLingui } from '@lingui/react';

/** How a group is written: an hour as "9:00", a zone by its name. */
export function useGroupWords(by: 'hour' | 'zone'): (group: string) => string {
  const { i18n } = useLingui();
  return (group) => (by === 'hour' ? i18n._({ id: 'manager.hour', message: '{hour}:00', values: { hour: group } }) : group);
}
