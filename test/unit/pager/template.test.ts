import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { fillPayload, fillTopic } from '../../../devices/pager/template.ts';
import { PagerChannelSettings } from '../../../shared/contract/index.ts';
import { page } from './page.ts';

test('placeholders are filled', () => {
  expect(fillPayload('{place} · {reason} · {waited} s · {language}', page())).toBe('Caisse 2 · asked · 5 s · fr');
});

test('a JSON template stays JSON, whatever the place is called', () => {
  fc.assert(
    fc.property(fc.string(), (place) => {
      expect(JSON.parse(fillPayload('{"on": true, "place": "{place}"}', page({ place })))).toEqual({ on: true, place });
    }),
  );
});

test('a value adds no level and no wildcard to a topic', () => {
  fc.assert(
    fc.property(fc.string(), (place) => {
      const topic = fillTopic('shop/{place}/light', page({ place }));
      expect(topic.split('/')).toHaveLength(3);
      expect(topic).not.toMatch(/[+#\0]/);
    }),
  );
});

const mqtt = {
  kind: 'mqtt',
  id: 'light',
  name: 'Light',
  active: true,
  url: 'mqtt://10.0.0.9:1883',
  username: '',
  secret: null,
  authority: '',
  topic: 'shop/light',
  payload: '{"on":true}',
  clearPayload: '{"on":false}',
};
const webhook = { kind: 'webhook', id: 'w', name: 'W', active: true, url: 'https://example.org/x', secret: null, authority: '' };
const fits = (value: object) => v.safeParse(PagerChannelSettings, value).success;

test.each([
  [{ payload: 'call at {place}' }, true],
  [{ payload: 'call of {name}' }, false],
  [{ topic: 'shop/+/light' }, false],
  [{ topic: 'shop/#' }, false],
  [{ topic: '' }, false],
  [{ url: 'http://10.0.0.9' }, false],
  [{ url: 'mqtt://user:password@10.0.0.9' }, false],
  [{ authority: 'not a certificate' }, false],
])('mqtt settings %j fit: %s', (over, expected) => expect(fits({ ...mqtt, ...over })).toBe(expected));

test.each([
  ['http://192.168.1.4:8080/page?x=1', true],
  ['https://hooks.example.org/services/a/b', true],
  ['https://user:password@example.org/', false],
  ['ftp://example.org/', false],
  ['javascript:alert(1)', false],
  ['https://', false],
])('webhook address %s fits: %s', (url, expected) => expect(fits({ ...webhook, url })).toBe(expected));
