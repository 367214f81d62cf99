/**
 * Mizan checkout for the browser: one module, no dependencies. A shop may use this file as it is.
 *
 *   import { MizanCheckout } from "./mizan-checkout.js";
 *   const checkout = new MizanCheckout({ publishableKey: "pk_test_...", api: "https://pay.shop.example" });
 *
 *   // On the cart page: places the order, starts to pay it and sends the browser to the gateway's page.
 *   await checkout.pay({
 *     items: [{ sku: "cup", quantity: 2 }],
 *     currency: "QAR",
 *     returnUrl: "https://shop.example/thanks",
 *     customer: { locale: "ar" },
 *   });
 *
 *   // On the return page (its address has ?order=ord_...): tells how the order stands until that is settled.
 *   await checkout.watch(orderId, (status) => render(status));
 *   await checkout.tryAgain(orderId); // after a failure
 *
 * What a browser says never decides about money: "paid" here is for the customer's eyes. Deliver when the merchant's
 * server has heard it.
 *
 * Repeating is safe. A cart has one reference and each act one idempotency key, kept in the tab's storage, so a double
 * click, a reload or a lost answer neither places a second order nor starts a second payment. The order's client secret
 * stays in that storage too, and never becomes part of an address.
 */

const STORAGE_PREFIX = "mizan.checkout.";
const REQUEST_TIMEOUT_MS = 20_000;
const TRIES = 4;
const FIRST_PAUSE_MS = 400;
const FIRST_POLL_MS = 800;
const SLOWEST_POLL_MS = 10_000;
const POLL_GROWTH = 1.35;
/** How long after the return a page that is still payable is taken for "the result is on its way". */
const PATIENCE_MS = 9_000;
/** The same after a decline: most customers come back because of it, some have paid with another card since. */
const PATIENCE_AFTER_DECLINE_MS = 3_000;
/** The gateway's word is seldom later than this, and who may look only once looks when it is there. */
const PATIENCE_BEFORE_THE_ONLY_LOOK_MS = 3_000;

/** A refusal or failure of the API, as its problem document tells it. */
export class CheckoutError extends Error {
  /**
   * @param {object} problem the problem document; `code` is stable, `detail` is for developers
   * @param {number} status of HTTP; 0 if there was no answer at all
   */
  constructor(problem, status) {
    super(problem.detail ?? "The payment service could not be reached.");
    this.name = "CheckoutError";
    this.code = problem.code ?? "unreachable";
    this.status = status;
    this.problem = problem;
  }
}

export class MizanCheckout {
  #key;
  #api;
  #storage;
  #go;

  /**
   * @param {object} options
   * @param {string} options.publishableKey  `pk_...`; never a secret key
   * @param {string} [options.api]           where Mizan is; this page's own origin unless given
   * @param {Storage} [options.storage]      what outlives a reload; `sessionStorage` unless given
   * @param {(redirect: {method: string, url: string, fields: object}) => void} [options.go]  how to leave the page
   */
  constructor({ publishableKey, api = "", storage = globalThis.sessionStorage, go = leavePage }) {
    if (!/^pk_/.test(publishableKey ?? "")) {
      throw new TypeError("MizanCheckout needs a publishable key (pk_...)");
    }
    this.#key = publishableKey;
    this.#api = api.replace(/\/$/, "");
    this.#storage = storage;
    this.#go = go;
  }

