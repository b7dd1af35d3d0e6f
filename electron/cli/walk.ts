import { askStation } from './operator.ts';

/** `prevenance walk CUSTOMER` */
export async function walk(customer: string, options: { data?: string }): Promise<void> {
  const { name, seconds, origin } = await askStation(options.data ?? 'data', 'operator/walk', { customer });
  console.log(`${name} walks up to the kiosk, stays a while and leaves: ${seconds} s in all. Look at ${origin}/kiosk`);
}
