// Who residents can call: the team of the gemeente, and of wijken that have their own. Shown on the public pages.
import { useState } from 'preact/hooks';
import { sendLater, useDelayed } from '../api/delayed.ts';
import { ask } from '../api/request.ts';
import { useChange } from '../api/use-change.ts';
import { useQuery } from '../api/use-query.ts';
import { pathTo } from '../app/paths.ts';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { Table } from '../components/table.tsx';
import { usePlaceNames } from '../components/use-place-names.ts';
import {
  ContactsDocument,
  type ContactsQuery,
  RemoveContactDocument,
  SetContactDocument,
} from '../generated/graphql.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { contactWords } from './contact-words.ts';

type Contact = ContactsQuery['contacts'][number];

const removalKey = (placeCode: string) => `remove contact ${placeCode}`;

/** The list with the form above it; what is taken away can be undone. */
export function Contacts({ gemeente }: { gemeente: string }) {
  const say = useWords(contactWords);
  const { formats } = useLanguage();
  const { nameOf, wijken } = usePlaceNames(gemeente);
  const { data, error, refresh } = useQuery(ContactsDocument, {});
  const { isTaken } = useDelayed();
  const [chosen, setChosen] = useState<Contact>();
  const contacts = (data?.contacts ?? []).filter((one) => !isTaken(removalKey(one.placeCode)));
  const remove = ({ placeCode, name }: Contact) =>
    sendLater({
      key: removalKey(placeCode),
      title: say('willRemove', { name, place: nameOf(placeCode) }),
      send: (keepalive) => ask(RemoveContactDocument, { placeCode }, { keepalive }),
    });
  return (
    <section>
      <h2 class="utrecht-heading-2">{say('title')}</h2>
      <p class="utrecht-paragraph">{say('help')}</p>
      <ContactForm
        key={chosen ? `${chosen.placeCode} ${chosen.changedAt}` : data?.contacts.length}
        begin={chosen ?? { placeCode: gemeente, name: '', phone: '', address: null }}
        places={[{ code: gemeente, name: say('whole', { gemeente: nameOf(gemeente) }) }, ...wijken]}
        onSaved={() => setChosen(undefined)}
      />
      {error ? <Failure error={error} retry={refresh} /> : null}
      {data && contacts.length === 0 ? <p class="utrecht-paragraph">{say('none')}</p> : null}
      {contacts.length > 0 ? (
        <Table
          caption={say('title')}
          columns={[
            say('place'),
            say('name'),
            say('phone'),
            say('address'),
            say('changed'),
            say('change'),
          ]}
          rows={contacts.map((contact) => {
            const { placeCode, name, phone, address, changedAt } = contact;
            const place =
              placeCode === gemeente
                ? say('whole', { gemeente: nameOf(gemeente) })
                : nameOf(placeCode);
            return {
              key: placeCode,
              cells: [
                placeCode === gemeente ? (
                  place
                ) : (
                  <a key="place" class="utrecht-link" href={pathTo('publicPage', placeCode)}>
                    {place}
                  </a>
                ),
                name,
                phone,
                address ?? '',
                formats.shortDay(changedAt),
                <div key="do" class="wb-buttons">
                  <button
                    type="button"
                    class="utrecht-button utrecht-button--secondary-action"
                    aria-label={`${say('change')}: ${place}`}
                    onClick={() => setChosen(contact)}
                  >
                    {say('change')}
                  </button>
                  <button
                    type="button"
                    class="utrecht-button utrecht-button--subtle"
                    aria-label={`${say('remove')}: ${place}`}
                    onClick={() => remove(contact)}
                  >
                    {say('remove')}
                  </button>
                </div>,
              ],
            };
          })}
        />
      ) : null}
    </section>
  );
}

interface ContactFormProps {
  readonly begin: Pick<Contact, 'placeCode' | 'name' | 'phone' | 'address'>;
  readonly places: readonly { readonly code: string; readonly name: string }[];
  readonly onSaved: () => void;
}

function ContactForm({ begin, places, onSaved }: ContactFormProps) {
  const say = useWords(contactWords);
  const [placeCode, setPlace] = useState(begin.placeCode);
  const [name, setName] = useState(begin.name);
  const [phone, setPhone] = useState(begin.phone);
  const [address, setAddress] = useState(begin.address ?? '');
  const { send, isBusy, error } = useChange(SetContactDocument);
  const fields = ['name', 'phone', 'address'] as const;
  const errorAt = (field: (typeof fields)[number]) =>
    error?.field?.endsWith(field) ? error.message : undefined;
  const texts = [
    { field: 'name', value: name, set: setName, longest: 100 },
    { field: 'phone', value: phone, set: setPhone, longest: 30 },
    { field: 'address', value: address, set: setAddress, longest: 200 },
  ] as const;
  return (
    <form
      class="wb-panel"
      onSubmit={async (event) => {
        event.preventDefault();
        const input = { placeCode, name, phone, address: address.trim() || null };
        if (await send({ input })) onSaved();
      }}
    >
      <Field label={say('place')}>
        {(control) => (
          <select
            {...control}
            class="utrecht-select"
            value={placeCode}
            onChange={(event) => setPlace(event.currentTarget.value)}
          >
            {places.map((place) => (
              <option key={place.code} value={place.code}>
                {place.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {texts.map(({ field, value, set, longest }) => (
        <Field
          key={field}
          label={say(field)}
          description={say(`${field}Help`)}
          error={errorAt(field)}
        >
          {(control) => (
            <input
              {...control}
              class="utrecht-textbox utrecht-textbox--html-input"
              type="text"
              inputmode={field === 'phone' ? 'tel' : 'text'}
              autocomplete="off"
              maxLength={longest}
              value={value}
              onInput={(event) => set(event.currentTarget.value)}
            />
          )}
        </Field>
      ))}
      {error && !fields.some(errorAt) ? <Failure error={error} /> : null}
      <button type="submit" class="utrecht-button utrecht-button--primary-action" disabled={isBusy}>
        {say('save')}
      </button>
    </form>
  );
}
