// Made by `npm run generate` from openapi/temporary-evse-statuses.yaml. Do not edit: change the document.

/** The version of the OpenAPI document, which is the API release that it describes. */
export const DOCUMENT_VERSION = '2.7.0';

/** The base URL of each environment. */
export const SERVERS = {
  production: 'https://api.spirii.com',
  sandbox: 'https://sandbox.api.spirii.com',
} as const;

/** The documented default rate limits. */
export const RATE_LIMITS = {
  write: {
    requests: 120,
    windowSeconds: 60,
  },
  read: {
    requests: 600,
    windowSeconds: 60,
  },
} as const;
