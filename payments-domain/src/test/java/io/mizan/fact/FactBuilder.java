package io.mizan.fact;

import io.mizan.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/** Facts in few words: {@code facts("opened, declined@1, captured 250.00@5")}; the number is minutes of provider time. */
public final class FactBuilder {
    public static final Account STRIPE = new Account("stripe/acct_test/sandbox");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private FactBuilder() {}

    /** Comma-separated; amounts in QAR unless a currency follows. An object may be named: {@code captured#pi_2 250.00}. */
    public static List<Fact> facts(String words) {
        if (words == null || words.isBlank()) {
            return List.of();
        }
        return Arrays.stream(words.split(","))
                .map(String::strip)
                .map(FactBuilder::fact)
                .toList();
    }

    private static Fact fact(String words) {
        var atSplit = words.split("@", -1);
        var parts = atSplit[0].strip().split("\\s+", -1);
        var named = parts[0].split("#", -1);
        var object = named.length > 1 ? named[1] : null;
        var fact = kind(named[0], object);
        if (parts.length > 1) {
            var currency = parts.length > 2 ? parts[2] : "QAR";
            fact = fact.withAmount(money(parts[1], currency));
        }
        return atSplit.length > 1 ? fact.at(NOON.plus(Duration.ofMinutes(Long.parseLong(atSplit[1].strip())))) : fact;
    }

    private static Fact kind(String word, String object) {
        var payment = object == null ? "pi_1" : object;
        var page = object == null ? "cs_1" : object;
        return switch (word) {
            case "opened" ->
                Fact.of(FactKind.CHECKOUT_OPENED, STRIPE, page)
                        .with(Fact.PAY_UNTIL, NOON.plus(Duration.ofHours(1)).toString());
            case "refused" -> Fact.of(FactKind.CHECKOUT_REFUSED, STRIPE, "att_1");
            case "challenged" -> Fact.of(FactKind.CHALLENGE_REQUIRED, STRIPE, payment);
            case "approved" -> Fact.of(FactKind.PAYER_APPROVED, STRIPE, payment);
            case "declined" ->
                Fact.of(FactKind.TRY_DECLINED, STRIPE, object == null ? "ch_1" : object)
                        .with(Fact.CATEGORY, "insufficient_funds")
                        .with(Fact.CODE, "insufficient_funds");
            case "expired", "canceled", "failed" ->
                Fact.of(FactKind.CHECKOUT_CLOSED, STRIPE, page).withQualifier(word);
            case "agreed" -> Fact.of(FactKind.PAYER_APPROVED, STRIPE, payment).with(Fact.ONE_TRY, "true");
            case "sent" ->
                Fact.of(FactKind.PAYER_APPROVED, STRIPE, payment)
                        .with(Fact.ONE_TRY, "true")
                        .with(Fact.SENT, "true");
            case "replaced" -> Fact.of(FactKind.TRY_DECLINED, STRIPE, payment).with(Fact.ONE_TRY, "true");
            case "authorized" -> Fact.of(FactKind.AUTHORIZED, STRIPE, payment);
            case "voided" ->
                Fact.of(FactKind.AUTHORIZATION_ENDED, STRIPE, payment).withQualifier("voided");
            case "lapsed" ->
                Fact.of(FactKind.AUTHORIZATION_ENDED, STRIPE, payment).withQualifier("expired");
            case "captured" -> Fact.of(FactKind.CAPTURED, STRIPE, payment);
            case "released" ->
                Fact.of(FactKind.AUTHORIZATION_ENDED, STRIPE, payment).withQualifier("captured");
            case "total" -> Fact.of(FactKind.CAPTURED_TOTAL, STRIPE, payment);
            case "punctual" -> Fact.of(FactKind.CAPTURED_TOTAL, STRIPE, payment).with(Fact.IN_TIME, "true");
            case "detected" -> Fact.of(FactKind.DETECTED_TOTAL, STRIPE, payment);
            default -> throw new IllegalArgumentException("no such fact: " + word);
        };
    }

    public static Money money(String decimal, String currency) {
        var digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return Money.ofMinor(new BigDecimal(decimal).movePointRight(digits).longValueExact(), currency);
    }

    public static Money qar(String decimal) {
        return money(decimal, "QAR");
    }
}
