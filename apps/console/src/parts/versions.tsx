import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Version } from '../api/profile.ts';
import { Panel } from './page.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { Answered, type Asked } from './states.tsx';
import { Mark } from './status.tsx';
import { When } from './when.tsx';
import { heard, named, say, useLanguage } from '../words/words.ts';
import css from './versions.module.css';

interface VersionsProps {
  versions: Asked<Version[]>;
  current: number;
  mayChange: boolean;
  rollBack: {
    mutate: (wanted: { version: number; why: string; based_on: number }, told: { onSuccess: () => void }) => void;
    isPending: boolean;
    error: unknown;
  };
  /** What differs between two of them. */
  compare: (from: number, to: number) => React.ReactNode;
  aside?: React.ReactNode;
}

/** Who changed it, when and why; what differs, and the way back. */
export function Versions({ versions, current, mayChange, rollBack, compare, aside }: VersionsProps) {
  useLanguage();
  const [compared, setCompared] = useState<Version | null>(null);
  const [wanted, setWanted] = useState<Version | null>(null);
  return (
    <Panel title={say('versions.title')} flush aside={aside}>
      <Answered of={versions}>
        {(all) => (
          <ol className={css.versions}>
            {all.map((each) => (
              <li key={each.version}>
                <div className={css.version}>
                  <strong>{say('profile.version', { version: each.version })}</strong>
                  <Mark tone={each.version === current ? 'ok' : 'idle'}>
                    {each.version === current ? say('versions.current') : named('source', each.source)}
                  </Mark>
                  <span className="faint">
                    <When at={each.saved_at} />
                  </span>
                </div>
                <p className="wrap">{heard(each.why)}</p>
                <p className="faint mono">{each.saved_by}</p>
                {each.version !== current && (
                  <Group gap={8}>
                    <Button variant="default" onClick={() => setCompared(each)}>
                      {say('versions.compare')}
                    </Button>
                    {mayChange && (
                      <Button variant="default" onClick={() => setWanted(each)}>
                        {say('versions.back')}
                      </Button>
                    )}
                  </Group>
                )}
              </li>
            ))}
          </ol>
        )}
      </Answered>
      {compared && (
        <Modal
          opened
          size="xl"
          onClose={() => setCompared(null)}
          title={say('versions.compared', { from: compared.version, to: current })}
          closeButtonProps={{ 'aria-label': say('act.close') }}
        >
          {compare(compared.version, current)}
        </Modal>
      )}
      {wanted && (
        <ReasonDialog
          title={say('versions.back.title', { version: wanted.version })}
          act={say('versions.back')}
          busy={rollBack.isPending}
          error={rollBack.error}
          onClose={() => setWanted(null)}
          onReason={(why) =>
            rollBack.mutate({ version: wanted.version, why, based_on: current }, { onSuccess: () => setWanted(null) })
          }
        >
          {say('versions.back.what')}
        </ReasonDialog>
      )}
    </Panel>
  );
}
