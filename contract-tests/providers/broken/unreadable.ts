import { sendingAt, type BrokenProvider } from '../control.ts';
import { updated } from '../places.ts';

const found = { rule: 'body-json', at: `${updated}/content/application~1json` };

/** Answers to updates whose body cannot be read at all. */
export const unreadable: readonly BrokenProvider[] = [
  {
    name: '200 without a body',
    fault: 'An update is answered with 200 and nothing.',
    found,
    change: sendingAt(200, () => ({ body: '' })),
  },
  {
    name: 'JSON cut short',
    fault: 'The last character of the record is missing.',
    found,
    change: sendingAt(200, ({ body }) => ({ body: body.slice(0, -1) })),
  },
  {
    name: 'JSON behind a guard',
    fault: "The record stands after )]}', as against script inclusion.",
    found,
    change: sendingAt(200, ({ body }) => ({ body: `)]}',\n${String(body)}` })),
  },
  {
    name: 'JSON in single quotes',
    fault: 'The record is written with single quotes.',
    found,
    change: sendingAt(200, ({ body }) => ({ body: String(body).replaceAll('"', "'") })),
  },
  {
    name: 'a byte order mark',
    fault: 'The record stands after a byte order mark, which RFC 8259 forbids.',
    found,
    change: sendingAt(200, ({ body }) => ({ body: `\u{FEFF}${String(body)}` })),
  },
  {
    name: 'record as UTF-16',
    fault: 'The record is sent as UTF-16.',
    found,
    change: sendingAt(200, ({ body }) => ({ body: Buffer.from(String(body), 'utf16le') })),
  },
  {
    name: 'a page for the record',
    fault: 'An update is answered with 200 and HTML that is called JSON.',
    found,
    change: sendingAt(200, () => ({ body: '<!doctype html><title>OK</title>' })),
  },
];
