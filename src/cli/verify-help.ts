export const verifyHelp = `Holds a server to the contract of the API: sends a fixed table of requests, judges every answer, reports.

  npx temporary-evse-statuses verify TARGET --id ID --key-env NAME [options]

TARGET is the base URL, for example http://127.0.0.1:4010 or https://sandbox.api.spirii.com. The run changes the record ID,
and no other, and brings it back at the end. It keeps under the documented limit of writes and sends nothing twice.

What is checked
  --id ID                     the record that the run may change; required
  --key-env NAME              environment variable that holds the API key; required
  --other-id ID               a second record, read only, to see that it stays untouched
  --missing-id ID             an id that is not there; default 2147483647
  --forbidden-key-env NAME    variable with a key that lacks permission, to see 403
  --throttled-key-env NAME    variable with a key whose quota is used up, to see 429
  --probe-rate-limit          at the end, use the quota up until 429 comes
  --read-only                 send only what must be refused

What is sent, and when
  --list                      print every case (id, sentence, place in the document) and end
  --dry-run                   print the requests of this run as curl lines and end; needs no key
  --allow-production          let the run change a record in production; refused otherwise
  --wait-for SECONDS          wait until TARGET answers, at most so long; default 0
  --timeout SECONDS           for one request, its answer included; default 10

What is written
  --report FORMAT[=FILE]      text, json, junit or github; to standard output, or to FILE; may be given more than once;
                              default text. github writes annotations, and the summary to GITHUB_STEP_SUMMARY
  --help                      this text

Exit codes
  0  the contract holds (additive findings are told and do not fail)
  1  the contract is broken
  2  it could not be checked: the target does not answer, the key is missing or refused, there is no such record,
     an option is wrong, no case was sent
`;
