package sandbox.cybersource.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import sandbox.cybersource.CyberSourceAccount;
import sandbox.cybersource.payment.Transaction;
import sandbox.settings.Settings;

/** The interface's JSON. */
@ApplicationScoped
class Documents {
    @Inject
    CyberSourceAccount account;

    @Inject
    Settings settings;

    /** The answer to a request that was carried out. */
    String done(Transaction transaction) {
        var status = transaction.kind() == Transaction.Kind.REFUND ? "PENDING" : transaction.status();
        var json = Json.createObjectBuilder()
                .add("id", transaction.id())
                .add("status", status)
                .add("submitTimeUtc", transaction.at().toString())
                .add("clientReferenceInformation", Json.createObjectBuilder().add("code", transaction.code()));
        var amount = transaction.done();
        switch (transaction.kind()) {
            case REFUND -> json.add("refundAmountDetails", amount("refundAmount", transaction));
            case REVERSAL -> json.add("reversalAmountDetails", amount("reversedAmount", transaction));
            case VOID -> json.add("voidAmountDetails", amount("voidAmount", transaction));
            default ->
                json.add(
                        "orderInformation",
                        Json.createObjectBuilder()
                                .add(
                                        "amountDetails",
                                        Json.createObjectBuilder()
                                                .add("totalAmount", amount.text())
                                                .add("currency", amount.currency())));
        }
        return json.build().toString();
    }

    /** @param all that searches show of its checkout */
    String details(Transaction transaction, List<Transaction> all) {
        var related = Json.createArrayBuilder();
        all.stream()
                .filter(other -> !other.id().equals(transaction.id())
                        && (other.parent().equals(transaction.id())
                                || transaction.parent().equals(other.id())))
                .forEach(other -> related.add(Json.createObjectBuilder()
                        .add(
                                "href",
                                settings.publicUrl() + CyberSourceAccount.PATH + "/rest/tss/v2/transactions/"
                                        + other.id())
                        .add("method", "GET")));
        return summary(transaction)
                .add("rootId", transaction.root())
                .add("merchantId", account.api().merchantId())
                .add("submitTimeUTC", transaction.at().toString())
                .add("_links", Json.createObjectBuilder().add("relatedTransactions", related))
                .build()
                .toString();
    }

    static String found(List<Transaction> transactions) {
        var summaries = Json.createArrayBuilder();
        transactions.forEach(transaction -> summaries.add(
                summary(transaction).add("submitTimeUtc", transaction.at().toString())));
        var page = Json.createObjectBuilder()
                .add("totalCount", transactions.size())
                .add("count", transactions.size())
                .add("offset", 0)
                .add("limit", 100);
        if (!transactions.isEmpty()) {
            page.add("_embedded", Json.createObjectBuilder().add("transactionSummaries", summaries));
        }
        return page.build().toString();
    }

    private static JsonObjectBuilder summary(Transaction transaction) {
        var applications = Json.createArrayBuilder();
        transaction
                .kind()
                .applications()
                .forEach(name -> applications.add(Json.createObjectBuilder()
                        .add("name", name)
                        .add("reasonCode", transaction.reason())
                        .add("rCode", transaction.outcome())));
        var amount = transaction.done();
        var details = Json.createObjectBuilder()
                .add("totalAmount", amount.shortText())
                .add("currency", amount.currency());
        if (transaction.kind().isPayment()) {
            details.add("authorizedAmount", amount.shortText());
        }
        return Json.createObjectBuilder()
                .add("id", transaction.id())
                .add(
                        "applicationInformation",
                        Json.createObjectBuilder()
                                .add("status", transaction.status())
                                .add("reasonCode", transaction.reason())
                                .add("applications", applications))
                .add("clientReferenceInformation", Json.createObjectBuilder().add("code", transaction.code()))
                .add("orderInformation", Json.createObjectBuilder().add("amountDetails", details));
    }

    private static JsonObjectBuilder amount(String name, Transaction transaction) {
        return Json.createObjectBuilder()
                .add(name, transaction.done().text())
                .add("currency", transaction.done().currency());
    }
}
