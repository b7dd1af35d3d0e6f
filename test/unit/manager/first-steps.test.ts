import { describe, expect, it } from 'vitest';
import { KIOSK_RECEIVER as STATION_RECEIVER } from '../../../electron/kiosk-receiver.ts';
import { newStore } from '../../../electron/services/store-hours.ts';
import { firstSteps } from '../../../renderer/manager/today/first-steps.ts';
import { KIOSK_RECEIVER, receiverChoice } from '../../../renderer/manager/zones/receivers.ts';
import { newZone } from '../../../renderer/manager/zones/zone-form.ts';

describe('what a new store still lacks', () => {
  const zone = (purpose: 'greet' | 'queue') => ({ value: { ...newZone('z'), name: 'Kiosk', purpose }, changed: null }) as never;
  const employee = (active: boolean) => ({
    value: { id: 'e', code: 'LEA', name: 'Léa', manager: false, active, pin: null },
    changed: null,
  });

  it('is everything on the first day', () => {
    expect(firstSteps(newStore, [], [], [])).toEqual({ named: false, greets: false, answers: false, rings: false });
  });

  it('is nothing with a name, a zone that greets, an employee who may log in and a device to do it on', () => {
    const named = { ...newStore, name: 'Halles' };
    const device = { id: 'd', name: 'Handheld', enrolledAt: 0, usedAt: null, employee: null, lockedMinutes: null } as never;
    const done = { named: true, greets: true, answers: true, rings: true };
    expect(firstSteps(named, [zone('greet')], [employee(true)], [device])).toEqual(done);
    expect(firstSteps(named, [zone('greet')], [employee(true)], [])).toEqual({ ...done, rings: false });
    expect(firstSteps(named, [zone('queue')], [employee(false)], [])).toEqual({
      named: true,
      greets: false,
      answers: false,
      rings: false,
    });
  });
});

describe('the receivers a zone can have', () => {
  it('begin with the kiosk’s own radio, under the name the station gives it, before anything was heard', () => {
    expect(KIOSK_RECEIVER).toBe(STATION_RECEIVER);
    expect(receiverChoice([], [])).toEqual([STATION_RECEIVER]);
    expect(newZone('z').receivers).toEqual([STATION_RECEIVER]);
  });

  it('are each named once, chosen ones included though they are silent', () => {
    expect(receiverChoice(['till', 'kiosk-radio'], ['door', 'till'])).toEqual(['kiosk-radio', 'door', 'till']);
  });
});
