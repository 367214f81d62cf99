package io.mizan.gateways.cybersource;

import io.mizan.gateways.json.JsonDocument;
import io.mizan.money.Money;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A transaction as CyberSource's search shows it: one request to it, with the applications that it ran.
 *
 * @param root the transaction that began it; itself if it did
 * @param status in CyberSource's words, empty if it says none
 * @param applications by their names
 * @param amount what was agreed to; absent where nothing was asked for
 * @param related the ids of what belongs to it
 */
record Transaction(
        String id,
        String root,
        Optional<Instant> at,
        String status,
        Map<String, Application> applications,
        Optional<Money> amount,
        List<String> related) {
    static final String AUTHORIZATION = "ics_auth";
    static final String BILL = "ics_bill";

    private static final Pattern LINK = Pattern.compile(".*/tss/v2/transactions/([0-9]{10,26})");

    /**
     * One of the services that ran.
     *
     * @param outcome {@code 1} it worked, {@code 0} it was declined, {@code -1} it failed
     */
    record Application(String outcome, String reason) {
        boolean worked() {
            return outcome.equals("1");
        }

        boolean wasDeclined() {
            return outcome.equals("0");
        }
    }

    boolean ran(String application) {
        return applications.containsKey(application);
    }

    boolean did(String application) {
        return ran(application) && applications.get(application).worked();
    }

    /** A try that certainly took nothing. */
    boolean wasDeclined() {
        return ran(AUTHORIZATION) && applications.get(AUTHORIZATION).wasDeclined();
    }

    /** @throws IllegalArgumentException if it is not what CyberSource writes */
    static Transaction of(byte[] body) {
        var json = JsonDocument.parse(body);
        var id = CyberSourceRequests.checked(json.requiredText("id"));
        var information = json.object("applicationInformation");
        return new Transaction(
                id,
                json.text("rootId").map(CyberSourceRequests::checked).orElse(id),
                json.instant("submitTimeUTC").or(() -> json.instant("submitTimeUtc")),
                information.flatMap(it -> it.text("status")).orElse(""),
                information.map(Transaction::applications).orElse(Map.of()),
                amount(json),
                related(json));
    }

    /** The ids that a search found, the newest first; none if its page is empty. */
    static List<String> found(byte[] body) {
        var page = JsonDocument.parse(body);
        if (page.number("count").or(() -> page.number("totalCount")).isEmpty() && !page.isObject("_embedded")) {
            throw new IllegalArgumentException("not the answer of a search");
        }
        return page
                .object("_embedded")
                .map(embedded -> embedded.objects("transactionSummaries"))
                .orElse(List.of())
                .stream()
                .map(summary -> CyberSourceRequests.checked(summary.requiredText("id")))
                .toList();
    }

    private static Map<String, Application> applications(JsonDocument information) {
        var applications = new HashMap<String, Application>();
        information.objects("applications").forEach(application -> application
                .text("name")
                .ifPresent(name -> applications.put(
                        name,
                        new Application(
                                application.scalar("rCode").orElse(""),
                                application.scalar("reasonCode").orElse("")))));
        return Map.copyOf(applications);
    }

    private static Optional<Money> amount(JsonDocument json) {
        return json.object("orderInformation")
                .flatMap(order -> order.object("amountDetails"))
                .flatMap(details -> details.scalar("authorizedAmount")
                        .or(() -> details.scalar("totalAmount"))
                        .map(amount -> CyberSourceAmounts.fromCyberSource(amount, details.requiredText("currency"))));
    }

    private static List<String> related(JsonDocument json) {
        return json.object("_links").map(links -> links.objects("relatedTransactions")).orElse(List.of()).stream()
                .flatMap(link -> link.text("href").stream())
                .map(LINK::matcher)
                .filter(link -> link.matches())
                .map(link -> link.group(1))
                .toList();
    }
}
