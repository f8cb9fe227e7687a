/** Made here when it is first asked for. In the package it is part of the build, which puts the page into this module. */
export const page = import('../../../scripts/build-page.mjs').then(({ buildPage }) => buildPage());
