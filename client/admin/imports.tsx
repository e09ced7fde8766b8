// What was imported and what it changes, and what was set aside. Publishing is a command of the operator: shown to copy.
import { useState } from 'preact/hooks';
import { codesOf } from '../../server/codes/code-list.ts';
import { editionStatuses } from '../../server/codes/figures.ts';
import { DownloadLinks } from '../components/download-links.tsx';
import { Facts } from '../components/facts.tsx';
import { Field } from '../components/field.tsx';
import { Pages } from '../components/pages.tsx';
import {
  type EditionStatus,
  ImportsDocument,
  type ImportsQuery,
  QuarantineDocument,
} from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { Command } from './command.tsx';
import { RunningImports } from './running-imports.tsx';
import { adminWords } from './words.ts';

type Edition = NonNullable<ImportsQuery['editions']['edges'][number]>['node'];

/** Editions, newest first, then the quarantine. */
export function Imports() {
  const say = useWords(adminWords);
  const nameOf = useNames();
  const [status, setStatus] = useState<EditionStatus | ''>('');
  return (
    <>
      <section>
        <h2 class="utrecht-heading-2">{say('partImports')}</h2>
        <RunningImports />
        <div class="wb-filters">
          <Field label={say('status')}>
            {(control) => (
              <select
                {...control}
                class="utrecht-select"
                value={status}
                onChange={(event) => setStatus(event.currentTarget.value as EditionStatus | '')}
              >
                <option value="">{say('anyStatus')}</option>
                {codesOf(editionStatuses).map((code) => (
                  <option key={code} value={code}>
                    {nameOf(editionStatuses, code)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <Pages
          key={status}
          document={ImportsDocument}
          variables={status === '' ? {} : { status }}
          connectionOf={({ editions }) => editions}
        >
          {({ editions }) => (
            <ul class="wb-cards wb-cards--wide">
              {editions.edges.flatMap((edge) =>
                edge ? [<EditionCard key={edge.node.number} edition={edge.node} />] : [],
              )}
            </ul>
          )}
        </Pages>
      </section>
      <Quarantine />
    </>
  );
}

function EditionCard({ edition }: { edition: Edition }) {
  const say = useWords(adminWords);
  const nameOf = useNames();
  const { formats } = useLanguage();
  const { number, title, source, table, status, scope, warnings, quarantined, diff } = edition;
  const mayPublish = status !== 'LIVE';
  return (
    <li class="wb-card">
      <h3 class="utrecht-heading-3">{title}</h3>
      <p>
        <strong>{nameOf(editionStatuses, status)}</strong> ·{' '}
        {say('edition', { number: String(number) })} · {source} {table}
      </p>
      <p>
        {say('read', { day: formats.day(edition.retrievedAt) })}
        {edition.publishedAt
          ? ` · ${say('publishedOn', { day: formats.day(edition.publishedAt) })}`
          : ''}
      </p>
      {warnings.length > 0 ? (
        <>
          <p class="wb-small-heading">{say('warnings')}</p>
          <ul>
            {warnings.map((warning) => (
              <li key={warning} lang="en">
                {warning}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <details>
        <summary>
          {say('diff')}
          <span class="wb-only-read"> {title}</span>
        </summary>
        {diff ? <Diff diff={diff} /> : null}
        <Facts
          facts={[
            [say('scope'), scope === 'NL00' ? say('country') : scope],
            [say('division'), String(edition.divisionYear)],
            [say('lines'), edition.linesRead === null ? null : formats.number(edition.linesRead)],
            [
              say('setAside'),
              formats.list(
                quarantined.map(({ code, count }) => `${formats.number(count)} ${code}`),
              ),
            ],
          ]}
        />
        {status === 'LIVE' ? (
          <>
            <p class="wb-small-heading">{say('openData')}</p>
            <DownloadLinks
              address={`/api/v1/editions/${number}/exports`}
              forms={['csv', 'jsonstat', 'geojson']}
              of={title}
            />
          </>
        ) : null}
        <p class="wb-small-heading">{say('commands')}</p>
        <p>{say('commandsHelp')}</p>
        <Command words={mayPublish ? `publish ${number}` : `rollback ${number}`} />
      </details>
    </li>
  );
}

function Diff({ diff }: { diff: NonNullable<Edition['diff']> }) {
  const say = useWords(adminWords);
  const { formats } = useLanguage();
  if (diff.against.length === 0) return <p>{say('diffNone')}</p>;
  return (
    <>
      <p>
        {say('diffAgainst', { numbers: formats.list(diff.against.map(String)) })}{' '}
        {say('diffValues', {
          fresh: diff.newValues,
          changed: diff.changedValues,
          vanished: diff.vanishedValues,
          same: diff.unchangedValues,
        })}{' '}
        {diff.changedStates > 0 ? say('diffStates', { n: diff.changedStates }) : null}
      </p>
      <Facts
        facts={[
          [say('newPlaces'), diff.newPlaces.join(', ')],
          [say('vanishedPlaces'), diff.vanishedPlaces.join(', ')],
          [say('newColumns'), diff.newColumns.join(', ')],
          [say('lostColumns'), diff.lostColumns.join(', ')],
        ]}
      />
    </>
  );
}

function Quarantine() {
  const say = useWords(adminWords);
  const { formats } = useLanguage();
  return (
    <section>
      <h2 class="utrecht-heading-2">{say('quarantine')}</h2>
      <p class="utrecht-paragraph">{say('quarantineHelp')}</p>
      <Pages
        document={QuarantineDocument}
        variables={{}}
        connectionOf={({ quarantine }) => quarantine}
      >
        {({ quarantine }) =>
          quarantine.edges.length === 0 ? (
            <p class="utrecht-paragraph">{say('quarantineEmpty')}</p>
          ) : (
            <ul class="wb-cards wb-cards--wide">
              {quarantine.edges.flatMap((edge) =>
                edge
                  ? [
                      <li class="wb-card" key={edge.node.number}>
                        <h3 class="utrecht-heading-3">
                          {say('entryLine', {
                            edition: String(edge.node.edition),
                            file: edge.node.fileName,
                            line: String(edge.node.line),
                          })}
                        </h3>
                        <p lang="en">{edge.node.explanation}</p>
                        <p lang="en">{edge.node.meaning}</p>
                        <p>{formats.day(edge.node.setAsideAt)}</p>
                        <p>{say('replayHelp')}</p>
                        <Command
                          words={`quarantine replay ${edge.node.edition} --mapping corrections.json`}
                        />
                      </li>,
                    ]
                  : [],
              )}
            </ul>
          )
        }
      </Pages>
    </section>
  );
}
