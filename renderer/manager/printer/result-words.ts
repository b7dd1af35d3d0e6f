import type { I18n, MessageDescriptor } from '@lingui/core';
import type { PrintResult } from '../../../shared/contract/index.ts';

/** What became of a trial slip, and what to do about it. */
const words: Readonly<Record<PrintResult, MessageDescriptor>> = {
  printed: /*i18n*/ { id: 'manager.printer.printed', message: 'Printed: the printer says so.' },
  sent: /*i18n*/ {
    id: 'manager.printer.sent',
    message: 'Sent. This printer says nothing of itself: look whether the slip came out.',
  },
  unreachable: /*i18n*/ {
    id: 'manager.printer.unreachable',
    message: 'Nobody answers there. Check the power, the cable and the address.',
  },
  'not-here': /*i18n*/ {
    id: 'manager.printer.not-here',
    message:
      'This address lies outside the store’s own network, and no slip goes there. Give the printer’s address in the store.',
  },
  'not-allowed': /*i18n*/ {
    id: 'manager.printer.not-allowed',
    message: 'The system does not let the station write to it. Add its user to the group lp.',
  },
  'not-a-printer': /*i18n*/ { id: 'manager.printer.not-a-printer', message: 'What is at this place is no printer.' },
  offline: /*i18n*/ { id: 'manager.printer.offline', message: 'The printer is off line. Check its buttons and its lamp.' },
  'cover-open': /*i18n*/ { id: 'manager.printer.cover-open', message: 'The cover is open.' },
  'paper-out': /*i18n*/ { id: 'manager.printer.paper-out', message: 'The paper is out.' },
  faulty: /*i18n*/ { id: 'manager.printer.faulty', message: 'The printer reports a fault. Switch it off and on.' },
  'no-answer': /*i18n*/ {
    id: 'manager.printer.no-answer',
    message: 'The printer did not take the slip in time. Switch it off and on.',
  },
  busy: /*i18n*/ { id: 'manager.printer.busy', message: 'Other slips are waiting. Try again in a moment.' },
  stopped: /*i18n*/ { id: 'manager.printer.stopped', message: 'A visit ended meanwhile, and what was waiting was thrown away.' },
};

export const resultWords = (result: PrintResult, i18n: I18n): string => i18n._(words[result]);
