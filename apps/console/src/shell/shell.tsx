import { ActionIcon, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useLive } from '../api/live.ts';
import { say, useLanguage } from '../words/words.ts';
import { Brand } from './brand.tsx';
import { Navigation } from './navigation.tsx';
import css from './shell.module.css';

export function Shell({ children }: { children: React.ReactNode }) {
  useLanguage();
  useLive();
  const [isOpen, { open, close }] = useDisclosure();
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const seen = useRef(path);

  // A page that opens without a load must still be announced, and read from its beginning.
  useEffect(() => {
    if (seen.current === path) return;
    seen.current = path;
    close();
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path, close]);

  return (
    <div className={css.shell}>
      <a href="#isi" className="skip">
        {say('shell.skip')}
      </a>
      <header className={css.bar}>
        <ActionIcon variant="subtle" color="gray" size={38} onClick={open} aria-label={say('shell.menu')}>
          <IconMenu2 size={20} />
        </ActionIcon>
        <Brand />
      </header>
      <aside className={css.side}>
        <div className={css.top}>
          <Brand />
        </div>
        <Navigation />
      </aside>
      <Drawer
        opened={isOpen}
        onClose={close}
        size={270}
        title={<Brand />}
        closeButtonProps={{ 'aria-label': say('act.close') }}
      >
        <Navigation />
      </Drawer>
      <main id="isi" ref={main} tabIndex={-1} className={css.main}>
        {children}
      </main>
    </div>
  );
}
