/** The known name that a misspelt one most likely means; `undefined` where none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const start = name.slice(0, 4).toLowerCase();
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of known) {
    const [from, to] = [name.toLowerCase(), candidate.toLowerCase()];
    const edits = Math.max(lettersLeft(from, to), lettersLeft(to, from));
    // `timeout` for `timeoutMs`, `retries` for `retry`: a long common start says more than the number of letters.
    const isNear = edits <= Math.max(1, name.length / 3) || (start.length === 4 && to.startsWith(start));
    if (isNear && edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

/** What to say of a name that is not known. */
export function unknownName(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return `there is no ${name}; ${meant === undefined ? `there are ${known.join(', ')}` : `did you mean ${meant}?`}`;
}

/** How many letters of a word another word does not have, wherever they stand. */
function lettersLeft(word: string, other: string): number {
  let rest = word;
  for (const letter of other) rest = rest.replace(letter, '');
  return rest.length;
}
