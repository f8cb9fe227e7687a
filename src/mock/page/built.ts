/** The page, whole: one HTML document that loads nothing but the mock's own calls. */
export interface Page {
  readonly html: string;
  /** Its `Content-Security-Policy`. */
  readonly policy: string;
}

/** Made here when it is first asked for. In the package it is part of the build, which puts the page into this module. */
export const page: Promise<Page> = import('../../../scripts/build-page.mjs').then(({ buildPage }) => buildPage());
