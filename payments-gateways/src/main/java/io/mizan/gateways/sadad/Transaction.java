package io.mizan.gateways.sadad;

import io.mizan.gateways.json.JsonDocument;
import io.mizan.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A transaction as SADAD's interface shows it.
 *
 * @param reference ours, empty if it is not about a checkout
 * @param word by which SADAD names the status
 */
record Transaction(
        String number, String reference, SadadStatus status, String word, Money amount, Optional<Instant> at) {
    private static final String REFERENCE = "website_ref_no";

    /**
     * One transaction, or an array of them: the documentation shows both for the same question. Not yet read, for a list
     * holds whatever went through the account: withdrawals and transfers too, whose form nobody has described.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static List<JsonDocument> rows(byte[] body) {
        var wrapped = ("{\"it\":" + new String(body, StandardCharsets.UTF_8) + "}").getBytes(StandardCharsets.UTF_8);
        var document = JsonDocument.parse(wrapped);
        return document.isObject("it") ? List.of(document.requiredObject("it")) : document.objects("it");
    }

    /** Whether it bears that reference of ours. */
    static boolean isOf(JsonDocument row, String reference) {
        return row.isText(REFERENCE) && row.requiredText(REFERENCE).equals(reference);
    }

    /** @throws IllegalArgumentException if it is no transaction of a checkout */
    static Transaction of(JsonDocument json) {
        var status = json.object("transactionstatus");
        var statusNumber = status.flatMap(it -> it.scalar("id"));
        var statusName = status.flatMap(it -> it.text("name"));
        var refunded = json.flag("isRefund").orElse(false);
        return new Transaction(
                Stream.of("invoicenumber", "entityid")
                        .flatMap(name -> json.scalar(name).stream())
                        .filter(number -> number.matches("SD[0-9]{6,20}"))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("a transaction without a number")),
                json.text(REFERENCE).orElse(""),
                refunded ? SadadStatus.REFUNDED : SadadStatus.of(statusNumber, statusName),
                statusNumber.or(() -> statusName).orElse("none"),
                SadadAmounts.fromSadad(
                        json.decimal("amount").orElseThrow(() -> new IllegalArgumentException("no amount"))),
                json.text("transactiondate").flatMap(Transaction::instant));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
