// The frame of every page: its title in the tab and as heading, which gets the focus after a change of page.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface PageProps {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The first page of a visit keeps the browser's own focus; later ones move it, so that a screen reader follows. */
let isFirst = true;

/** A page with one h1; `title` is the title of the tab too. */
export function Page({ title, lead, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirst) heading.current?.focus();
    isFirst = false;
  }, []);
  useEffect(() => {
    document.title = `${title} · Wijkbeeld`;
  }, [title]);
  return (
    <>
      <h1 class="utrecht-heading-1" tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {lead ? <p class="utrecht-paragraph utrecht-paragraph--lead">{lead}</p> : null}
      {children}
    </>
  );
}
