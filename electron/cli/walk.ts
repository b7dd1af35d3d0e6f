import * as v from 'valibot';
import { Refusal } from '../../shared/contract/index.ts';
import { OperatorError } from '../../shared/errors.ts';
import { readCard } from '../data-lock.ts';

const Answer = v.object({ name: v.string(), seconds: v.number() });

/** `prevenance walk CUSTOMER` */
export async function walk(customer: string, options: { data?: string }): Promise<void> {
  const folder = options.data ?? 'data';
  const card = readCard(folder);
  const absent = () =>
    new OperatorError('no-station', `No station is running on the data folder ${folder}. Start one with: npm start`, { folder });
  if (card === null || card.origin === null) throw absent();
  let response: Response;
  try {
    response = await fetch(`${card.origin}/api/operator/walk`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-prevenance-kiosk': card.secret },
      body: JSON.stringify({ customer }),
      signal: AbortSignal.timeout(5_000),
    });
  } catch {
    throw absent();
  }
  const body: unknown = await response.json();
  if (!response.ok) {
    const refusal = v.safeParse(Refusal, body);
    throw new OperatorError(
      'walk-refused',
      refusal.success ? refusal.output.error.message : `the station answered ${response.status}`,
    );
  }
  const { name, seconds } = v.parse(Answer, body);
  console.log(`${name} walks up to the kiosk, stays a while and leaves: ${seconds} s in all. Look at ${card.origin}/kiosk`);
}
