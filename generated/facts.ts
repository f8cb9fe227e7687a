// Made by `npm run generate` from openapi/temporary-evse-statuses.yaml. Do not edit: change the document.

/** The version of the OpenAPI document, which is the API release that it describes. */
export const DOCUMENT_VERSION = "2.7.0";

/** The base URL of each environment. */
export const SERVERS = {
  "production": "https://api.spirii.com",
  "sandbox": "https://sandbox.api.spirii.com"
} as const;

/** Method, path and write limit of each operation. */
export const ENDPOINTS = {
  "updateTemporaryEvseStatus": {
    "method": "PATCH",
    "path": "/v2/temporary-evse-statuses/{id}",
    "rateLimit": {
      "requests": 120,
      "windowSeconds": 60
    }
  }
} as const;
