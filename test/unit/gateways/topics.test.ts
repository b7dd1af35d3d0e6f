import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterProblem, overlap, TopicRoutes } from '../../../devices/beacons/gateways/topics.ts';

describe('a topic filter', () => {
  it.each(['shop/till', '/gw/ac233fc00001/status', 'espresense/devices/+/till', '+', 'magasin/caisse-é'])(
    '%s is fine',
    (filter) => {
      expect(filterProblem(filter)).toBeNull();
    },
  );

  it.each(['', '#', 'home/#', 'home/till#', 'home/ti+ll', '$SYS/broker', '$share/a/till', 'a\u0000b', 'a\nb', 'x'.repeat(257)])(
    '%j is refused',
    (filter) => {
      expect(filterProblem(filter)).not.toBeNull();
    },
  );

  it('overlaps another one where a topic could match both', () => {
    expect(overlap('a/+', 'a/b')).toBe(true);
    expect(overlap('+/b', 'a/+')).toBe(true);
    expect(overlap('a/b', 'a/b')).toBe(true);
    expect(overlap('a/+', 'a/b/c')).toBe(false);
    expect(overlap('a/+/till', 'a/+/door')).toBe(false);
  });
});

describe('routes', () => {
  const routes = new TopicRoutes<string>();
  routes.add('shop/till', 'till');
  routes.add('espresense/devices/+/door', 'door');

  it('find the gateway of a topic', () => {
    expect(routes.find('shop/till')).toBe('till');
    expect(routes.find('espresense/devices/iBeacon:1-2-3/door')).toBe('door');
  });

  it.each([
    'shop/till/',
    'shop/TILL',
    'shop/+',
    'espresense/devices/a/b/door',
    'espresense/devices/door',
    'espresense/devices/+/door',
    'espresense/devices/#/door',
    'espresense/devices/a\u0000b/door',
    `espresense/devices/${'x'.repeat(600)}/door`,
    'constructor',
    '',
  ])('have no gateway for %j', (topic) => {
    expect(routes.find(topic)).toBeNull();
  });

  it('give a topic that matches two filters to neither order of them: such a pair overlaps', () => {
    const level = fc.constantFrom('a', 'b', '+');
    const filter = fc.array(level, { minLength: 1, maxLength: 4 }).map((levels) => levels.join('/'));
    fc.assert(
      fc.property(filter, filter, fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 4 }), (one, other, levels) => {
        const matches = (f: string) => {
          const alone = new TopicRoutes<true>();
          alone.add(f, true);
          return alone.find(levels.join('/')) === true;
        };
        if (matches(one) && matches(other)) expect(overlap(one, other)).toBe(true);
      }),
    );
  });
});
