import { ActionIcon, Menu, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { choose, say, useLanguage } from '../words/words.ts';

export function LanguageSwitch() {
  const language = useLanguage();
  return (
    <SegmentedControl
      size="xs"
      aria-label={say('shell.language')}
      value={language}
      onChange={(wanted) => void choose(wanted)}
      data={[
        { value: 'id', label: 'ID' },
        { value: 'en', label: 'EN' },
      ]}
    />
  );
}

const SCHEMES = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop } as const;
type Scheme = keyof typeof SCHEMES;

export function SchemeSwitch() {
  useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Icon = SCHEMES[colorScheme];
  return (
    <Menu position="top-start">
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={`${say('shell.scheme')}: ${say(`scheme.${colorScheme}`)}`}>
          <Icon size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(SCHEMES) as Scheme[]).map((scheme) => {
          const Each = SCHEMES[scheme];
          return (
            <Menu.Item key={scheme} leftSection={<Each size={16} />} onClick={() => setColorScheme(scheme)}>
              {say(`scheme.${scheme}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
