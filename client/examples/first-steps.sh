#!/bin/sh
# Reads open data with curl, keeps the ETag, and asks GraphQL.
# WIJKBEELD_URL=http://127.0.0.1:4000 sh client/examples/first-steps.sh
set -eu
url=${WIJKBEELD_URL:-http://127.0.0.1:4000}
gemeente=${WIJKBEELD_GEMEENTE:-GM9001}

curl -sSf "$url/api/v1/gemeenten/$gemeente/wijken?first=1"
echo
etag=$(curl -sSf -o /dev/null -D - "$url/api/v1/themes" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p')
curl -sS -o /dev/null -w 'asked again: %{http_code}\n' -H "If-None-Match: $etag" "$url/api/v1/themes"
curl -sSf "$url/graphql" -H 'Content-Type: application/json' \
  -d "{\"query\":\"{ places(within: \\\"$gemeente\\\", level: WIJK, first: 1) { edges { node { code name } } } }\"}"
echo
