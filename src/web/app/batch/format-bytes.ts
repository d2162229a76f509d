import { formatCount, formatDecimal } from '../../../api/format.js';

/** Bytes as people read them: "64 KB", "2,1 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1024 * 1024) return `${formatCount(Math.max(bytes === 0 ? 0 : 1, bytes / 1024))} KB`;
  const mega = bytes / 1024 / 1024;
  if (mega >= 1024) return `${formatDecimal(mega / 1024, 1)} GB`;
  return mega < 100 ? `${formatDecimal(mega, 1)} MB` : `${formatCount(mega)} MB`;
}
