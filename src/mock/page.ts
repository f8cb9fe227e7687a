import { PAGE, PAGE_POLICY } from '../../generated/page.ts';

/** The page at `/__mock/`, whole: it loads nothing but the mock's own calls. */
export const page = PAGE;

/** The headers of its answer. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': PAGE_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};
