// Interleaved measurements: every round runs every contender once, so a slow moment of the machine affects all of them. The
// order changes from round to round, since each leaves something to the next (garbage, warm sockets). Ratios are taken
// within a round; the table shows their medians over the rounds.

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/**
 * @template T
 * @param {readonly T[]} values
 */
function shuffled(values) {
  return values
    .map((value) => ({ value, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}

/**
 * @template {{ name: string }} T
 * @param {readonly T[]} contenders
 * @param {{ rounds: number, measure: (contender: T) => Promise<Record<string, number>> }} options - Two more rounds
 *   are run first and discarded.
 * @returns {Promise<Map<string, Record<string, number[]>>>} for each name, each figure of each round
 */
export async function interleave(contenders, { rounds, measure }) {
  /** @type {Map<string, Record<string, number[]>>} */
  const figures = new Map(contenders.map(({ name }) => [name, {}]));
  for (let round = -2; round < rounds; round++) {
    for (const contender of shuffled(contenders)) {
      const measured = await measure(contender);
      if (round < 0) continue;
      const kept = figures.get(contender.name) ?? {};
      for (const [figure, value] of Object.entries(measured)) (kept[figure] ??= []).push(value);
    }
  }
  return figures;
}

/**
 * @param {Map<string, Record<string, number[]>>} figures
 * @param {string} figure
 * @param {string} name
 * @param {string} base
 */
export function ratio(figures, figure, name, base) {
  const own = figures.get(name)?.[figure] ?? [];
  const others = figures.get(base)?.[figure] ?? [];
  return median(own.map((value, round) => value / (others[round] ?? NaN)));
}

/**
 * One row for each contender: the median of each figure, and its ratio to each base.
 * @param {Map<string, Record<string, number[]>>} figures
 * @param {Record<string, { unit: string, digits?: number, bases?: readonly string[] }>} columns
 */
export function printTable(figures, columns) {
  const rows = [...figures].map(([name, own]) => {
    /** @type {Record<string, string>} */
    const row = { name };
    for (const [figure, { unit, digits = 1, bases = [] }] of Object.entries(columns)) {
      row[`${figure} (${unit})`] = median(own[figure] ?? []).toFixed(digits);
      for (const base of bases) row[`÷ ${base} [${figure}]`] = ratio(figures, figure, name, base).toFixed(2);
    }
    return row;
  });
  printRows(rows);
}

/** @param {readonly Record<string, string>[]} rows */
export function printRows(rows) {
  const heads = Object.keys(rows[0] ?? {});
  const widths = heads.map((head) => Math.max(head.length, ...rows.map((row) => (row[head] ?? '').length)));
  const line = (/** @type {readonly string[]} */ cells) => {
    console.log(cells.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  '));
  };
  line(heads);
  for (const row of rows) line(heads.map((head) => row[head] ?? ''));
}
