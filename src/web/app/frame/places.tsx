import { type ReactNode, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { NavLink, useLocation } from 'react-router';
import { Icon } from '../../look/icons.js';
import { useWords } from '../../words/words.js';
import { paths } from '../paths.js';
import { GROUPS, type Group } from './navigation.js';

/** A page that the bar leads to. */
export interface BarLink {
  readonly to: string;
  readonly word: string;
  readonly group: Group;
  /** What stands beside the word, how much waits there for instance. */
  readonly sign?: ReactNode;
}

/** rem: room that the button for the rest takes. */
const MORE_ROOM = 6;

/**
 * The pages of a bar, as many as there is room for; the rest, and `others` that stand under a name of their own, behind a button.
 * Where the bar stands at the foot of a phone, it is the same.
 */
export function Places(props: { label: string; links: readonly BarLink[]; others: readonly BarLink[]; othersLabel: string }): ReactNode {
  const { label, links, others, othersLabel } = props;
  const bar = useRef<HTMLElement>(null);
  const fitting = useFitting(bar, links, others.length > 0);
  const rest = links.slice(fitting);
  return (
    <nav ref={bar} aria-label={label} data-single={links.length + others.length < 2 || undefined}>
      {links.slice(0, fitting).map(({ to, word, sign }) => (
        <NavLink key={to} to={to} end={to === paths.home} data-place>
          {word}
          {sign}
        </NavLink>
      ))}
      {rest.length + others.length > 0 && <More label={label} rest={rest} others={others} othersLabel={othersLabel} />}
    </nav>
  );
}

/** How many of the links there is room for. Their widths are measured once, in rem, while all of them stand there. */
function useFitting(bar: RefObject<HTMLElement | null>, links: readonly BarLink[], hasOthers: boolean): number {
  const all = links.map(({ word }) => word).join('\n');
  const [fitting, setFitting] = useState({ all, count: links.length });
  const widths = useRef<{ all: string; each: readonly number[] }>({ all: '', each: [] });
  if (fitting.all !== all) setFitting({ all, count: links.length });
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return undefined;
    const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const refit = (): void => {
      if (widths.current.all !== all) {
        const places = [...element.querySelectorAll('[data-place]')];
        widths.current = { all, each: places.map((place) => place.getBoundingClientRect().width / rem()) };
      }
      setFitting({ all, count: countFitting(widths.current.each, element.clientWidth / rem(), hasOthers) });
    };
    refit();
    const observer = new ResizeObserver(refit);
    observer.observe(element);
    return () => observer.disconnect();
  }, [bar, all, hasOthers]);
  return fitting.all === all ? fitting.count : links.length;
}

function countFitting(widths: readonly number[], room: number, hasOthers: boolean): number {
  const whole = widths.reduce((sum, width) => sum + width, hasOthers ? MORE_ROOM : 0);
  if (whole <= room) return widths.length;
  let used = MORE_ROOM;
  const over = widths.findIndex((width) => {
    used += width;
    return used > room;
  });
  return over < 0 ? widths.length : over;
}

function More(props: { label: string; rest: readonly BarLink[]; others: readonly BarLink[]; othersLabel: string }): ReactNode {
  const say = useWords();
  const { pathname } = useLocation();
  const { label, rest, others, othersLabel } = props;
  const [isOpen, setOpen] = useState(false);
  const isHere = rest.some(({ to }) => pathname.startsWith(to));
  const close = (): void => setOpen(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className={isHere ? 'mast__more is-here' : 'mast__more'}>
        {say('frame.more')}
        <Icon name="down" />
      </Button>
      <Popover className="menu" placement="bottom end">
        <Dialog className="menu__box" aria-label={say('frame.more')}>
          {rest.length > 0 && <Column label={others.length > 0 ? label : null} links={rest} close={close} />}
          {others.length > 0 && <Column label={othersLabel} links={others} close={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Links under the names of their groups. */
function Column({ label, links, close }: { label: string | null; links: readonly BarLink[]; close: () => void }): ReactNode {
  const say = useWords();
  const id = useId();
  return (
    <section className="menu__column">
      {label !== null && <h2 className="menu__title">{label}</h2>}
      {GROUPS.map((group) => ({ group, of: links.filter((link) => link.group === group) }))
        .filter(({ of }) => of.length > 0)
        .map(({ group, of }) => (
          <div key={group}>
            <p className="menu__head" id={`${id}-${group}`}>
              {say(`frame.group.${group}`)}
            </p>
            <ul className="plain" aria-labelledby={`${id}-${group}`}>
              {of.map(({ to, word, sign }) => (
                <li key={to}>
                  <NavLink to={to} end={to === paths.home} onClick={close}>
                    {word}
                    {sign}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}
