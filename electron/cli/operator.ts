import * as v from 'valibot';
import { type Input, type Output, Refusal, routes } from '../../shared/contract/index.ts';
import { OperatorError } from '../../shared/errors.ts';
import { type Millis, seconds } from '../../shared/units.ts';
import { readCard } from '../data-lock.ts';

type OperatorRoute = Extract<keyof typeof routes, `operator/${string}`>;

/**
 * Asks the station that runs on a data folder, as a command on its machine.
 * @throws OperatorError when none runs, or when it refuses
 */
export async function askStation<N extends OperatorRoute>(
  folder: string,
  name: N,
  input: Input<N>,
  patience: Millis = seconds(5),
): Promise<Output<N> & { origin: string }> {
  const card = readCard(folder);
  const absent = () =>
    new OperatorError('no-station', `No station is running on the data folder ${folder}. Start one with: npm start`, { folder });
  if (card === null || card.origin === null) throw absent();
  let response: Response;
  try {
    response = await fetch(`${card.origin}/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-prevenance-kiosk': card.secret },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(patience),
    });
  } catch {
    throw absent();
  }
  const body: unknown = await response.json();
  if (!response.ok) {
    const refusal = v.safeParse(Refusal, body);
    throw new OperatorError('refused', refusal.success ? sentence(refusal.output) : `the station answered ${response.status}`);
  }
  return { ...(v.parse(routes[name].output, body) as Output<N>), origin: card.origin };
}

const sentence = ({ error }: Refusal): string =>
  [error.message, ...error.issues.map(({ path, message }) => `${path}: ${message}`)].join('; ');
