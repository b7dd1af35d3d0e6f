/** Writes one line to standard output, where the service manager or the terminal that started the kiosk collects it. */
export function shellLog(line: string): void {
  process.stdout.write(`kiosk: ${line}\n`);
}

/** The line that tells whoever started the shell that the page is on the screen. */
export const shownLine = 'the kiosk window is open';

/** Exit code by which a shell that was given a station asks to be started again (`EX_TEMPFAIL` of sysexits.h). */
export const relaunchCode = 75;
