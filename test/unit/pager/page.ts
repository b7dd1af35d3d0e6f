import type { Page } from '../../../devices/pager/channel.ts';
import { millis } from '../../../shared/units.ts';

export const page = (over: Partial<Page> = {}): Page => ({
  kind: 'call',
  callId: 'call-1',
  epoch: 1,
  level: 'available',
  place: 'Caisse 2',
  reasons: ['asked'],
  language: 'fr',
  waited: millis(5_400),
  link: 'http://127.0.0.1:7410/staff#call-1',
  ...over,
});
