package sandbox.cybersource.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sandbox.clock.SimulatedClock;
import sandbox.cybersource.CyberSourceAccount;
import sandbox.cybersource.payment.Checkout;
import sandbox.cybersource.payment.Checkouts;
import sandbox.cybersource.payment.Outcome;
import sandbox.cybersource.payment.Replies;
import sandbox.cybersource.payment.Sum;
import sandbox.cybersource.signature.SignedForm;
import sandbox.form.FormFields;
import sandbox.form.ReturnForm;
import sandbox.page.CustomerPages;
import sandbox.page.Language;

/** The forms by which a browser comes and goes. */
@ApplicationScoped
public class BrowserForms {
    private static final Duration TOLERANCE = Duration.ofMinutes(15);

    @Inject
    CyberSourceAccount account;

    @Inject
    Checkouts checkouts;

    @Inject
    Replies replies;

    @Inject
    ReturnForm returnForm;

    @Inject
    SimulatedClock clock;

    /**
     * Opens a checkout and shows its page; one that was decided before is answered so. Empty if the form is not the
     * merchant's, or not in order.
     */
    public Optional<Response> open(FormFields form) {
        if (!isRight(form)) {
            return Optional.empty();
        }
        var checkout = checkouts.open(new Checkout(
                form.text("reference_number"),
                form.text("transaction_uuid"),
                form.value("merchant_defined_data1").orElse(form.text("reference_number")),
                Sum.of(form.text("amount"), form.text("currency")),
                form.text("transaction_type").equals("sale"),
                form.text("locale"),
                new Checkout.Addresses(
                        form.text("override_custom_receipt_page"),
                        form.text("override_custom_cancel_page"),
                        notice(form)),
                clock.now(),
                Optional.empty(),
                true));
        return Optional.of(
                checkout.isOpen()
                        ? CustomerPages.to(CyberSourceAccount.PATH + "/pay/" + checkout.reference())
                        : postedTwice(checkout));
    }

    /** Takes the customer back with what was last said. */
    public Response back(Checkout checkout, Language language) {
        var reply = checkout.reply().orElseThrow();
        if (!checkout.comesBack()) {
            return returnForm.nowhere(language);
        }
        var canceled = reply.text("decision").equals("CANCEL");
        return returnForm.to(
                canceled ? checkout.addresses().cancel() : checkout.addresses().receipt(),
                replies.signed(reply, false).with("utf8", "✓"),
                language);
    }

    private Response postedTwice(Checkout checkout) {
        return returnForm.to(
                checkout.addresses().receipt(),
                replies.signed(replies.of(checkout, Outcome.POSTED_TWICE, Optional.empty(), clock.now()), false),
                Language.of(Optional.empty(), Optional.of(checkout.language()), List.of()));
    }

    private boolean isRight(FormFields form) {
        return form.text("access_key").equals(account.profile().accessKey())
                && form.text("profile_id").equals(account.profile().id())
                && form.text("transaction_uuid").matches("[0-9A-Za-z-]{1,50}")
                && form.text("reference_number").matches("[A-Za-z0-9_-]{1,50}")
                && form.text("transaction_type").matches("sale|authorization")
                && form.text("currency").matches("[A-Z]{3}")
                && form.text("amount").matches("[0-9]{1,11}(\\.[0-9]{1,3})?")
                && form.text("locale").matches("[a-z]{2}-[a-z]{2}")
                && isAddress(form.text("override_custom_receipt_page"))
                && isAddress(form.text("override_custom_cancel_page"))
                && isOfNow(form.text("signed_date_time"))
                && SignedForm.isWhole(form, account.profile().secretKey());
    }

    /** By this machine's clock or by the simulated one: the merchant's server may go by either. */
    private boolean isOfNow(String time) {
        try {
            var at = Instant.parse(time);
            return List.of(clock.now().minus(clock.offset()), clock.now()).stream()
                    .anyMatch(now -> Duration.between(at, now).abs().compareTo(TOLERANCE) <= 0);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isAddress(String address) {
        return address.matches("https?://[^\\s\"<>]{3,250}") && address.length() <= 255;
    }

    /** Where the form says, if that is this machine: a simulator posts nowhere else. */
    private String notice(FormFields form) {
        return form.value("override_backoffice_post_url")
                .filter(address -> "127.0.0.1".equals(URI.create(address).getHost()))
                .orElse(account.webhookUrl().toString());
    }
}
