import { CallerError } from '../../shared/errors.ts';
import type { Customer } from '../store/customers.ts';
import type { KioskService } from './kiosk.ts';

/**
 * The customer at the screen, as far as their account may be opened here.
 * @throws CallerError `not-recognised`; `confirm-first` for a beacon that could be a copy, until the picture is touched
 */
export function accountOwner(kiosk: KioskService): Customer {
  const customer = kiosk.customer();
  if (!kiosk.mayShowAccount()) throw new CallerError('confirm-first', 'choose your picture first', 403);
  return customer;
}
