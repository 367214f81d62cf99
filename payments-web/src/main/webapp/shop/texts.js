/** What the demonstration shop says, in the languages that it speaks. */

const TEXTS = {
  en: {
    title: "Dallah & Date",
    tagline: "Coffee, dates and everything that belongs on the tray.",
    intro: "A small shop from Doha. What you see is a demonstration: the goods are drawn, the cards are test cards, and no money moves.",
    goods: "From the souq",
    currency: "Currency",
    language: "العربية",
    basket: "Your basket",
    basketEmpty: "Nothing in it yet. A good coffee would be a start.",
    add: "Add",
    addOne: "Add to basket",
    more: "One more",
    less: "One less",
    total: "Total",
    email: "E-mail for the receipt",
    emailHint: "optional",
    payWith: "Pay with",
    pay: "Go to payment",
    paying: "One moment …",
    payNote: "You pay on the page of the payment service. We never see your card.",
    testCards: "The payment pages are simulators, and no money moves. With Stripe, card 4242 4242 4242 4242 pays and 4000 0000 0000 0002 is declined, with any later month and any CVC; the other pages say themselves what to enter.",
    unavailable: "The shop cannot take payments right now.",
    troubleTitle: "That did not work",
    unreachable: "We could not reach the payment service. Nothing was charged; please try again.",
    refused: "The payment could not be started. Please try again.",
    processingTitle: "Just a moment",
    processing: "We are asking whether your payment has arrived. You can keep this page open.",
    slow: "We cannot reach the payment service right now and keep trying. Please do not pay again.",
    paidTitle: "All set",
    refundedTitle: "Your refund",
    actionTitle: "Not paid yet",
    failedTitle: "The payment did not go through",
    overTitle: "This order is closed",
    elsewhereTitle: "We have noted your return",
    elsewhere: "This window cannot follow the payment. Please go back to the one in which you ordered: it tells you how the payment stands, and you can go on there.",
    orderNumber: "Order",
    amount: "Amount",
    tryAgain: "Try again",
    back: "Back to the shop",
    noOrder: "There is no order to show here.",
    lost: "This order cannot be shown in this window.",
    footer: "A demonstration of Mizan, in sandbox mode.",
    skip: "Skip to the goods",
    noscript: "This shop needs JavaScript.",
    goodsNames: {},
  },
  ar: {
    title: "دلّة وتمرة",
    tagline: "قهوة وتمر، وكل ما يليق بصينية الضيافة.",
    intro: "متجر صغير من الدوحة. ما تراه عرضٌ تجريبي: البضائع مرسومة والبطاقات للاختبار، ولا تنتقل فيه أموال.",
    goods: "من السوق",
    currency: "العملة",
    language: "English",
    basket: "سلّتك",
    basketEmpty: "السلة فارغة. القهوة الطيبة بداية حسنة.",
    add: "أضف",
    addOne: "أضف إلى السلة",
    more: "زيادة واحدة",
    less: "إنقاص واحدة",
    total: "المجموع",
    email: "البريد الإلكتروني للإيصال",
    emailHint: "اختياري",
    payWith: "الدفع عبر",
    pay: "إلى الدفع",
    paying: "لحظة …",
    payNote: "تدفع في صفحة خدمة الدفع، ولا نطّلع على بطاقتك أبدًا.",
    testCards: "صفحات الدفع محاكاة ولا يُدفع أي مبلغ. مع Stripe تدفع البطاقة 4242 4242 4242 4242 وتُرفض 4000 0000 0000 0002 مع أي شهر قادم وأي رمز، أما الصفحات الأخرى فتذكر بنفسها ما يُدخل فيها.",
    unavailable: "لا يستطيع المتجر استقبال الدفعات الآن.",
    troubleTitle: "لم يتم ذلك",
    unreachable: "تعذّر الوصول إلى خدمة الدفع. لم يُخصم شيء؛ حاول مرة أخرى.",
    refused: "تعذّر بدء الدفع. حاول مرة أخرى.",
    processingTitle: "لحظة من فضلك",
    processing: "نسأل إن كانت دفعتك قد وصلت. يمكنك إبقاء هذه الصفحة مفتوحة.",
    slow: "لا نستطيع الوصول إلى خدمة الدفع الآن ونواصل المحاولة. لا تدفع مرة أخرى من فضلك.",
    paidTitle: "تمّ بنجاح",
    refundedTitle: "استرداد مبلغك",
    actionTitle: "لم يُدفع بعد",
    failedTitle: "لم تتم عملية الدفع",
    overTitle: "هذا الطلب مغلق",
    elsewhereTitle: "سجّلنا عودتك",
    elsewhere: "لا تستطيع هذه النافذة متابعة الدفع. عُد من فضلك إلى النافذة التي طلبت فيها: ستخبرك بحالة الدفع ويمكنك المتابعة منها.",
    orderNumber: "الطلب",
    amount: "المبلغ",
    tryAgain: "حاول مرة أخرى",
    back: "العودة إلى المتجر",
    noOrder: "لا يوجد طلب لعرضه هنا.",
    lost: "لا يمكن عرض هذا الطلب في هذه النافذة.",
    footer: "عرض تجريبي لنظام ميزان في وضع الاختبار.",
    skip: "انتقل إلى البضائع",
    noscript: "يحتاج هذا المتجر إلى JavaScript.",
    goodsNames: {
      "arabic-coffee": "قهوة عربية بالهيل، 250 غرامًا",
      "khalas-dates": "تمر خلاص، 500 غرام",
      saffron: "خيوط زعفران، 2 غرام",
      "finjan-cups": "طقم فناجين، ست قطع",
      "brass-dallah": "دلّة نحاسية، لتر واحد",
      "majlis-box": "صندوق هدايا المجلس",
    },
  },
};

const LANGUAGE = "shop.language";

/** `en` or `ar`: what the address asks for, what was chosen before, what the browser prefers. */
export function language() {
  const asked = new URLSearchParams(window.location.search).get("lang") ?? localStorage.getItem(LANGUAGE);
  const wanted = asked ?? navigator.language;
  return wanted.startsWith("ar") ? "ar" : "en";
}

export function chooseLanguage(chosen) {
  localStorage.setItem(LANGUAGE, chosen);
}

export function text(key) {
  return TEXTS[language()][key];
}

/** A product's name in this language; the catalogue's where there is none. */
export function goodsName(product) {
  return text("goodsNames")[product.sku] ?? product.name;
}

/** An amount of the API as people write it here; the digits stay Latin so that they match the payment page. */
export function money({ currency, decimal }) {
  const locale = language() === "ar" ? "ar-QA-u-nu-latn" : "en-GB";
  return new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "code" })
    .format(Number(decimal))
    .replace(/\u200f/g, "");
}

/** Fills every `[data-text]` of the page and sets its language and direction. */
export function speak(root = document) {
  const chosen = language();
  document.documentElement.lang = chosen;
  document.documentElement.dir = chosen === "ar" ? "rtl" : "ltr";
  for (const element of root.querySelectorAll("[data-text]")) {
    element.textContent = text(element.dataset.text);
  }
  const toggle = document.getElementById("language");
  if (toggle) {
    toggle.lang = chosen === "ar" ? "en" : "ar";
    toggle.onclick = () => {
      chooseLanguage(chosen === "ar" ? "en" : "ar");
      const here = new URL(window.location.href);
      here.searchParams.delete("lang");
      window.location.assign(here);
    };
  }
}
