// Members of the gemeente: who they are at the login service, never by name; adding and ending.
import { useState } from 'preact/hooks';
import { codesOf } from '../../server/codes/code-list.ts';
import { membershipSources, professions, roles } from '../../server/codes/people.ts';
import { useChange } from '../api/use-change.ts';
import { AreYouSure } from '../components/are-you-sure.tsx';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { Pages } from '../components/pages.tsx';
import { Table } from '../components/table.tsx';
import {
  AddMemberDocument,
  EndMemberDocument,
  MembersDocument,
  type MembersQuery,
} from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { type Holder, HolderFields, holderInput } from './holder-fields.tsx';
import { adminWords } from './words.ts';

/** The list with the form above it. */
export function Members() {
  const say = useWords(adminWords);
  const [ended, setEnded] = useState(false);
  const [added, setAdded] = useState(0);
  return (
    <section>
      <h2 class="utrecht-heading-2">{say('partMembers')}</h2>
      <details>
        <summary>{say('addMember')}</summary>
        <NewMember key={added} onAdded={() => setAdded(added + 1)} />
      </details>
      <label class="wb-choice__option">
        <input
          type="checkbox"
          class="utrecht-checkbox utrecht-checkbox--html-input"
          checked={ended}
          onChange={(event) => setEnded(event.currentTarget.checked)}
        />
        <span>{say('showEnded')}</span>
      </label>
      <Pages
        key={String(ended)}
        document={MembersDocument}
        variables={{ ended }}
        connectionOf={({ members }) => members}
      >
        {(data) => <MemberTable members={data.members} />}
      </Pages>
    </section>
  );
}

function MemberTable({ members }: { members: MembersQuery['members'] }) {
  const say = useWords(adminWords);
  const nameOf = useNames();
  const { formats } = useLanguage();
  const { send, isBusy, error } = useChange(EndMemberDocument);
  const list = members.edges.flatMap((edge) => (edge ? [edge.node] : []));
  if (list.length === 0) return <p class="utrecht-paragraph">{say('none')}</p>;
  return (
    <>
      {error ? <Failure error={error} /> : null}
      <Table
        caption={say('partMembers')}
        columns={[
          say('member'),
          say('role'),
          say('organisation'),
          say('since'),
          say('source'),
          say('end'),
        ]}
        rows={list.map((member) => ({
          key: member.id,
          cells: [
            <>
              <code>{member.subject}</code>
              <br />
              <small>{member.issuer}</small>
            </>,
            nameOf(roles, member.role),
            [member.organisation, member.profession ? nameOf(professions, member.profession) : null]
              .filter(Boolean)
              .join(', '),
            formats.shortDay(member.validFrom),
            nameOf(membershipSources, member.source),
            member.endedOn ? (
              say('endedOn', { day: formats.shortDay(member.endedOn) })
            ) : (
              <AreYouSure
                key="end"
                word={say('end')}
                about={`${member.subject}, ${nameOf(roles, member.role)}`}
                question={say('endAsk')}
                confirm={say('endYes')}
                isBusy={isBusy}
                onSure={() => void send({ id: member.id })}
              />
            ),
          ],
        }))}
      />
    </>
  );
}

/** Residents have no account. */
const memberRoles = codesOf(roles).filter((role) => role !== 'RESIDENT');

function NewMember({ onAdded }: { onAdded: () => void }) {
  const say = useWords(adminWords);
  const [issuer, setIssuer] = useState('');
  const [subject, setSubject] = useState('');
  const [holder, setHolder] = useState<Holder>({
    role: 'OBSERVER',
    organisation: '',
    profession: '',
  });
  const [isChecked, setChecked] = useState(false);
  const { send, isBusy, error } = useChange(AddMemberDocument);
  const missing = (text: string) =>
    isChecked && text.trim() === '' ? say('textMissing') : undefined;
  const errorOf = (field: string) => (error?.field?.endsWith(field) ? error.message : undefined);
  const save = async () => {
    setChecked(true);
    if (issuer.trim() === '' || subject.trim() === '') return;
    const input = { issuer: issuer.trim(), subject: subject.trim(), ...holderInput(holder) };
    if (await send({ input })) onAdded();
  };
  return (
    <form
      class="wb-panel wb-narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={say('issuer')}
        description={say('issuerHelp')}
        error={missing(issuer) ?? errorOf('issuer')}
      >
        {(control) => (
          <input
            {...control}
            type="url"
            class="utrecht-textbox utrecht-textbox--html-input"
            value={issuer}
            onInput={(event) => setIssuer(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        label={say('member')}
        description={say('subjectHelp')}
        error={missing(subject) ?? errorOf('subject')}
      >
        {(control) => (
          <input
            {...control}
            class="utrecht-textbox utrecht-textbox--html-input"
            autoComplete="off"
            value={subject}
            onInput={(event) => setSubject(event.currentTarget.value)}
          />
        )}
      </Field>
      <HolderFields value={holder} onChange={setHolder} errorOf={errorOf} among={memberRoles} />
      {error ? <Failure error={error} /> : null}
      <div class="wb-buttons">
        <button
          type="submit"
          class="utrecht-button utrecht-button--primary-action"
          disabled={isBusy}
        >
          {say('addMember')}
        </button>
      </div>
    </form>
  );
}
