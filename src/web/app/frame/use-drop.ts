import { type DragEvent, useState } from 'react';

/** Makes an element a place to drop files on: what to put on it, and whether something is held over it. */
export function useDrop(onDrop: (data: DataTransfer) => void) {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    target: {
      'data-over': isOver || undefined,
      onDragEnter: () => setOver(true),
      onDragOver: (event: DragEvent) => event.preventDefault(),
      onDragLeave: (event: DragEvent) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer);
      },
    },
  };
}
