/** The page of goods and basket. */
import { basket, currency, receipts, shop } from "./basket.js";
import { MizanCheckout } from "./mizan-checkout.js";
import { goodsName, language, money, speak, text } from "./texts.js";

const page = (id) => document.getElementById(id);
const copyOf = (id) => page(id).content.firstElementChild.cloneNode(true);

let offer;
let checkout;

function priceOf(product) {
  return product.prices.find((price) => price.currency === currency.chosen());
}

/** Exact: whole minor units, and the decimals of the price that they were counted in. */
function times(price, quantity) {
  return { ...price, minor: price.minor * quantity, decimal: decimal(price.minor * quantity, price) };
}

function decimal(minor, like) {
  const places = (like.decimal.split(".")[1] ?? "").length;
  const digits = String(minor).padStart(places + 1, "0");
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function showGoods() {
  page("goods").replaceChildren(
    ...offer.products.map((product) => {
      const card = copyOf("product");
      card.querySelector(".picture").src = `goods/${product.sku}.svg`;
      card.querySelector(".name").textContent = goodsName(product);
      card.querySelector(".price").textContent = money(priceOf(product));
      const add = card.querySelector(".add");
      add.textContent = text("add");
      add.setAttribute("aria-label", `${text("addOne")}: ${goodsName(product)}`);
      add.addEventListener("click", () => change(product.sku, 1));
      return card;
    }),
  );
}

function showBasket() {
  const bySku = new Map(offer.products.map((product) => [product.sku, product]));
  const lines = basket.lines().filter(({ sku }) => bySku.has(sku));
  page("empty").hidden = lines.length > 0;
  page("order").hidden = lines.length === 0;
  page("lines").replaceChildren(...lines.map(({ sku, quantity }) => lineOf(bySku.get(sku), quantity)));
  if (lines.length > 0) {
    const prices = lines.map(({ sku, quantity }) => times(priceOf(bySku.get(sku)), quantity));
    const minor = prices.reduce((sum, price) => sum + price.minor, 0);
    page("total").textContent = money({ currency: prices[0].currency, decimal: decimal(minor, prices[0]) });
  }
}

function lineOf(product, quantity) {
  const line = copyOf("line");
  line.querySelector(".thumb").src = `goods/${product.sku}.svg`;
  line.querySelector(".what").textContent = goodsName(product);
  line.querySelector(".count").textContent = quantity;
  line.querySelector(".cost").textContent = money(times(priceOf(product), quantity));
  for (const [side, by] of [["less", -1], ["more", 1]]) {
    const button = line.querySelector(`.${side}`);
    button.setAttribute("aria-label", `${text(side)}: ${goodsName(product)}`);
    button.dataset.focus = `${product.sku}-${side}`;
    button.addEventListener("click", () => change(product.sku, by));
  }
  return line;
}

/** Redraws the basket and leaves the keyboard where it was. */
function change(sku, by) {
  const focused = document.activeElement?.dataset?.focus;
  basket.change(sku, by);
  showBasket();
  if (focused) {
    document.querySelector(`[data-focus="${focused}"]`)?.focus();
  }
}

function showCurrencies() {
  const select = page("currency");
  select.replaceChildren(...offer.currencies.map((code) => new Option(code, code, false, code === currency.chosen())));
  select.addEventListener("change", async () => {
    currency.choose(select.value);
    showGoods();
    showBasket();
    await showGateways();
  });
}

async function showGateways() {
  const asked = currency.chosen();
  const gateways = await checkout.gateways(asked);
  if (asked !== currency.chosen()) {
    return; // another was chosen meanwhile, and its answer may have come first
  }
  const choices = gateways.map(({ gateway, display_name: name }, index) => {
    const choice = copyOf("gateway");
    const input = choice.querySelector("input");
    input.value = gateway;
    input.checked = index === 0;
    choice.querySelector("span").textContent = name;
    return choice;
  });
  page("gateways").replaceChildren(page("gateways").querySelector("legend"), ...choices);
  page("gateways").hidden = choices.length < 2;
  page("pay").disabled = choices.length === 0;
  trouble(choices.length === 0 ? text("unavailable") : "");
}

function trouble(words) {
  page("trouble").hidden = words === "";
  page("trouble-text").textContent = words;
}

function busy(isBusy) {
  page("pay").disabled = isBusy;
  page("pay").setAttribute("aria-busy", isBusy);
  page("pay").textContent = text(isBusy ? "paying" : "pay");
}

async function pay() {
  const email = page("email").value.trim();
  const cart = {
    items: basket.lines(),
    currency: currency.chosen(),
    returnUrl: new URL("return.html", window.location.href).href,
    customer: { locale: language(), ...(email ? { email } : {}) },
    gateway: document.querySelector("[name=gateway]:checked")?.value,
  };
  busy(true);
  trouble("");
  try {
    await checkout.pay({ ...cart, onOrder: receipts.keep });
  } catch (error) {
    busy(false);
    if (error.code === "order_not_payable") {
      // Paid already, or out of time: the return page says which.
      window.location.assign(`return.html?order=${error.orderId}`);
      return;
    }
    trouble(text(error.status === 0 ? "unreachable" : "refused"));
  }
}

async function open() {
  speak();
  document.title = text("title");
  try {
    offer = await shop();
    checkout = new MizanCheckout({ publishableKey: offer.publishable_key });
  } catch {
    trouble(text("unavailable"));
    return;
  }
  if (!offer.currencies.includes(currency.chosen())) {
    currency.choose(offer.currencies[0]);
  }
  showCurrencies();
  showGoods();
  showBasket();
  page("order").addEventListener("submit", (event) => {
    event.preventDefault();
    pay();
  });
  // A page that the browser kept while the customer was away is not busy any more.
  window.addEventListener("pageshow", () => {
    busy(false);
    showBasket();
  });
  await showGateways().catch(() => trouble(text("unreachable")));
}

open();
