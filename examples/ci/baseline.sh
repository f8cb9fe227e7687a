# Once: accept the breaking findings of today. Review the file, and commit it.
npx temporary-evse-statuses verify "$TARGET" --id 42 --key-env API_KEY --baseline contract-baseline.json --write-baseline
# In CI: fail on everything else. An entry counts again after its last day.
npx temporary-evse-statuses verify "$TARGET" --id 42 --key-env API_KEY --baseline contract-baseline.json
