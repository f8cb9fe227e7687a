/**
 * The known name that a misspelt one most likely means: it begins with the same letter, and most letters are the same;
 * `undefined` where none is near.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const text = name.toLowerCase();
  let best: string | undefined;
  // Of two equal names it is a half.
  let most = 0.325;
  for (const candidate of known) {
    const letters = candidate.toLowerCase();
    let rest = text;
    for (const letter of letters) rest = rest.replace(letter, '');
    const shared = (name.length - rest.length) / (name.length + candidate.length);
    if (shared > most && text.at(0) === letters.at(0)) {
      best = candidate;
      most = shared;
    }
  }
  return best;
}

/** What to say of a name that is not known. */
export function unknownName(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return `there is no ${name}; ${meant ? `did you mean ${meant}?` : `there are ${known.join(', ')}`}`;
}
