package sandbox.stripe.hosted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sandbox.page.Language;
import sandbox.page.MoneyText;
import sandbox.page.PageTexts;
import sandbox.page.Pages;
import sandbox.settings.Settings;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.Decline;
import sandbox.stripe.payment.PaymentIntent;
import sandbox.stripe.payment.SubmittedCard;

/** Writes the hosted pages. */
@ApplicationScoped
class HostedViews {
    private static final List<TestCardHint> HINTS = List.of(
            new TestCardHint("4242 4242 4242 4242", "succeeds"),
            new TestCardHint("4000 0027 6000 3184", "authenticates"),
            new TestCardHint("4000 0000 0000 9995", "insufficient_funds"),
            new TestCardHint("4000 0000 0000 0002", "declined"),
            new TestCardHint("4000 0000 0000 0069", "expired_card"),
            new TestCardHint("4000 0000 0000 0127", "incorrect_cvc"),
            new TestCardHint("4100 0000 0000 0019", "fraud"));

    @Inject
    Pages pages;

    @Inject
    Settings settings;

    /** One line of the summary. */
    public record Line(String name, String description, String quantity, String unit, String total) {}

    /** A card number and the key of what it does. */
    public record TestCardHint(String number, String effect) {}

    /** The form, with whatever is wrong with the last try. */
    Response form(Checkout checkout, Language language, Entered entered) {
        var locale = language.locale();
        var model = summary(checkout, language);
        model.put("entered", entered);
        model.put("faults", faultTexts(entered.faults(), locale));
        model.put("decline", declineText(checkout, entered, locale));
        model.put("offersCard", checkout.offersCard());
        model.put("offersBankDebit", checkout.offersBankDebit());
        model.put("hints", HINTS);
        return html(entered.faults().isEmpty() ? 200 : 422, pages.render("checkout", language, model));
    }

    Response challenge(Checkout checkout, Language language) {
        var model = summary(checkout, language);
        model.put(
                "lastFour",
                checkout.challenge()
                        .flatMap(challenge -> challenge.method().card())
                        .map(card -> card.lastFour())
                        .orElse(""));
        return html(200, pages.render("challenge", language, model));
    }

    /** A page that says why nothing can be paid here any more, and where to go. */
    Response finished(Checkout checkout, Language language) {
        var model = summary(checkout, language);
        var expired = checkout.status() == sandbox.stripe.payment.SessionStatus.EXPIRED;
        model.put("kind", expired ? "expired" : "complete");
        model.put("onward", expired ? checkout.terms().cancelUrl().orElse(null) : checkout.successUrl());
        return html(expired ? 410 : 200, pages.render("finished", language, model));
    }

    Response unknown(Language language) {
        var model = new HashMap<String, Object>(Map.of("kind", "unknown", "merchant", settings.merchantName()));
        return html(404, pages.render("finished", language, model));
    }

    private Map<String, Object> summary(Checkout checkout, Language language) {
        var currency = checkout.total().currency();
        var lines = checkout.terms().items().stream()
                .map(item -> new Line(
                        item.name(),
                        item.description().orElse(""),
                        item.quantity() == 1 ? "" : String.valueOf(item.quantity()),
                        MoneyText.of(item.unitAmount(), currency),
                        MoneyText.of(item.total(), currency)))
                .toList();
        var model = new HashMap<String, Object>();
        model.put("merchant", settings.merchantName());
        model.put("session", checkout.sessionId());
        model.put("action", "/c/pay/" + checkout.sessionId());
        model.put("total", MoneyText.of(checkout.total().minor(), currency));
        model.put("lines", lines);
        model.put("email", checkout.terms().customerEmail().orElse(""));
        model.put("cancelUrl", checkout.terms().cancelUrl().orElse(null));
        model.put("other", language.other());
        return model;
    }

    private static Map<String, String> faultTexts(Map<SubmittedCard.Field, SubmittedCard.Fault> faults, Locale locale) {
        var texts = new HashMap<String, String>();
        faults.forEach((field, fault) -> texts.put(
                field.name().toLowerCase(Locale.ROOT),
                PageTexts.text(locale, "fault." + fault.name().toLowerCase(Locale.ROOT))));
        return texts;
    }

    /** What the issuer said to the last card, in the customer's language; nothing while the form itself is wrong. */
    private static String declineText(Checkout checkout, Entered entered, Locale locale) {
        return checkout.intent()
                .flatMap(PaymentIntent::lastError)
                .filter(error -> entered.faults().isEmpty())
                .map(Decline::word)
                .map(word -> PageTexts.firstText(locale, "decline." + word, "decline.other"))
                .orElse(null);
    }

    private static Response html(int status, String page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept-Language")
                .entity(page)
                .build();
    }

    /** What may be shown again of what a customer typed: never the number, never the CVC. */
    record Entered(
            String expiry, String name, boolean bankDebit, Map<SubmittedCard.Field, SubmittedCard.Fault> faults) {
        static final Entered NOTHING = new Entered("", "", false, Map.of());

        static Entered of(CardForm form, Map<SubmittedCard.Field, SubmittedCard.Fault> faults) {
            return new Entered(form.expiry(), form.holder().orElse(""), form.isBankDebit(), faults);
        }
    }

    /** The page's language for a checkout that may not exist. */
    static Language language(Optional<String> chosen, Optional<Checkout> checkout, List<Locale> accepted) {
        return Language.of(chosen, checkout.flatMap(it -> it.terms().locale()), accepted);
    }
}
