import { createClient, isConnectionError, isResponseError, isUnexpectedResponseError } from 'temporary-evse-statuses';

try {
  const client = createClient({ apiKey: process.env.SPIRII_API_KEY ?? '', environment: 'sandbox' });
  await client.update(4711, { temporaryStatus: 'MAINTENANCE', validFrom: new Date() });
} catch (error) {
  if (isResponseError(error)) console.log(error.status, error.code, error.requestId); // 404 unknown_id req_mock_000001
  else if (isConnectionError(error)) console.log(error.message, error.cause);
  else if (isUnexpectedResponseError(error)) console.log('It was carried out; the response:', error.text);
  else throw error; // an InvalidArgumentError: correct the option or argument that it names
}
