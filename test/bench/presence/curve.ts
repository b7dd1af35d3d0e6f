import type { Quality } from './measure.ts';

/** One contender's qualities over a sweep of its radius, and the one at the radius that was asked for. */
export interface Line {
  readonly name: string;
  readonly sweep: readonly Quality[];
  readonly nominal: Quality;
}

const size = { width: 420, height: 330, left: 56, top: 40, gap: 90, legend: 24 };
/** Tell apart without colour as well: each line has a dash of its own. */
const styles = [
  { colour: '#0b5fae', dash: '', width: 3.5 },
  { colour: '#b3541e', dash: '', width: 1.6 },
  { colour: '#7a3e9d', dash: '7 3', width: 1.6 },
  { colour: '#2f7d4f', dash: '2 3', width: 1.6 },
  { colour: '#a01c46', dash: '9 3 2 3', width: 1.6 },
  { colour: '#666666', dash: '5 5', width: 1.6 },
  { colour: '#1d7f8c', dash: '1 4', width: 1.6 },
] as const;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const percent = (share: number): number => 100 * share;

interface Panel {
  readonly title: string;
  readonly what: string;
  readonly low: number;
  readonly of: (quality: Quality) => number;
}

function panel({ title, what, low, of }: Panel, lines: readonly Line[], left: number): string {
  const { width, height, top } = size;
  const most = 60;
  const x = (value: number) => left + (Math.min(value, most) / most) * width;
  const y = (value: number) => top + height - ((Math.max(value, low) - low) / (100 - low)) * height;
  const parts = [
    `<text x="${left}" y="${top - 16}" class="title">${escaped(title)}</text>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="none" stroke="#999"/>`,
  ];
  for (let value = 0; value <= most; value += 10) {
    parts.push(`<text x="${x(value)}" y="${top + height + 18}" text-anchor="middle">${value} %</text>`);
  }
  for (let value = low; value <= 100; value += 10) {
    parts.push(`<path d="M${left} ${y(value)}h${width}" stroke="#e5e5e5"/>`);
    parts.push(`<text x="${left - 6}" y="${y(value) + 4}" text-anchor="end">${value} %</text>`);
  }
  parts.push(`<text x="${left + width / 2}" y="${top + height + 38}" text-anchor="middle">false time in the near ring</text>`);
  parts.push(
    `<text transform="translate(${left - 44} ${top + height / 2}) rotate(-90)" text-anchor="middle">${escaped(what)}</text>`,
  );
  lines.forEach(({ sweep, nominal }, i) => {
    const { colour, dash, width: thick } = styles[i % styles.length]!;
    const point = (q: Quality) => `${x(percent(q.nearRing)).toFixed(1)} ${y(percent(of(q))).toFixed(1)}`;
    const path = sweep.map((q, at) => `${at === 0 ? 'M' : 'L'}${point(q)}`).join('');
    parts.push(`<path d="${path}" fill="none" stroke="${colour}" stroke-width="${thick}" stroke-dasharray="${dash}"/>`);
    const [cx, cy] = point(nominal).split(' ');
    parts.push(`<circle cx="${cx}" cy="${cy}" r="${i === 0 ? 6 : 4}" fill="${colour}" stroke="#fff"/>`);
  });
  return parts.join('\n');
}

/** Trade-off curves: each line is one contender with its radius swept, the dot is the radius that was asked for. Up and left is better. */
export function drawCurves(lines: readonly Line[]): string {
  const { width, height, left, top, gap, legend } = size;
  const second = left + width + gap;
  const names = lines.map(({ name }, i) => {
    const { colour, dash, width: thick } = styles[i % styles.length]!;
    const x = left + (i % 2) * 470;
    const y = top + height + 66 + Math.floor(i / 2) * legend;
    return `<path d="M${x} ${y}h34" stroke="${colour}" stroke-width="${thick}" stroke-dasharray="${dash}"/><text x="${x + 42}" y="${y + 4}">${escaped(name)}</text>`;
  });
  const total = { width: second + width + 20, height: top + height + 66 + Math.ceil(lines.length / 2) * legend };
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${total.width} ${total.height}" role="img">
<title>Trade-off between true and false presence</title>
<style>text{font:13px sans-serif;fill:#222}.title{font-weight:bold;font-size:15px}</style>
<rect width="100%" height="100%" fill="#fff"/>
${panel({ title: 'Standing in the zone', what: 'time counted as inside', low: 40, of: (q) => q.inZone }, lines, left)}
${panel({ title: 'Walking into it', what: 'visits found', low: 40, of: (q) => q.found / q.visits }, lines, second)}
${names.join('\n')}
</svg>
`;
}
