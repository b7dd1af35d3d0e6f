/** Today on this device's calendar, as `YYYY-MM-DD`. The manager's screen stands in the store, so its day is the store's. */
export function todayHere(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
