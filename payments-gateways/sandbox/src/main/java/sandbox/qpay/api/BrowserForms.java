package sandbox.qpay.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sandbox.clock.SimulatedClock;
import sandbox.form.FormFields;
import sandbox.form.ReturnForm;
import sandbox.page.CustomerPages;
import sandbox.page.Language;
import sandbox.qpay.QPayAccount;
import sandbox.qpay.payment.Payment;
import sandbox.qpay.payment.Payments;
import sandbox.qpay.payment.Statuses;
import sandbox.rule.Misbehaviour;

/** The forms by which a browser comes and goes. */
@ApplicationScoped
public class BrowserForms {
    @Inject
    QPayAccount account;

    @Inject
    Payments payments;

    @Inject
    Answers answers;

    @Inject
    ReturnForm returnForm;

    @Inject
    SimulatedClock clock;

    /**
     * Opens a payment and shows its page. The same form once more, posted from a second window, shows the same page; a
     * number that was used up otherwise is refused, and nothing is ever charged twice.
     */
    Response open(Message message) {
        var form = message.fields();
        var returnUrl = form.value("ExtraFields_f14").filter(url -> url.matches("https?://[^\\s\"<>]{3,2000}"));
        if (returnUrl.isEmpty()) {
            return Response.status(400)
                    .type(MediaType.TEXT_PLAIN_TYPE)
                    .entity("ExtraFields_f14 is not an address to go back to")
                    .build();
        }
        var wrong = message.wrongSender(account).or(message::wrongPayment);
        if (wrong.isPresent()) {
            return refused(form, returnUrl.get(), wrong.get(), "Message rejected");
        }
        var payment = payment(form, returnUrl.get());
        if (isSameForm(payment, payments.open(payment))) {
            return CustomerPages.to(QPayAccount.PATH + "/pay/" + payment.number());
        }
        return refused(form, returnUrl.get(), Statuses.FAILED, "Duplicate PUN");
    }

    /** Takes the customer of a decided payment back, as well or badly as was decided with it. */
    public Response back(Payment payment, Language language) {
        var outcome = payment.outcome().orElseThrow();
        var treatment = outcome.treatment();
        var fields = answers.ofReturn(payment);
        if (treatment.is(Misbehaviour.NEVER)) {
            return returnForm.nowhere(language);
        }
        var wait = treatment.wait(outcome.at(), clock.now());
        if (!wait.equals(Duration.ZERO)) {
            return returnForm.waiting(wait, language);
        }
        if (treatment.is(Misbehaviour.TWICE)) {
            returnForm.postBeforehand(payment.returnUrl(), fields);
        }
        return returnForm.to(
                payment.returnUrl(), treatment.is(Misbehaviour.FORGED) ? Answers.forged(fields) : fields, language);
    }

    private Response refused(FormFields form, String returnUrl, String status, String message) {
        return returnForm.to(
                returnUrl,
                answers.ofRefusedForm(form, status, message),
                Language.of(Optional.of(form.text("Lang").toLowerCase(Locale.ROOT)), Optional.empty(), List.of()));
    }

    private static boolean isSameForm(Payment posted, Payment known) {
        return known.outcome().isEmpty()
                && known.minor() == posted.minor()
                && known.returnUrl().equals(posted.returnUrl());
    }

    private Payment payment(FormFields form, String returnUrl) {
        return new Payment(
                form.text("PUN"),
                form.text("MerchantModuleSessionID"),
                form.text("PaymentDescription"),
                Long.parseLong(form.text("Amount")),
                form.text("Lang").toLowerCase(Locale.ROOT),
                returnUrl,
                clock.now(),
                Optional.empty(),
                0,
                Optional.empty());
    }
}
