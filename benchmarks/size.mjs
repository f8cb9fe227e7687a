// Bundle of the same small app with each client.
import { bundledBytes, ourApp } from './bundle.mjs';
import { printRows } from './interleave.mjs';
import { builtEntry } from './peers.mjs';

const body = `{ temporaryStatus: 'BLOCKED' }`;
const apps = {
  'openapi-fetch': `import createClient from 'openapi-fetch';
    const client = createClient({ baseUrl: '/api' });
    export const block = (id) => client.PATCH('/v2/temporary-evse-statuses/{id}', { params: { path: { id } }, body: ${body} });`,
  ours: ourApp,
  ky: `import ky from 'ky';
    export const block = (id) => ky.patch('/api/v2/temporary-evse-statuses/' + id, { json: ${body} }).json();`,
  axios: `import axios from 'axios';
    export const block = (id) => axios.patch('/api/v2/temporary-evse-statuses/' + id, ${body});`,
  openai: `import { OpenAI } from 'openai';
    const client = new OpenAI({ apiKey: '', baseURL: '/api', dangerouslyAllowBrowser: true });
    export const block = (id) => client.patch('/v2/temporary-evse-statuses/' + id, { body: ${body} });`,
  stripe: `import Stripe from 'stripe';
    const client = new Stripe('key');
    export const block = (id) => client.customers.update(id, { metadata: ${body} });`,
};

const rows = [];
for (const [client, app] of Object.entries(apps)) {
  const bytes = await bundledBytes(app, builtEntry);
  rows.push({
    client,
    ...Object.fromEntries(
      Object.entries(bytes).map(([figure, value]) => [`${figure} (kB)`, (value / 1_000).toFixed(2)]),
    ),
  });
}
console.log('\nBundle of an app that only updates');
printRows(rows);
