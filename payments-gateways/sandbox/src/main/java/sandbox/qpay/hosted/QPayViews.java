package sandbox.qpay.hosted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sandbox.page.CustomerPages;
import sandbox.page.Language;
import sandbox.page.MoneyText;
import sandbox.qpay.QPayAccount;
import sandbox.qpay.payment.NapsCard;
import sandbox.qpay.payment.Payment;

/** Writes QPay's pages. */
@ApplicationScoped
class QPayViews {
    @Inject
    CustomerPages pages;

    Response card(Payment payment, Language language, Set<NapsCard.Field> wrong) {
        var model = summary(payment);
        model.put(
                "wrong",
                wrong.stream()
                        .map(field -> field.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
        model.put("testCard", NapsCard.NUMBER.replaceAll("(\\d{4})(?=\\d)", "$1 "));
        model.put("testCode", NapsCard.CODE);
        return pages.page(wrong.isEmpty() ? 200 : 422, "qpay-card", language, model);
    }

    Response code(Payment payment, Language language, boolean wrong) {
        var model = summary(payment);
        model.put("wrong", wrong);
        model.put("testCode", NapsCard.CODE);
        return pages.page(wrong ? 422 : 200, "qpay-code", language, model);
    }

    private static Map<String, Object> summary(Payment payment) {
        var model = new HashMap<String, Object>();
        model.put("action", QPayAccount.PATH + "/pay/" + payment.number());
        model.put("total", MoneyText.of(payment.minor(), "QAR"));
        model.put("reference", payment.reference());
        return model;
    }
}
