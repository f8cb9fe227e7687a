/** A media type in lower case and its parameters, or `undefined` where the header cannot be read. RFC 9110, section 8.3. */
function parseMediaType(text: string): { type: string; parameters: Map<string, string> } | undefined {
  const [essence = '', ...rest] = text.split(';').map((part) => part.trim());
  if (!/^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/.test(essence)) return undefined;
  const parameters = new Map<string, string>();
  for (const part of rest.filter((part) => part !== '')) {
    const equals = part.indexOf('=');
    if (equals < 1) return undefined;
    parameters.set(part.slice(0, equals).toLowerCase(), part.slice(equals + 1).replace(/^"(.*)"$/, '$1'));
  }
  return { type: essence.toLowerCase(), parameters };
}

/** Whether a `Content-Type` is this media type, in UTF-8 where it names a charset. */
export function isMediaType(mediaType: string, contentType: string | undefined): boolean {
  if (contentType === mediaType) return true;
  const parsed = contentType === undefined ? undefined : parseMediaType(contentType);
  if (parsed?.type !== mediaType) return false;
  const charset = parsed.parameters.get('charset')?.toLowerCase();
  return charset === undefined || charset === 'utf-8' || charset === 'utf8';
}

/** Whether an `Accept` takes a media type: the most specific range decides, `q=0` excludes. RFC 9110, section 12.5.1. */
export function accepts(accept: string, mediaType: string): boolean {
  if (accept === mediaType || accept === '*/*') return true;
  const ranges = accept.split(',').filter((range) => range.trim() !== '');
  if (ranges.length === 0) return true;
  const quality = new Map(
    ranges.map((range) => {
      const parsed = parseMediaType(range);
      return [parsed?.type, Number(parsed?.parameters.get('q') ?? 1)];
    }),
  );
  const [family] = mediaType.split('/');
  return (quality.get(mediaType) ?? quality.get(`${family ?? ''}/*`) ?? quality.get('*/*') ?? 0) > 0;
}
