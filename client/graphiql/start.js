// Starts GraphiQL on our own origin with the example operations as tabs and a choice of whom to act as.
/* global React, ReactDOM, GraphiQL, wijkbeeldOperations, wijkbeeldPeople */
const select = document.getElementById('person');
const note = document.getElementById('person-note');
const kept = 'wijkbeeld:person';

for (const person of wijkbeeldPeople) {
  const option = document.createElement('option');
  option.value = person.token;
  option.textContent = person.label;
  select.append(option);
}

function showPerson() {
  const person = wijkbeeldPeople.find((one) => one.token === select.value);
  note.textContent = person ? person.may : '';
}

select.value = sessionStorage.getItem(kept) ?? '';
if (select.selectedIndex < 0) select.selectedIndex = 0;
select.addEventListener('change', () => {
  sessionStorage.setItem(kept, select.value);
  showPerson();
});
showPerson();

async function fetcher(parameters, options) {
  const headers = {
    'content-type': 'application/json',
    'x-wijkbeeld-request': '1',
    ...(options?.headers ?? {}),
  };
  if (select.value && !headers.authorization) headers.authorization = `Bearer ${select.value}`;
  const response = await fetch('../graphql', {
    method: 'POST',
    headers,
    body: JSON.stringify(parameters),
  });
  return response.json();
}

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultTabs: wijkbeeldOperations,
    // GraphiQL shows the variables of its first tab only when they are also given here.
    variables: wijkbeeldOperations[0].variables,
    shouldPersistHeaders: false,
    defaultEditorToolsVisibility: 'variables',
  }),
);
