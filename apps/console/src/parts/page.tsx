import { Title } from '@mantine/core';
import { useEffect } from 'react';
import css from './parts.module.css';

interface PageProps {
  title: string;
  lead?: React.ReactNode;
  actions?: React.ReactNode;
  children: React.ReactNode;
}

export function Page({ title, lead, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Simpul Aduan`;
  }, [title]);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div>
          <Title order={1} tabIndex={-1}>
            {title}
          </Title>
          {lead && <p className={css.lead}>{lead}</p>}
        </div>
        {actions && <div className={css.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

interface PanelProps {
  title?: React.ReactNode;
  aside?: React.ReactNode;
  /** Its content brings its own distance to the edge, as a table does. */
  flush?: boolean;
  children: React.ReactNode;
}

export const Panel = ({ title, aside, flush = false, children }: PanelProps) => (
  <section className={css.panel}>
    {title && (
      <header className={css.panelHead}>
        <Title order={2}>{title}</Title>
        {aside}
      </header>
    )}
    <div className={flush ? undefined : css.panelBody}>{children}</div>
  </section>
);

export const Facts = ({ rows }: { rows: [string, React.ReactNode][] }) => (
  <dl className={css.facts}>
    {rows
      .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
      .map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
