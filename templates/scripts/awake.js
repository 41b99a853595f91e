// Keeps a screen from sleeping while it is looked at, where the browser knows how.

/**
 * Asks for it now and whenever the page is seen again.
 * @param {Document} page
 * @param {Navigator} device
 * @returns {Promise<boolean>} whether the browser grants it
 */
export async function stayAwake(page, device) {
  const ask = async () => {
    try {
      await device.wakeLock.request("screen");
      return true;
    } catch {
      return false;
    }
  };
  page.addEventListener("visibilitychange", () => { if (page.visibilityState === "visible") ask(); });
  return ask();
}
