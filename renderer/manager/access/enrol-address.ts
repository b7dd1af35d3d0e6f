const thisMachine = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Where a handheld opens the staff page to enrol: this page's own address, or the network's when this page was opened on the station's
 * own machine. The code stands in the fragment, which browsers send to nobody.
 * @param origins what the station answers to on the network, the best first
 * @returns null when no other device can reach the station
 */
export function enrolAddress(
  here: { readonly origin: string; readonly hostname: string },
  origins: readonly string[],
  code: string,
): string | null {
  const origin = thisMachine.test(here.hostname) ? origins[0] : here.origin;
  return origin === undefined ? null : `${origin}/staff#enrol=${code}`;
}
