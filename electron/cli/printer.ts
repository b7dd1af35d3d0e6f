import { OperatorError } from '../../shared/errors.ts';
import { seconds } from '../../shared/units.ts';
import { askStation } from './operator.ts';

/** `prevenance printer test` */
export async function printerTest(options: { data?: string }): Promise<void> {
  const { result } = await askStation(options.data ?? 'data', 'operator/printer-test', {}, seconds(12));
  if (result === 'printed') console.log('Printed: the printer says so.');
  else if (result === 'sent') console.log('Sent. This printer says nothing of itself: look whether the slip came out.');
  else throw new OperatorError('not-printed', `The trial slip was not printed: ${result}. See docs/printing.md.`);
}
