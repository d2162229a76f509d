import type { ReactNode } from 'react';
import { ROLES } from '../../../api/organisation.js';
import { useWords } from '../../words/words.js';
import type { Role } from '../frame/account.js';
import { Wrong } from '../frame/field.js';

/** Roles to be ticked, each with what it lets one do. */
export function RoleChoices(props: {
  legend: string;
  chosen: readonly Role[];
  wrong: string;
  onChange: (chosen: readonly Role[]) => void;
}): ReactNode {
  const say = useWords();
  const { legend, chosen, wrong, onChange } = props;
  return (
    <fieldset className="rolechoices">
      <legend className="label">{legend}</legend>
      {ROLES.map((role) => (
        <label className="choice" key={role}>
          <input
            type="checkbox"
            checked={chosen.includes(role)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, role] : chosen.filter((one) => one !== role))}
          />
          <span>
            {say(`organisation.role.${role}`)}
            <small>{say(`organisation.roleHint.${role}`)}</small>
          </span>
        </label>
      ))}
      {wrong !== '' && <Wrong text={wrong} />}
    </fieldset>
  );
}
