// SPDX-License-Identifier: Apache-2.0

// A headless Chromium, driven by the Chrome DevTools Protocol over pipes: JSON, a NUL behind each message.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A browser's tab. */
export class Chromium {
  #process;
  #profile = mkdtempSync(path.join(tmpdir(), 'votes-chromium-'));
  #next = 1;
  #waiting = new Map(); // by number of the message: what its answer settles
  #session;

  static async start(program) {
    const chromium = new Chromium();
    await chromium.#start(program);
    return chromium;
  }

  async #start(program) {
    const options = ['--headless=new', '--remote-debugging-pipe', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
      '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', `--user-data-dir=${this.#profile}`];
    this.#process = spawn(program, [...options, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    this.#process.on('exit', () => this.#fail('the browser ended'));
    this.#process.on('error', (error) => this.#fail(error.message));
    this.#process.stdio[3].on('error', () => {});
    let text = '';
    this.#process.stdio[4].setEncoding('utf8').on('data', (chunk) => {
      const messages = (text + chunk).split('\0');
      text = messages.pop();
      messages.forEach((message) => this.#take(JSON.parse(message)));
    });
    const { targetInfos } = await this.send('Target.getTargets');
    const { targetId } = targetInfos.find(({ type }) => type === 'page');
    this.#session = (await this.send('Target.attachToTarget', { targetId, flatten: true })).sessionId;
    await this.send('Page.enable');
  }

  #take({ id, result, error }) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }

  #fail(why) {
    for (const { reject } of this.#waiting.values()) reject(new Error(why));
    this.#waiting.clear();
  }

  send(method, params = {}) {
    const id = this.#next++;
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId: this.#session })}\0`);
    return answer;
  }

  async open(url) {
    await this.send('Page.navigate', { url });
    await this.until(`location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`);
  }

  /** The value of an expression in the page. */
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Waits until the expression is true, for 10 s at the most. */
  async until(expression) {
    const end = Date.now() + 10_000;
    while (!(await this.evaluate(expression))) {
      if (Date.now() > end) throw new Error(`it never came to be: ${expression}\n${await this.evaluate('document.body.innerText')}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** A key that is pressed and let go, as a user does it. */
  async press(key, text = '') {
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code: key, text, windowsVirtualKeyCode: key === 'Enter' ? 13 : 9 });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key });
  }

  async click(selector) {
    const { x, y } = await this.evaluate(`(() => {
      const { x, y, width, height } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    })()`);
    for (const type of ['mousePressed', 'mouseReleased']) {
      await this.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
    }
  }

  async stop() {
    const child = this.#process;
    const exited = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
    const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
    this.#session = undefined;
    this.send('Browser.close').catch(() => {}); // asked to go, it ends its children first
    await exited;
    clearTimeout(timer);
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}
