import { type ReactNode, useId } from 'react';
import { Icon } from '../../look/icons.js';

/** What a control of a field needs to be tied to its label, hint and error. */
export interface ControlProps {
  readonly id: string;
  readonly className: string;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-describedby': string | undefined;
}

/** A labelled control with its hint above and its error below; `wrong` is empty while nothing is wrong. */
export function Field(props: {
  label: ReactNode;
  hint?: ReactNode;
  wrong?: string;
  isLabelHidden?: boolean;
  children: (control: ControlProps) => ReactNode;
}): ReactNode {
  const { label, hint, wrong = '', isLabelHidden = false, children } = props;
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, wrong === '' ? '' : `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelHidden ? 'vh' : undefined}>
        {label}
      </label>
      {children({
        id,
        className: 'input',
        'aria-invalid': wrong === '' ? undefined : true,
        'aria-describedby': described === '' ? undefined : described,
      })}
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {wrong !== '' && <Wrong id={`${id}-wrong`} text={wrong} />}
    </div>
  );
}

/** What is wrong with a field. */
export function Wrong({ id, text }: { id?: string; text: string }): ReactNode {
  return (
    <span className="wrong" id={id}>
      <Icon name="warn" />
      {text}
    </span>
  );
}
