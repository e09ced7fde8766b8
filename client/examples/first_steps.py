"""Reads the public profile of a wijk over REST and logs a field note over GraphQL; needs Python 3 only.

WIJKBEELD_URL=http://127.0.0.1:4000 python3 client/examples/first_steps.py
"""

import json
import os
import urllib.request
import uuid

URL = os.environ.get("WIJKBEELD_URL", "http://127.0.0.1:4000")
GEMEENTE = os.environ.get("WIJKBEELD_GEMEENTE", "GM9001")
TOKEN = os.environ.get(
    "WIJKBEELD_TOKEN", f"demo:OBSERVER:{GEMEENTE}:wijkteam-noord:WIJKTEAM_WORKER"
)


def get(path):
    with urllib.request.urlopen(f"{URL}/api/v1{path}") as response:
        return json.load(response)


def ask(query, variables):
    body = json.dumps({"query": query, "variables": variables}).encode()
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {TOKEN}"}
    request = urllib.request.Request(f"{URL}/graphql", body, headers)
    with urllib.request.urlopen(request) as response:
        answer = json.load(response)
    if answer.get("errors"):
        raise RuntimeError(answer["errors"][0]["extensions"]["code"])
    return answer["data"]


wijken = get(f"/gemeenten/{GEMEENTE}/wijken?first=100")["items"]
print(f"{GEMEENTE} has {len(wijken)} wijken.")
code = wijken[0]["code"]
for theme in get(f"/wijken/{code}/profile?language=EN")["themes"]:
    print(f"{theme['theme']['code']}: {theme['concordance']['outcome']}")

note = {
    "id": str(uuid.uuid4()),
    "placeCode": code,
    "theme": "SOCIAL_NETWORK",
    "kind": "PROBLEM",
    "observationText": "Oudere bewoners komen weinig buiten sinds het buurthuis dicht is.",
    "noPersonConfirmed": True,
}
mutation = "mutation ($input: LogFieldNoteInput!) { logFieldNote(input: $input) { id status } }"
for _ in range(2):  # sending twice never makes two notes
    print("Note kept:", ask(mutation, {"input": note})["logFieldNote"]["status"])
