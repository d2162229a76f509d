/** Copies a text that `shown` shows; where the connection is not encrypted browsers have no clipboard, but copy what is selected. */
export async function copyText(text: string, shown: HTMLElement): Promise<boolean> {
  try {
    if (window.isSecureContext) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Forbidden here: what is selected may still be copied.
  }
  window.getSelection()?.selectAllChildren(shown);
  return document.execCommand('copy');
}
