import type { MessageDescriptor } from '@lingui/core';
import type { ExampleVisit } from '../../../shared/empathy/examples.ts';
import type { EmpathyDecision } from '../../../shared/empathy/policy.ts';
import type { EvidenceKind } from '../../../shared/empathy/settings.ts';

/** What is noticed, in plain words. */
export const evidenceWords: Readonly<Record<EvidenceKind, MessageDescriptor>> = {
  'search-empty': /*i18n*/ { id: 'manager.evidence.search-empty', message: 'A search finds nothing' },
  'search-repeated': /*i18n*/ { id: 'manager.evidence.search-repeated', message: 'Nearly the same search again' },
  'question-unanswered': /*i18n*/ { id: 'manager.evidence.question-unanswered', message: 'A question gets no answer' },
  'question-repeated': /*i18n*/ { id: 'manager.evidence.question-repeated', message: 'Nearly the same question again' },
  error: /*i18n*/ { id: 'manager.evidence.error', message: 'The kiosk fails' },
  'time-out': /*i18n*/ { id: 'manager.evidence.time-out', message: 'An answer takes longer than five seconds' },
  'idle-after-error': /*i18n*/ { id: 'manager.evidence.idle-after-error', message: 'Nothing is touched for 20 s after a fault' },
  'back-and-forth': /*i18n*/ { id: 'manager.evidence.back-and-forth', message: 'Three times between two screens in 45 s' },
  'scan-repeated': /*i18n*/ { id: 'manager.evidence.scan-repeated', message: 'A beacon is held up again' },
  anger: /*i18n*/ { id: 'manager.evidence.anger', message: 'Harsh words are typed' },
  'giving-up': /*i18n*/ { id: 'manager.evidence.giving-up', message: 'The shopper types that they give up' },
  'rage-taps': /*i18n*/ { id: 'manager.evidence.rage-taps', message: 'Three quick touches on one spot' },
  'dead-tap': /*i18n*/ { id: 'manager.evidence.dead-tap', message: 'A touch has no effect' },
  face: /*i18n*/ { id: 'manager.evidence.face', message: 'The face looks troubled' },
};

export const visitWords: Readonly<Record<ExampleVisit, MessageDescriptor>> = {
  'one-slip': /*i18n*/ { id: 'manager.example.one-slip', message: 'One search finds nothing, the next one does' },
  'three-empty': /*i18n*/ { id: 'manager.example.three-empty', message: 'Three searches find nothing, half a minute apart' },
  lost: /*i18n*/ { id: 'manager.example.lost', message: 'Back and forth, then one question asked twice in vain' },
  faults: /*i18n*/ { id: 'manager.example.faults', message: 'The kiosk fails twice and is slow' },
  'gives-up': /*i18n*/ { id: 'manager.example.gives-up', message: '“I give up”' },
  'face-only': /*i18n*/ { id: 'manager.example.face-only', message: 'A troubled face for a minute, and nothing else' },
  'face-and-search': /*i18n*/ {
    id: 'manager.example.face-and-search',
    message: 'Two searches find nothing, with a troubled face',
  },
};

export const courseWords: Readonly<Record<EmpathyDecision['action'], MessageDescriptor>> = {
  calm: /*i18n*/ { id: 'manager.course.calm', message: 'Nothing changes' },
  watch: /*i18n*/ { id: 'manager.course.watch', message: 'Simpler screens after {seconds} s' },
  propose: /*i18n*/ { id: 'manager.course.propose', message: 'A person is proposed after {seconds} s' },
  call: /*i18n*/ { id: 'manager.course.call', message: 'A person is called after {seconds} s' },
};
