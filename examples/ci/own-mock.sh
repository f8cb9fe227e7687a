# First terminal. Without `--rate-limit off`, the check takes about two minutes:
MOCK_API_KEY=not-a-real-key npx temporary-evse-statuses mock --keys one --rate-limit off
# Second terminal. Record 43 cannot be used, since it has no validTo:
MOCK_API_KEY=not-a-real-key npx temporary-evse-statuses verify http://127.0.0.1:4010 --id 42 --key-env MOCK_API_KEY
