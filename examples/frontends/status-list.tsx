import { useEffect, useState } from 'react';
import { createClient, type TemporaryEvseStatus } from 'temporary-evse-statuses';

const client = createClient({ baseUrl: '/spirii' }); // no key: your backend adds it

export function StatusList() {
  const [statuses, setStatuses] = useState<readonly TemporaryEvseStatus[]>([]);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const leaving = new AbortController();
    client.list({}, { signal: leaving.signal }).then(setStatuses, (error: unknown) => {
      if (!leaving.signal.aborted) setProblem(String(error));
    });
    return () => leaving.abort();
  }, []);
  if (problem) return <p role="alert">{problem}</p>;
  return (
    <ul>
      {statuses.map(({ id, evseId, temporaryStatus }) => (
        <li key={id}>{`${evseId} ${temporaryStatus}`}</li>
      ))}
    </ul>
  );
}
