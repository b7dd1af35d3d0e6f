import type { MessageDescriptor } from '@lingui/core';
import { useEffect, useState } from 'react';

/** What belongs together, in the order of the navigation; the first needs no heading. */
export const groups = [
  { id: 'day', words: null },
  { id: 'team', words: /*i18n*/ { id: 'manager.group.team', message: 'Team and calls' } },
  { id: 'goods', words: /*i18n*/ { id: 'manager.group.goods', message: 'Products and answers' } },
  { id: 'kiosk', words: /*i18n*/ { id: 'manager.group.kiosk', message: 'The kiosk' } },
  { id: 'place', words: /*i18n*/ { id: 'manager.group.place', message: 'Zones and radio' } },
  { id: 'house', words: /*i18n*/ { id: 'manager.group.house', message: 'Store and security' } },
] as const satisfies readonly { id: string; words: MessageDescriptor | null }[];

type Group = (typeof groups)[number]['id'];

export const sections = [
  { id: 'today', group: 'day', words: /*i18n*/ { id: 'manager.section.today', message: 'Today' } },
  { id: 'reports', group: 'day', words: /*i18n*/ { id: 'manager.section.reports', message: 'Reports' } },
  { id: 'matters', group: 'day', words: /*i18n*/ { id: 'manager.section.matters', message: 'Complaints and ideas' } },
  { id: 'employees', group: 'team', words: /*i18n*/ { id: 'manager.section.employees', message: 'Employees and PINs' } },
  { id: 'rota', group: 'team', words: /*i18n*/ { id: 'manager.section.rota', message: 'Rota and skills' } },
  { id: 'devices', group: 'house', words: /*i18n*/ { id: 'manager.section.devices', message: 'Devices and access' } },
  { id: 'calling', group: 'team', words: /*i18n*/ { id: 'manager.section.calling', message: 'Call rules' } },
  {
    id: 'empathy',
    group: 'team',
    words: /*i18n*/ { id: 'manager.section.empathy', message: 'When to propose a person' },
  },
  { id: 'pager', group: 'team', words: /*i18n*/ { id: 'manager.section.pager', message: 'Ways to reach people' } },
  { id: 'goodwill', group: 'team', words: /*i18n*/ { id: 'manager.section.goodwill', message: 'Gestures' } },
  { id: 'zones', group: 'place', words: /*i18n*/ { id: 'manager.section.zones', message: 'Zones' } },
  { id: 'plan', group: 'place', words: /*i18n*/ { id: 'manager.section.plan', message: 'Floor plan' } },
  { id: 'walk', group: 'place', words: /*i18n*/ { id: 'manager.section.walk', message: 'Walk test' } },
  { id: 'radio', group: 'place', words: /*i18n*/ { id: 'manager.section.radio', message: 'Radio' } },
  { id: 'beacons', group: 'place', words: /*i18n*/ { id: 'manager.section.beacons', message: 'Lost beacons' } },
  { id: 'offers', group: 'goods', words: /*i18n*/ { id: 'manager.section.offers', message: 'Offers' } },
  { id: 'questions', group: 'goods', words: /*i18n*/ { id: 'manager.section.questions', message: 'Questions and answers' } },
  { id: 'products', group: 'goods', words: /*i18n*/ { id: 'manager.section.products', message: 'Products and imports' } },
  { id: 'store', group: 'house', words: /*i18n*/ { id: 'manager.section.store', message: 'Store' } },
  { id: 'look', group: 'kiosk', words: /*i18n*/ { id: 'manager.section.look', message: 'Look' } },
  {
    id: 'transparency',
    group: 'kiosk',
    words: /*i18n*/ { id: 'manager.section.transparency', message: 'What shoppers are told' },
  },
  { id: 'rights', group: 'house', words: /*i18n*/ { id: 'manager.section.rights', message: 'Consent and rights' } },
  { id: 'network', group: 'house', words: /*i18n*/ { id: 'manager.section.network', message: 'Network' } },
  { id: 'printer', group: 'kiosk', words: /*i18n*/ { id: 'manager.section.printer', message: 'Slip printer' } },
  { id: 'audit', group: 'house', words: /*i18n*/ { id: 'manager.section.audit', message: 'Who did what' } },
] as const satisfies readonly { id: string; group: Group; words: MessageDescriptor }[];

export type Section = (typeof sections)[number]['id'];

const fromHash = (hash: string): Section => sections.find(({ id }) => `#${id}` === hash)?.id ?? 'today';

/** The section in the address, so that "back", bookmarks and links work. */
export function useSection(): [Section, (section: Section) => void] {
  const [section, setSection] = useState(() => fromHash(location.hash));
  useEffect(() => {
    const read = () => setSection(fromHash(location.hash));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return [
    section,
    (next) => {
      location.hash = next;
    },
  ];
}
