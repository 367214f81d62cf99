package sandbox.razorpay.hosted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import sandbox.page.CustomerPages;
import sandbox.page.Hint;
import sandbox.page.Language;
import sandbox.page.MoneyText;
import sandbox.razorpay.RazorpayAccount;
import sandbox.razorpay.order.Order;
import sandbox.razorpay.order.Payment;

/** Writes the checkout's pages. */
@ApplicationScoped
class RazorpayViews {
    private static final List<Hint> HINTS = List.of(
            new Hint("4100 2800 0000 1007", "succeeds"),
            new Hint("4100 2800 0008 0001", "insufficient_fund"),
            new Hint("4100 2800 0006 0003", "card_declined"),
            new Hint("4100 2800 0000 0009", "authentication_failed"),
            new Hint("success@razorpay", "succeeds"),
            new Hint("failure@razorpay", "payment_failed"));

    @Inject
    CustomerPages pages;

    Response checkout(Order order, Language language, boolean wrong) {
        var model = new HashMap<String, Object>();
        model.put("action", RazorpayAccount.PATH + "/checkout/" + order.id());
        model.put("total", MoneyText.of(order.amount(), order.currency()));
        model.put("reference", order.reference().orElse(order.id()));
        model.put("declined", order.latest().filter(Payment::isFailed).isPresent());
        model.put("wrong", wrong);
        model.put("hints", HINTS);
        return pages.page(wrong ? 422 : 200, "razorpay/checkout", language, model);
    }
}