  /** The gateways that take this currency: `[{gateway, display_name, capture}]`. */
  async gateways(currency) {
    return (await this.#call("GET", `/api/v1/gateways?currency=${encodeURIComponent(currency)}`)).data;
  }

  /**
   * Places an order for the cart, or finds the one that an earlier call placed for the same cart.
   *
   * @param {object} cart
   * @param {{sku: string, quantity: number}[]} cart.items
   * @param {string} cart.currency   ISO 4217
   * @param {string} cart.returnUrl  on an origin of the key
   * @param {object} [cart.customer] email, name, phone, country, locale
   * @returns the order, with `id`, `amount`, `breakdown` and `expires_at`
   */
  async placeOrder({ items, currency, returnUrl, customer }) {
    const body = { items, currency, return_url: returnUrl, ...(customer ? { customer } : {}) };
    const cart = this.#sameCart(JSON.stringify(body));
    const order = await this.#call("POST", "/api/v1/orders", {
      body: { reference: cart.reference, ...body },
      idempotencyKey: cart.idempotencyKey,
    });
    this.#remember(order.id, { secret: order.client_secret });
    return order;
  }

  /**
   * Starts to pay an order, or continues the attempt that is open.
   *
   * @param {string} gateway  one of `gateways()`
   * @returns `{type: "redirect", ...}`, `{type: "wait", ...}` or `{type: "none"}`
   */
  async startAttempt(orderId, gateway) {
    const known = this.#recall(orderId);
    const idempotencyKey = known.attemptKey ?? crypto.randomUUID();
    this.#remember(orderId, { gateway, attemptKey: idempotencyKey });
    try {
      const attempt = await this.#call("POST", `/api/v1/orders/${orderId}/attempts`, {
        orderId,
        idempotencyKey,
        body: { gateway },
      });
      this.#remember(orderId, { attemptKey: undefined });
      return attempt.next_action;
    } catch (error) {
      if (error.status !== 0 && error.status < 500) {
        this.#remember(orderId, { attemptKey: undefined });
      }
      if (error.code === "attempt_open") {
        return error.problem.attempt.next_action;
      }
      throw error;
    }
  }

  /**
   * From a cart to the gateway's page in one call. If all goes well the browser leaves. An error after the order was
   * placed has its `orderId`: with the code `order_not_payable` it was paid already, or its time is over.
   *
   * @param {string} [cart.gateway]  one of `gateways()`; the first of them unless given
   * @param {(order: object) => void} [cart.onOrder]  called with the order before the browser leaves
   */
  async pay({ gateway, onOrder = () => {}, ...cart }) {
    const chosen = gateway ?? (await this.gateways(cart.currency))[0]?.gateway;
    const order = await this.placeOrder(cart);
    onOrder(order);
    try {
      await this.#leave(order.id, await this.startAttempt(order.id, chosen));
    } catch (error) {
      error.orderId = order.id;
      throw error;
    }
    return order;
  }

  /** Another try: on the page that is still open, or else by a new attempt. Leaves the page like `pay`. */
  async tryAgain(orderId) {
    const { next_action: open } = await this.status(orderId);
    const action = open.type === "none" ? await this.startAttempt(orderId, this.#recall(orderId).gateway) : open;
    await this.#leave(orderId, action);
  }

  /**
   * How an order stands: `status`, `customer_message`, `can_retry`, `failure`, `next_action`.
   *
   * @param {string} [code] the code of the return address, for a browser that has not placed the order; works once
   */
  async status(orderId, code) {
    const query = code && !this.knows(orderId) ? `?code=${encodeURIComponent(code)}` : "";
    return this.#call("GET", `/api/v1/orders/${orderId}/status${query}`, { orderId });
  }

  /** Whether this tab placed the order and so may act on it. */
  knows(orderId) {
    return Boolean(this.#recall(orderId).secret);
  }

  /**
   * Asks until the order needs nothing more, ever more slowly, and at once when the tab comes to the front.
   *
   * @param {(status: object) => void} onStatus  called with each status. `status.phase` says what to show:
   *   `processing` (wait), `action` (the customer can go on or try again), `done` (paid or authorized) or
   *   `over` (canceled, expired, or something that only the shop can sort out). A browser that has not placed the order
   *   and comes with a `code` is told once: `done`, `over`, or `elsewhere` (it is not settled, and is told where the order
   *   was placed)
   * @param {object} [options]
   * @param {AbortSignal} [options.signal]  ends the watching
   * @param {(error: Error) => void} [options.onTrouble]  an answer is missing; asking goes on
   * @returns the last status
   */
  async watch(orderId, onStatus, { signal, onTrouble = () => {}, code } = {}) {
    const started = Date.now();
    const once = Boolean(code) && !this.knows(orderId);
    let pause = FIRST_POLL_MS;
    if (once) {
      await pauseOrFocus(PATIENCE_BEFORE_THE_ONLY_LOOK_MS, signal);
    }
    for (;;) {
      try {
        const status = await this.status(orderId, code);
        const phase = once ? phaseOfOnce(status) : phaseOf(status, Date.now() - started);
        onStatus({ ...status, phase });
        const final = phase === "done" || phase === "over" || once;
        if (final || signal?.aborted) {
          return status;
        }
        pause = Math.max(pause, status.next_action.poll_after_ms ?? 0);
      } catch (error) {
        if (error.status >= 400 && error.status < 500 && error.status !== 429) {
          throw error;
        }
        onTrouble(error);
      }
      await pauseOrFocus(pause, signal);
      if (signal?.aborted) {
        return undefined;
      }
      pause = Math.min(pause * POLL_GROWTH, SLOWEST_POLL_MS);
    }
  }

  /** The cart is done with: the next one gets a reference of its own. */
  forgetCart() {
    this.#storage.removeItem(STORAGE_PREFIX + "cart");
  }

  /** Follows a next action, asking again as long as it says "wait". */
  async #leave(orderId, action) {
    let next = action;
    for (let asked = 0; next.type === "wait" && asked < 30; asked += 1) {
      await pauseOrFocus(next.poll_after_ms);
      next = (await this.status(orderId)).next_action;
    }
    if (next.type !== "redirect") {
      throw new CheckoutError({ code: "not_payable", detail: "There is nothing to pay at the moment." }, 0);
    }
    this.#go(next);
  }

  /** An unchanged cart keeps its reference and key, whatever becomes of the call; a changed one is another order. */
  #sameCart(fingerprint) {
    const known = JSON.parse(this.#storage.getItem(STORAGE_PREFIX + "cart") ?? "null");
    if (known?.fingerprint === fingerprint) {
      return known;
    }
    const cart = { fingerprint, reference: `web-${crypto.randomUUID()}`, idempotencyKey: crypto.randomUUID() };
    this.#storage.setItem(STORAGE_PREFIX + "cart", JSON.stringify(cart));
    return cart;
  }

  #recall(orderId) {
    return JSON.parse(this.#storage.getItem(STORAGE_PREFIX + orderId) ?? "{}");
  }

  #remember(orderId, more) {
    this.#storage.setItem(STORAGE_PREFIX + orderId, JSON.stringify({ ...this.#recall(orderId), ...more }));
  }

  /** One call, repeated while that is safe: the same bytes with the same key. */
  async #call(method, path, { body, idempotencyKey, orderId } = {}) {
    const headers = { Authorization: `Bearer ${this.#key}`, Accept: "application/json, application/problem+json" };
    if (body) {
      headers["Content-Type"] = "application/json";
      headers["Idempotency-Key"] = idempotencyKey;
    }
    const secret = orderId && this.#recall(orderId).secret;
    if (secret) {
      headers["Order-Secret"] = secret;
    }
    const request = { method, headers, body: body && JSON.stringify(body), credentials: "omit", cache: "no-store" };
    for (let attempt = 1; ; attempt += 1) {
      const { answer, error } = await this.#send(path, request);
      if (!error) {
        return answer;
      }
      const again = error.status === 0 || error.code === "idempotency_key_in_use" || error.status >= 500;
      if (!again || attempt === TRIES) {
        throw error;
      }
      const jitter = 0.5 + Math.random();
      await pauseOrFocus(error.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** attempt * jitter);
    }
  }

  async #send(path, request) {
    try {
      const response = await fetch(this.#api + path, { ...request, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) });
      const answer = await response.json();
      if (response.ok) {
        return { answer };
      }
      const error = new CheckoutError(answer, response.status);
      const seconds = Number(response.headers.get("Retry-After"));
      error.retryAfterMs = seconds > 0 && seconds <= 10 ? seconds * 1000 : undefined;
      return { error };
    } catch {
      return { error: new CheckoutError({}, 0) };
    }
  }
}

