package sandbox.qpay.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sandbox.api.Answer;
import sandbox.api.BadDays;
import sandbox.api.Reaction;
import sandbox.form.FormFields;
import sandbox.qpay.QPayAccount;
import sandbox.qpay.payment.Payment;
import sandbox.qpay.payment.Payments;
import sandbox.qpay.payment.Refunds;

/** Inquiries and refunds, which a merchant's server asks for. */
@ApplicationScoped
public class ServerCalls {
    private static final String INQUIRY = "inquiry";
    private static final String REFUND = "refund";

    @Inject
    QPayAccount account;

    @Inject
    Payments payments;

    @Inject
    Refunds refunds;

    @Inject
    Answers answers;

    @Inject
    BadDays badDays;

    /** To which a rule may be limited. */
    public List<String> operations() {
        return List.of(INQUIRY, REFUND);
    }

    Reaction react(Message message) {
        return badDays.react(
                new BadDays.Call(QPayAccount.GATEWAY, operation(message), namesIn(message)),
                text(429, "Too many requests"),
                text(500, "Internal error"),
                () -> text(200, answer(message).encoded()));
    }

    private FormFields answer(Message message) {
        var wrong = message.wrongSender(account)
                .or(() -> isRefund(message) ? message.wrongRefund() : message.wrongInquiry());
        if (wrong.isPresent()) {
            return answers.ofRefusedMessage(wrong.get());
        }
        return isRefund(message) ? refund(message.fields()) : inquiry(message.fields());
    }

    private FormFields inquiry(FormFields request) {
        return payments.find(request.text("OriginalPUN"))
                .filter(payment -> payment.outcome().isPresent() && !payment.isHiddenFromInquiries())
                .map(answers::ofInquiry)
                .orElseGet(answers::ofInquiryInVain);
    }

    private FormFields refund(FormFields request) {
        return answers.ofRefund(
                request,
                refunds.refund(
                        request.text("PUN_1"),
                        request.text("OriginalTransactionPaymentUniqueNumber_1"),
                        Long.parseLong(request.text("Amount_1"))));
    }

    private Set<String> namesIn(Message message) {
        var number =
                message.fields().text(isRefund(message) ? "OriginalTransactionPaymentUniqueNumber_1" : "OriginalPUN");
        var names = new HashSet<>(Set.of(number));
        payments.find(number).map(Payment::names).ifPresent(names::addAll);
        return names;
    }

    private static boolean isRefund(Message message) {
        return message.action().equals(Message.REFUND);
    }

    private static String operation(Message message) {
        return isRefund(message) ? REFUND : INQUIRY;
    }

    private static Answer text(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "text/plain;charset=utf-8"), body);
    }
}
