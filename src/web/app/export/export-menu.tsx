import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import { Icon } from '../../look/icons.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { askNamedFile, type Sent } from '../service/request.js';
import { saveAs } from './save-as.js';

/** One file that can be taken along. */
export interface ExportChoice {
  readonly id: string;
  readonly word: string;
  /** What is in it. */
  readonly hint: string;
  readonly path: string;
  readonly sent?: Sent;
}

/** A button with the files that a page can be taken along as; what is being made is said, a failure stands beside it. */
export function ExportMenu({ word, choices }: { word: string; choices: readonly ExportChoice[] }): ReactNode {
  const say = useWords();
  const take = useMutation({
    mutationFn: async ({ path, sent }: ExportChoice) => {
      const { file, name } = await askNamedFile(path, sent);
      saveAs(file, name);
      return name;
    },
    onSuccess: (name) => toast(say('export.saved', { name })),
  });
  return (
    <>
      <MenuTrigger>
        <Button className="btn" isDisabled={take.isPending}>
          <Icon name="out" />
          {say(take.isPending ? 'export.busy' : 'export.menu', { word })}
        </Button>
        <Popover className="menu" placement="bottom end">
          <Menu
            className="menu__list"
            aria-label={word}
            onAction={(key) => {
              const choice = choices.find(({ id }) => id === key);
              if (choice !== undefined) take.mutate(choice);
            }}
          >
            {choices.map(({ id, word: name, hint }) => (
              <MenuItem key={id} id={id} className="menu__item" textValue={name}>
                <Text slot="label">{name}</Text>
                <Text slot="description">{hint}</Text>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <Problem error={take.error} />
    </>
  );
}
