import { type ReactNode, useRef } from 'react';

/** A button that lets one choose files, or a folder with all that is in it. */
export function ChooseButton(props: {
  /** Read out instead of what stands on the button. */
  label?: string;
  accept?: string;
  isMultiple?: boolean;
  isFolder?: boolean;
  isDisabled?: boolean;
  onChoose: (files: readonly File[]) => void;
  children: ReactNode;
}): ReactNode {
  const { label, accept, isMultiple = false, isFolder = false, isDisabled = false, onChoose, children } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="btn" aria-label={label} disabled={isDisabled} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={isMultiple || isFolder}
        {...(isFolder && { webkitdirectory: '' })}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // Choosing the same file again is a choice too.
          event.target.value = '';
          if (files.length > 0) onChoose(files);
        }}
      />
    </>
  );
}
