import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { Waiting } from './waiting.js';

/** A page whose code comes when it is first shown: `load` imports the file that exports it under `name`; `meanwhile` stands for it. */
export function lazyPage<Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
  meanwhile: ReactNode = <Waiting error={null} retry={() => undefined} />,
): ReactNode {
  const Page = lazy(async (): Promise<{ default: ComponentType }> => ({ default: (await load())[name] }));
  return (
    <Suspense fallback={meanwhile}>
      <Page />
    </Suspense>
  );
}
