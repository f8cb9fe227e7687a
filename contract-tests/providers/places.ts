/** Places in the document, as findings name them. */
export const operation = '#/paths/~1v2~1temporary-evse-statuses~1{id}/patch';
export const idParameter = `${operation}/parameters/0`;
export const requestBody = `${operation}/requestBody`;
export const updated = `${operation}/responses/200`;
export const record = '#/components/schemas/TemporaryEvseStatus';
export const update = '#/components/schemas/TemporaryEvseStatusUpdate';
export const temporaryStatus = '#/components/schemas/TemporaryStatus';
export const envelope = '#/components/schemas/ErrorEnvelope';
export const error = '#/components/schemas/ErrorDetails';
export const apiKey = '#/components/securitySchemes/apiKey';
export const header = (name: string) => `#/components/headers/${name}`;
export const response = (name: string) => `#/components/responses/${name}`;
