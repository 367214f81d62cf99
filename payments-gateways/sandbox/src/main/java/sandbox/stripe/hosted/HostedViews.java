package sandbox.stripe.hosted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sandbox.page.CustomerPages;
import sandbox.page.Hint;
import sandbox.page.Language;
import sandbox.page.MoneyText;
import sandbox.page.PageTexts;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.Decline;
import sandbox.stripe.payment.PaymentIntent;
import sandbox.stripe.payment.SessionStatus;
import sandbox.stripe.payment.SubmittedCard;

/** Writes the hosted pages. */
@ApplicationScoped
class HostedViews {
    private static final List<Hint> HINTS = List.of(
            new Hint("4242 4242 4242 4242", "succeeds"),
            new Hint("4000 0027 6000 3184", "authenticates"),
            new Hint("4000 0000 0000 9995", "insufficient_funds"),
            new Hint("4000 0000 0000 0002", "declined"),
            new Hint("4000 0000 0000 0069", "expired_card"),
            new Hint("4000 0000 0000 0127", "incorrect_cvc"),
            new Hint("4100 0000 0000 0019", "fraud"));

    @Inject
    CustomerPages pages;

    /** One line of the summary. */
    public record Line(String name, String description, String quantity, String unit, String total) {}

    /** The form, with whatever is wrong with the last try. */
    Response form(Checkout checkout, Language language, Entered entered) {
        var locale = language.locale();
        var model = summary(checkout);
        model.put("entered", entered);
        model.put("faults", faultTexts(entered.faults(), locale));
        model.put("decline", declineText(checkout, entered, locale));
        model.put("offersCard", checkout.offersCard());
        model.put("offersBankDebit", checkout.offersBankDebit());
        model.put("hints", HINTS);
        return pages.page(entered.faults().isEmpty() ? 200 : 422, "checkout", language, model);
    }

    Response challenge(Checkout checkout, Language language) {
        var model = summary(checkout);
        model.put(
                "lastFour",
                checkout.challenge()
                        .flatMap(challenge -> challenge.method().card())
                        .map(card -> card.lastFour())
                        .orElse(""));
        return pages.page(200, "challenge", language, model);
    }

    /** A page that says why nothing can be paid here any more, and where to go. */
    Response finished(Checkout checkout, Language language) {
        return checkout.status() == SessionStatus.EXPIRED
                ? pages.finished(CustomerPages.End.EXPIRED, checkout.terms().cancelUrl(), language)
                : pages.finished(CustomerPages.End.COMPLETE, Optional.of(checkout.successUrl()), language);
    }

    private static Map<String, Object> summary(Checkout checkout) {
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
        model.put("session", checkout.sessionId());
        model.put("action", "/c/pay/" + checkout.sessionId());
        model.put("total", MoneyText.of(checkout.total().minor(), currency));
        model.put("lines", lines);
        model.put("email", checkout.terms().customerEmail().orElse(""));
        model.put("cancelUrl", checkout.terms().cancelUrl().orElse(null));
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