/** What to show for a status that was read `sinceReturn` milliseconds after the customer came back. */
function phaseOf(status, sinceReturn) {
  if (status.status === "paid" || status.status === "authorized") {
    return "done";
  }
  if (status.status !== "pending") {
    return "over";
  }
  if (!status.can_retry) {
    return "processing";
  }
  // Payable still: either the customer turned back, or the gateway's word is on its way.
  const patience = status.failure ? PATIENCE_AFTER_DECLINE_MS : PATIENCE_MS;
  return status.next_action.type === "none" || sinceReturn > patience ? "action" : "processing";
}

/** What to show in a browser that can neither ask again nor act. */
function phaseOfOnce(status) {
  const phase = phaseOf(status, 0);
  return phase === "done" || phase === "over" ? phase : "elsewhere";
}

/** Waits, but no longer than until the tab comes to the front again. */
function pauseOrFocus(milliseconds, signal) {
  return new Promise((resolve) => {
    const stop = new AbortController();
    const done = () => {
      clearTimeout(timer);
      stop.abort();
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    const onFront = () => document.visibilityState === "visible" && done();
    globalThis.document?.addEventListener("visibilitychange", onFront, { signal: stop.signal });
    signal?.addEventListener("abort", done, { signal: stop.signal });
  });
}

/** Sends the browser to the gateway: by its address, or by a form where the gateway wants one. */
function leavePage({ method, url, fields }) {
  if (method === "GET") {
    window.location.assign(url);
    return;
  }
  const form = document.createElement("form");
  form.method = "post";
  form.action = url;
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}
