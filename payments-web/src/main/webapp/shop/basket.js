/** What the customer has put aside, kept in this browser: `{sku: quantity}`, and what the last order came to. */

const BASKET = "shop.basket";
const CURRENCY = "shop.currency";
const ORDERS = "shop.order.";
const MOST_OF_ONE = 99;

function read(key) {
  return JSON.parse(localStorage.getItem(key) ?? "{}");
}

export const basket = {
  lines: () => Object.entries(read(BASKET)).map(([sku, quantity]) => ({ sku, quantity })),

  change(sku, by) {
    const lines = read(BASKET);
    const quantity = Math.min((lines[sku] ?? 0) + by, MOST_OF_ONE);
    if (quantity > 0) {
      lines[sku] = quantity;
    } else {
      delete lines[sku];
    }
    localStorage.setItem(BASKET, JSON.stringify(lines));
  },

  empty: () => localStorage.removeItem(BASKET),
};

export const currency = {
  chosen: () => localStorage.getItem(CURRENCY),
  choose: (code) => localStorage.setItem(CURRENCY, code),
};

/** What the return page shows of an order; the API tells a browser no more than its status. */
export const receipts = {
  keep: (order) => sessionStorage.setItem(ORDERS + order.id, JSON.stringify({ amount: order.amount })),
  of: (orderId) => JSON.parse(sessionStorage.getItem(ORDERS + orderId) ?? "null"),
};

/** What this deployment's shop is: its publishable key, currencies and products. */
export async function shop() {
  const answer = await fetch("shop.json", { cache: "no-store" });
  if (!answer.ok) {
    throw new Error("the shop is closed");
  }
  return answer.json();
}
