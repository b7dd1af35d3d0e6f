import { isSensitive } from '../../shared/offers/sensitive.ts';
import type { Store } from '../store/index.ts';

/**
 * What a customer buys most, from plain shelves only: who opens their account asks what the store knows, not to have a pharmacy bag read out
 * on a public screen.
 */
export const plainPurchases = ({ purchases }: Store, customerId: string, most: number) =>
  purchases
    .summary(customerId)
    .filter(({ category }) => !isSensitive(category))
    .slice(0, most)
    .map(({ name, times, lastOn }) => ({ name, times, lastOn }));
