import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

export const ADDRESS = `http://127.0.0.1:${process.env.WEB_PORT}/`;
export const PATIENCE = 30_000;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const GRAVE = ['serious', 'critical'];
// What the browser itself says of answers that are not 200, and of connections that are gone: some tests are about these.
const OF_THE_NETWORK = /Failed to load resource/;

/** @returns a browser without anything that it does by itself; as root Chromium runs only without its sandbox */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...(process.getuid() === 0 ? ['--no-sandbox'] : [])],
  });
}

/** @returns a page that counts what it complains of in `page.complaints` */
export async function open(browser, options = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !OF_THE_NETWORK.test(message.text())) page.complaints.push(message.text());
  });
  return page;
}

export function live(page) {
  return page.waitForSelector('.page[data-link=live]');
}

/** axe finds nothing serious; it is let in past the page's own security policy, which allows no script from elsewhere. */
export async function isAccessible(page, where) {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: AXE });
  await session.detach();
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  const grave = violations.filter(({ impact }) => GRAVE.includes(impact));
  assert.deepEqual(grave.map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`), [], where);
}

/** Waits until {@code what} gives a true value, and gives that. */
export async function until(what, words) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const value = await what();
    if (value) return value;
    assert.ok(Date.now() < end, `in time: ${words}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
