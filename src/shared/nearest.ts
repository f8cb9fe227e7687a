/**
 * The known name that a misspelt one most likely means: it begins with the same letter, and most letters are the same;
 * `undefined` where none is near.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const text = name.toLowerCase();
  let best: string | undefined;
  let most = 0.65;
  for (const candidate of known) {
    const letters = candidate.toLowerCase();
    let rest = text;
    for (const letter of letters) rest = rest.replace(letter, '');
    const shared = (2 * (name.length - rest.length)) / (name.length + candidate.length);
    if (shared > most && text.startsWith(letters.charAt(0))) [best, most] = [candidate, shared];
  }
  return best;
}

/** What to say of a name that is not known. */
export function unknownName(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return `there is no ${name}; ${meant ? `did you mean ${meant}?` : `there are ${known.join(', ')}`}`;
}
