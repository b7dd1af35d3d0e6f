import type { Interval } from './statistics.ts';

/** One way of watching, over all thresholds; `usual` is the point at the kiosk's own one. */
export interface Line {
  readonly name: string;
  readonly points: readonly { readonly threshold: number; readonly unneeded: Interval; readonly inTime: Interval }[];
  readonly usual: number;
}

const size = { width: 520, height: 360, left: 70, top: 44 };
/** Told apart without colour as well. */
const styles = [
  { colour: '#666666', dash: '', shape: 'M-6 0h12M0 -6v12' },
  { colour: '#0b5fae', dash: '', shape: 'M-5 -5h10v10h-10z' },
  { colour: '#b3541e', dash: '7 4', shape: 'M0 -7l7 7l-7 7l-7 -7z' },
] as const;

/** Operating curves as SVG: visits that needed a person and got help in time, against those that needed none and were asked. Up and left is better. */
export function drawOperatingCurve(lines: readonly Line[], most: number): string {
  const { width, height, left, top } = size;
  const x = (share: number) => left + (Math.min(share, most) / most) * width;
  const y = (share: number) => top + height - share * height;
  const grid: string[] = [];
  for (let i = 0; i <= 5; i++) {
    const across = (most * i) / 5;
    grid.push(`<text x="${x(across)}" y="${top + height + 20}" text-anchor="middle">${(100 * across).toFixed(0)} %</text>`);
    grid.push(`<path d="M${left} ${y(i / 5)}h${width}" stroke="#e5e5e5"/>`);
    grid.push(`<text x="${left - 8}" y="${y(i / 5) + 4}" text-anchor="end">${20 * i} %</text>`);
  }
  const drawn = lines.map(({ points, usual }, i) => {
    const { colour, dash, shape } = styles[i % styles.length]!;
    const at = (point: Line['points'][number]) => `${x(point.unneeded.value).toFixed(1)} ${y(point.inTime.value).toFixed(1)}`;
    const shown = points.filter(({ unneeded }) => unneeded.value <= most);
    const bars = shown.map(
      ({ unneeded, inTime }) =>
        `<path d="M${x(unneeded.value).toFixed(1)} ${y(inTime.high).toFixed(1)}V${y(inTime.low).toFixed(1)}" stroke="${colour}" opacity=".45"/>`,
    );
    const path = shown.map((point, n) => `${n === 0 ? 'M' : 'L'}${at(point)}`).join('');
    const dot = points[usual]!;
    return `${bars.join('')}<path d="${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/><path transform="translate(${at(dot)})" d="${shape}" fill="${colour}" stroke="${colour}" stroke-width="2"/>`;
  });
  const names = lines.map(({ name }, i) => {
    const { colour, dash, shape } = styles[i % styles.length]!;
    const at = top + height + 72 + i * 24;
    return `<path d="M${left} ${at}h44" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/><path transform="translate(${left + 22} ${at})" d="${shape}" fill="${colour}" stroke="${colour}" stroke-width="2"/><text x="${left + 56}" y="${at + 4}">${name}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 24} ${top + height + 72 + lines.length * 24}" role="img">
<title>Operating curve of calling a person, simulated</title>
<style>text{font:13px sans-serif;fill:#222}.title{font-weight:bold;font-size:15px}</style>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${left}" y="24" class="title">Simulated visits: help in time against needless proposals</text>
<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="none" stroke="#999"/>
${grid.join('\n')}
<text x="${left + width / 2}" y="${top + height + 44}" text-anchor="middle">asked without need, of the visits that needed nobody</text>
<text transform="translate(20 ${top + height / 2}) rotate(-90)" text-anchor="middle">helped in time, of the visits that needed somebody</text>
${drawn.join('\n')}
${names.join('\n')}
</svg>
`;
}
