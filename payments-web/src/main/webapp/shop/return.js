/** The page that a customer comes back to: waits for the result, and helps on if there is none. */
import { basket, receipts, shop } from "./basket.js";
import { MizanCheckout } from "./mizan-checkout.js";
import { money, speak, text } from "./texts.js";

const page = (id) => document.getElementById(id);
const HEADLINES = { processing: "processingTitle", done: "paidTitle", over: "overTitle", elsewhere: "elsewhereTitle" };

function headline({ phase, failure, attempt_state: state, given_back: givenBack }) {
  if (givenBack === "all") {
    return text("refundedTitle");
  }
  if (phase !== "action") {
    return text(HEADLINES[phase]);
  }
  return text(failure || state === "failed" ? "failedTitle" : "actionTitle");
}

function show(checkout, status) {
  const result = page("result");
  const waiting = status.phase === "processing";
  result.dataset.phase = status.failure && status.phase === "action" ? "failed" : status.phase;
  result.setAttribute("aria-busy", waiting);
  page("headline").textContent = headline(status);
  page("message").textContent = waiting ? text("processing") : status.customer_message;
  page("trouble").textContent = status.phase === "elsewhere" ? text("elsewhere") : "";
  page("again").hidden = status.phase !== "action";
  page("back").hidden = waiting;
  document.title = `${headline(status)} · ${text("title")}`;
  if (status.phase === "done") {
    basket.empty();
  }
  if (status.phase === "done" || status.phase === "over") {
    checkout.forgetCart();
  }
}

function showOrder(orderId) {
  page("facts").hidden = false;
  page("order-id").textContent = orderId;
  const receipt = receipts.of(orderId);
  if (receipt) {
    page("amount-row").hidden = false;
    page("amount").textContent = money(receipt.amount);
  }
}

function closed(words) {
  page("result").dataset.phase = "over";
  page("result").setAttribute("aria-busy", "false");
  page("headline").textContent = text("troubleTitle");
  page("message").textContent = words;
  page("back").hidden = false;
}

async function again(checkout, orderId) {
  page("again").disabled = true;
  try {
    await checkout.tryAgain(orderId);
  } catch (error) {
    page("trouble").textContent = text(error.status === 0 ? "unreachable" : "refused");
  } finally {
    page("again").disabled = false;
  }
}

async function open() {
  speak();
  const address = new URL(window.location.href);
  const orderId = address.searchParams.get("order");
  const code = address.searchParams.get("code") ?? undefined;
  if (!/^ord_[0-9a-z]{26}$/.test(orderId ?? "")) {
    closed(text("noOrder"));
    return;
  }
  // The code opens the status once; nobody should find it in the browser's history.
  address.searchParams.delete("code");
  window.history.replaceState(null, "", address);
  showOrder(orderId);
  try {
    const checkout = new MizanCheckout({ publishableKey: (await shop()).publishable_key });
    page("again").addEventListener("click", () => again(checkout, orderId));
    await checkout.watch(orderId, (status) => show(checkout, status), {
      code,
      onTrouble: () => {
        page("trouble").textContent = text("slow");
      },
    });
  } catch {
    closed(text("lost"));
  }
}

// Brought back from the browser's memory, the page must ask anew.
window.addEventListener("pageshow", (event) => event.persisted && window.location.reload());

open();
