package sandbox.qpay.hosted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sandbox.page.Language;
import sandbox.page.MoneyText;
import sandbox.page.Pages;
import sandbox.qpay.QPayAccount;
import sandbox.qpay.payment.NapsCard;
import sandbox.qpay.payment.Payment;
import sandbox.settings.Settings;

/** Writes QPay's pages. */
@ApplicationScoped
class QPayViews {
    @Inject
    Pages pages;

    @Inject
    Settings settings;

    Response card(Payment payment, Language language, Set<NapsCard.Field> wrong) {
        var model = summary(payment, language);
        model.put(
                "wrong",
                wrong.stream()
                        .map(field -> field.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
        model.put("testCard", NapsCard.NUMBER.replaceAll("(\\d{4})(?=\\d)", "$1 "));
        model.put("testCode", NapsCard.CODE);
        return html(wrong.isEmpty() ? 200 : 422, pages.render("qpay-card", language, model));
    }

    Response code(Payment payment, Language language, boolean wrong) {
        var model = summary(payment, language);
        model.put("wrong", wrong);
        model.put("testCode", NapsCard.CODE);
        return html(wrong ? 422 : 200, pages.render("qpay-code", language, model));
    }

    Response unknown(Language language) {
        return html(
                404,
                pages.render("finished", language, Map.of("kind", "unknown", "merchant", settings.merchantName())));
    }

    private Map<String, Object> summary(Payment payment, Language language) {
        var model = new HashMap<String, Object>();
        model.put("merchant", settings.merchantName());
        model.put("action", QPayAccount.PATH + "/pay/" + payment.number());
        model.put("total", MoneyText.of(payment.minor(), "QAR"));
        model.put("reference", payment.reference());
        model.put("other", language.other());
        return model;
    }

    private static Response html(int status, String page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept-Language")
                .entity(page)
                .build();
    }
}
