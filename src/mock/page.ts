/** What a browser shows at `/__mock/`. */
export const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Mock</title>
  </head>
  <body>
    <h1>Mock</h1>
    <p><a href="state">Its state</a>, <a href="health">its health</a></p>
  </body>
</html>
`;

/** Sent with it. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
};
