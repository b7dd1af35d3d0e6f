import { setupI18n } from '@lingui/core';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { barMetres, thingsOf } from '../../../renderer/manager/plan/things.ts';
import { modelDraft, readModel } from '../../../renderer/manager/radio/model-form.ts';
import { busiest, densities, middle } from '../../../renderer/manager/walk/distribution.ts';
import { expectedWords } from '../../../renderer/manager/walk/expected-words.ts';
import { ratio } from '../../../renderer/manager/walk/ratio.ts';
import { BeaconModelSettings, type Expected } from '../../../shared/contract/index.ts';
import { wilson } from '../../../shared/presence/calibration/interval.ts';
import { millis } from '../../../shared/units.ts';

describe('a share in words', () => {
  test.each([
    [0, { kind: 'none' }],
    [1 / 12, { kind: 'some', of: 1, outOf: 12 }],
    [0.5, { kind: 'some', of: 1, outOf: 2 }],
    [0.72, { kind: 'some', of: 7, outOf: 10 }],
    [1, { kind: 'all' }],
  ])('%d', (share, said) => expect(ratio(share)).toEqual(said));

  test('never says nobody for somebody in a hundred, nor more than all', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.95, noNaN: true }), (share) => {
        const said = ratio(share);
        if (said.kind !== 'some') throw new Error(`${share} is ${said.kind}`);
        expect(said.of).toBeLessThanOrEqual(said.outOf);
        expect(Math.abs(said.of / said.outOf - share)).toBeLessThanOrEqual(Math.max(0.05, share / 3));
      }),
    );
  });
});

describe('what to expect', () => {
  const i18n = setupI18n({ locale: 'en', messages: { en: {} } });
  const expected = (greeted: number, noticed: number, spots: number): Expected => ({
    greeted: wilson(greeted, spots),
    noticed: wilson(noticed, spots),
    wait: millis(2_000),
    insideSpots: spots,
    outsideSpots: spots,
  });

  test('names the passers-by greeted, the wait, and how uncertain a short walk is', () => {
    const [greeted, noticed, doubt] = expectedWords(expected(1 / 12, 0.9, 4), i18n);
    expect(greeted).toBe('About 1 passer-by in 12 will be greeted.');
    expect(noticed).toBe('About 9 visitors in 10 will be noticed within ten seconds, and wait 2 s.');
    expect(doubt).toContain('uncertain');
    expect(expectedWords(expected(1 / 12, 0.9, 40), i18n)[2]).not.toContain('uncertain');
  });

  test('does not sell a walk without a fault as a promise', () => {
    const [greeted, , doubt] = expectedWords(expected(0, 1, 4), i18n);
    expect(greeted).toContain('At none of the 4 spots');
    expect(doubt).toContain('as many as 1 in 2 passers-by');
  });
});

describe('the distributions', () => {
  const bins = [
    { dbm: -80, inside: 0, outside: 6 },
    { dbm: -78, inside: 1, outside: 2 },
    { dbm: -76, inside: 3, outside: 0 },
  ];
  test('are shares of each side’s own readings, closed at both ends', () => {
    const [strengths, outside, inside] = densities(bins);
    expect(strengths).toEqual([-82, -80, -78, -76, -74, -72]);
    expect(outside).toEqual([0, 75, 25, 0, 0, 0]);
    expect(inside).toEqual([0, 0, 25, 75, 0, 0]);
  });
  test('have a middle, unless there is nothing', () => {
    expect(middle(bins, 'inside')).toBe(-75);
    expect(middle(bins, 'outside')).toBe(-79);
    expect(middle([], 'inside')).toBeNull();
    expect(middle([{ dbm: -80, inside: 0, outside: 1 }], 'inside')).toBeNull();
  });
  test('begin with the receiver that hears most inside', () => {
    expect(
      busiest([
        { receiver: 'far', bins: [{ dbm: -80, inside: 1, outside: 99 }] },
        { receiver: 'near', bins },
      ]),
    ).toBe('near');
    expect(busiest([])).toBeNull();
  });
});

describe('a beacon model’s form', () => {
  const uuid = 'f7826da6-4fa2-4e98-8024-bc5b71e0893e';
  test.each([
    ['ibeacon', uuid.replaceAll('-', '').toUpperCase(), `ibeacon:${uuid}:`],
    ['altbeacon', '00'.repeat(20), `altbeacon:${'00'.repeat(16)}`],
    ['eddystone-uid', 'ED D1 EB EA C0 4E 5D EF A0 17', 'eddystone-uid:edd1ebeac04e5defa017:'],
    ['eid', '', 'eid:'],
  ] as const)('reads %s as people copy it, and shows it again', (kind, code, match) => {
    const model = readModel({ id: 'm', name: 'Fob', kind, code, measuredPowerDbm: '−61,5' });
    expect(model).toEqual({ id: 'm', name: 'Fob', match, measuredPowerDbm: -61.5 });
    expect(v.safeParse(BeaconModelSettings, model).success).toBe(true);
    expect(readModel(modelDraft({ ...model, match, measuredPowerDbm: -61.5 }, 'fr'))).toEqual(model);
  });
  test('a code that is none is refused, an empty one is missing', () => {
    const draft = { id: 'm', name: 'Fob', kind: 'ibeacon', code: 'f7826', measuredPowerDbm: '-59' } as const;
    expect(v.safeParse(BeaconModelSettings, readModel(draft)).success).toBe(false);
    expect(readModel({ ...draft, code: '' }).match).toBeUndefined();
  });
});

describe('what stands on the plan', () => {
  test('is the kiosk without its radio, receivers even while they are away, and the zones there are', () => {
    const at = { x: 1, y: 1, radius: null };
    const plan = {
      width: 20,
      height: 10,
      shelves: [],
      facing: 'up' as const,
      places: [
        { kind: 'receiver' as const, id: 'away', ...at },
        { kind: 'zone' as const, id: 'deleted', ...at, radius: 2 },
      ],
    };
    const things = thingsOf(plan, 'Kiosk', [{ id: 'z', name: 'Counter' }], ['kiosk-radio', 'shelf']);
    expect(things.map(({ name, place }) => `${name} ${place !== null}`)).toEqual([
      'Kiosk false',
      'away true',
      'shelf false',
      'Counter false',
    ]);
  });
  test.each([
    [2, 0.5],
    [24, 5],
    [500, 100],
  ])('a floor %i m wide has a scale bar of %d m', (width, bar) => expect(barMetres(width)).toBe(bar));
});
