// The audit log, for the data protection officer: codes and pseudonyms.
import { useState } from 'preact/hooks';
import { isCode } from '../../server/codes/code-list.ts';
import { roles } from '../../server/codes/people.ts';
import { Field } from '../components/field.tsx';
import { Pages } from '../components/pages.tsx';
import { Table } from '../components/table.tsx';
import { AuditLinesDocument } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { adminWords } from './words.ts';

/** Newest first; only one event when it is given. */
export function Audit({ within }: { within: string }) {
  const say = useWords(adminWords);
  const nameOf = useNames();
  const { formats } = useLanguage();
  const [typed, setTyped] = useState('');
  const [event, setEvent] = useState('');
  return (
    <section>
      <h2 class="utrecht-heading-2">{say('partAudit')}</h2>
      <p class="utrecht-paragraph">{say('auditHelp')}</p>
      <form
        class="wb-narrow"
        onSubmit={(submit) => {
          submit.preventDefault();
          setEvent(typed.trim().toUpperCase());
        }}
      >
        <Field label={say('event')} description={say('eventHelp')}>
          {(control) => (
            <input
              {...control}
              class="utrecht-textbox utrecht-textbox--html-input"
              value={typed}
              onInput={(input) => setTyped(input.currentTarget.value)}
            />
          )}
        </Field>
        <button type="submit" class="utrecht-button utrecht-button--secondary-action">
          {say('filter')}
        </button>
      </form>
      <Pages
        key={event}
        document={AuditLinesDocument}
        variables={event === '' ? { within } : { within, event }}
        connectionOf={({ auditLines }) => auditLines}
      >
        {({ auditLines }) =>
          auditLines.edges.length === 0 ? (
            <p class="utrecht-paragraph">{say('none')}</p>
          ) : (
            <Table
              caption={say('partAudit')}
              columns={[say('event'), say('day'), say('actor'), say('object')]}
              rows={auditLines.edges.flatMap((edge) =>
                edge
                  ? [
                      {
                        key: String(edge.node.number),
                        cells: [
                          <code key="event">{edge.node.event}</code>,
                          edge.node.at ? formats.moment(edge.node.at) : formats.day(edge.node.day),
                          <>
                            {isCode(roles, edge.node.role)
                              ? nameOf(roles, edge.node.role)
                              : edge.node.role}
                            <br />
                            <small>{edge.node.actor}</small>
                          </>,
                          <>
                            {edge.node.objectType} <small>{edge.node.objectId}</small>
                            <br />
                            <small>{edge.node.details}</small>
                          </>,
                        ],
                      },
                    ]
                  : [],
              )}
            />
          )
        }
      </Pages>
    </section>
  );
}
