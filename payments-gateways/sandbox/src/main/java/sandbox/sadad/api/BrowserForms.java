package sandbox.sadad.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sandbox.clock.SimulatedClock;
import sandbox.form.FormFields;
import sandbox.form.JoinedHash;
import sandbox.form.ReturnForm;
import sandbox.page.CustomerPages;
import sandbox.page.Language;
import sandbox.rule.Misbehaviour;
import sandbox.sadad.SadadAccount;
import sandbox.sadad.payment.Checkout;
import sandbox.sadad.payment.Checkouts;
import sandbox.sadad.payment.Transaction;

/** The forms by which a browser comes and goes. */
@ApplicationScoped
public class BrowserForms {
    @Inject
    SadadAccount account;

    @Inject
    Checkouts checkouts;

    @Inject
    SadadMessages messages;

    @Inject
    ReturnForm returnForm;

    @Inject
    SimulatedClock clock;

    /** Opens a checkout and shows its page; empty if the form is wrong. */
    public Optional<Response> open(FormFields form) {
        return isRight(form)
                ? Optional.of(shown(checkouts.open(new Checkout(
                        form.text("ORDER_ID"),
                        form.value("productdetail[0][order_id]").orElse(form.text("ORDER_ID")),
                        new BigDecimal(form.text("TXN_AMOUNT"))
                                .movePointRight(2)
                                .longValueExact(),
                        form.text("SADAD_WEBCHECKOUT_PAGE_LANGUAGE").equalsIgnoreCase("ARB") ? "ar" : "en",
                        form.text("VERSION"),
                        form.text("CALLBACK_URL"),
                        clock.now()))))
                : Optional.empty();
    }

    /** Takes the customer back with the latest try, as well or badly as was decided with it. */
    public Response back(Checkout checkout, Transaction transaction, Language language) {
        var treatment = transaction.treatment();
        if (treatment.is(Misbehaviour.NEVER)) {
            return returnForm.nowhere(language);
        }
        var wait = treatment.wait(transaction.at(), clock.now());
        if (!wait.equals(Duration.ZERO)) {
            return returnForm.waiting(wait, language);
        }
        return returnForm.to(
                checkout.returnUrl(),
                messages.ofReturn(transaction, checkout.version(), treatment.is(Misbehaviour.FORGED)),
                language);
    }

    private static Response shown(Checkout checkout) {
        return CustomerPages.to(SadadAccount.PATH + "/pay/" + checkout.reference());
    }

    private boolean isRight(FormFields form) {
        return form.text("merchant_id").equals(account.merchantId())
                && form.text("WEBSITE").equals(account.website())
                && form.text("ORDER_ID").matches("[A-Za-z0-9_-]{1,50}")
                && form.text("TXN_AMOUNT").matches("[0-9]{1,6}\\.[0-9]{2}")
                && form.text("CALLBACK_URL").matches("https?://[^\\s\"<>]{3,2000}")
                && form.value("EMAIL").or(() -> form.value("email")).isPresent()
                && form.text("MOBILE_NO").matches("[0-9]{8,15}")
                && form.text("txnDate").matches("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")
                && isSigned(form);
    }

    private boolean isSigned(FormFields form) {
        return form.text("VERSION").equals(Checkout.ENCRYPTED)
                ? new EncryptedChecksum(account.secretKey(), account.merchantId()).isOf(form)
                : new JoinedHash(account.secretKey()).isOf(hashed(form), form.text("signature"));
    }

    private static Map<String, String> hashed(FormFields form) {
        var hashed = new LinkedHashMap<>(form.byName());
        hashed.keySet().removeIf(name -> name.equals("signature") || name.startsWith("productdetail["));
        return hashed;
    }
}
