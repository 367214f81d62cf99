package sandbox.btcpay;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Optional;
import sandbox.btcpay.invoice.Invoice;
import sandbox.btcpay.invoice.InvoiceCourse;
import sandbox.page.CustomerPages;
import sandbox.page.Language;

/** The page of an invoice: buttons in the place of a wallet. One bitcoin is 250,000 of any currency. */
@Path("i/{invoice}")
@RequestScoped
public class InvoicePage {
    @PathParam("invoice")
    String id;

    @QueryParam("lang")
    String chosenLanguage;

    @Context
    HttpHeaders headers;

    @Inject
    Invoices invoices;

    @Inject
    Wallet wallet;

    @Inject
    CustomerPages pages;

    @GET
    public Response show() {
        var found = invoices.find(id);
        var language = language(chosenLanguage, found);
        return found.filter(Invoice::isOpen)
                .map(invoice -> page(invoice, language))
                .orElseGet(() -> finished(found, language));
    }

    /** What follows is a redirect, so that reloading never pays again. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pay(@FormParam("act") String act, @FormParam("lang") String lang) {
        var found = invoices.find(id);
        if (found.isEmpty()) {
            return finished(found, language(lang, found));
        }
        try {
            var after = wallet.act(id, "pay", Optional.ofNullable(act).orElse("full"))
                    .orElseThrow();
            return to(after.isOpen() ? Optional.empty() : after.redirectUrl());
        } catch (InvoiceCourse.Unfitting overtaken) {
            return to(Optional.empty());
        }
    }

    private Response to(Optional<String> merchant) {
        return CustomerPages.to(merchant.orElse(BtcPayAccount.PATH + "/i/" + id));
    }

    private Response page(Invoice invoice, Language language) {
        var model = new HashMap<String, Object>();
        var left = invoice.amount().subtract(invoice.paid());
        model.put("total", invoice.currency() + "\u00a0" + invoice.amount().toPlainString());
        model.put("partly", invoice.paid().signum() > 0);
        model.put("left", invoice.currency() + "\u00a0" + left.toPlainString());
        model.put(
                "coins",
                "BTC\u00a0"
                        + left.divide(BtcPayAccount.RATE, 8, RoundingMode.UP).toPlainString());
        model.put("action", BtcPayAccount.PATH + "/i/" + invoice.id());
        model.put("backUrl", invoice.redirectUrl().orElse(null));
        return pages.page(200, "btcpay/invoice", language, model);
    }

    private Response finished(Optional<Invoice> found, Language language) {
        if (found.isEmpty()) {
            return pages.unknown(language);
        }
        var invoice = found.get();
        var paid = invoice.status().equals("Settled") || invoice.status().equals("Processing");
        return pages.finished(
                paid ? CustomerPages.End.COMPLETE : CustomerPages.End.EXPIRED, invoice.redirectUrl(), language);
    }

    private Language language(String chosen, Optional<Invoice> invoice) {
        return Language.of(
                Optional.ofNullable(chosen), invoice.flatMap(Invoice::language), headers.getAcceptableLanguages());
    }
}
