package io.mizan.simulation;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayProfile.Totals;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Redirect;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the provider writes down how things stand, and how its adapter reads that as facts. One line for each field. */
final class Documents {
    static final String PAGE = "page";
    static final String PAYMENT = "payment";

    private Documents() {}

    static String of(Provider.Page page) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(PAGE, page.id);
        fields.put("page_state", page.state.name());
        fields.put("pay_until", page.payUntil.toString());
        fields.put("created", page.created.toString());
        if (page.closedAt != null) {
            fields.put("closed_at", page.closedAt.toString());
        }
        add(page.payment, fields);
        return write(fields);
    }

    static String of(Provider.Payment payment) {
        var fields = new LinkedHashMap<String, String>();
        add(payment, fields);
        return write(fields);
    }

    private static void add(Provider.Payment payment, Map<String, String> fields) {
        fields.put(PAYMENT, payment.id);
        fields.put("mark", payment.attempt);
        fields.put("payment_state", payment.state.name());
        if (payment.at != null) {
            fields.put("at", payment.at.toString());
        }
        if (payment.declines > 0) {
            fields.put("last_decline", payment.id + "_try_" + payment.declines);
            fields.put("declined_at", payment.declinedAt.toString());
        }
        if (payment.authorized != null) {
            add("authorized", payment.authorized, fields);
            fields.put("authorized_at", payment.authorizedAt.toString());
        }
        if (payment.captured != null) {
            add("captured", payment.captured, fields);
        }
    }

    private static void add(String name, Money money, Map<String, String> fields) {
        fields.put(name, money.amountMinor() + " " + money.currencyCode());
    }

    static String write(Map<String, String> fields) {
        var text = new StringBuilder();
        fields.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        return text.toString();
    }

    static Map<String, String> read(String text) {
        var fields = new LinkedHashMap<String, String>();
        text.lines().forEach(line -> {
            int cut = line.indexOf('=');
            fields.put(line.substring(0, cut), line.substring(cut + 1));
        });
        return fields;
    }

    static String withoutMark(String document) {
        var fields = read(document);
        fields.remove("mark");
        return write(fields);
    }

    static Money money(String text) {
        int blank = text.indexOf(' ');
        return Money.ofMinor(Long.parseLong(text.substring(0, blank)), text.substring(blank + 1));
    }

    static Optional<AttemptId> mark(Map<String, String> fields) {
        return Optional.ofNullable(fields.get("mark")).map(AttemptId::fromString);
    }

    /** The facts that a document implies, whoever shows it. */
    static Observation observation(
            Account account, Totals totals, Map<String, String> fields, Observation.Message message) {
        var facts = new ArrayList<Fact>();
        var refs = new ArrayList<ProviderRef>();
        var redirect = Optional.<Redirect>empty();
        if (fields.containsKey(PAGE)) {
            var page = fields.get(PAGE);
            refs.add(new ProviderRef(PAGE, page));
            facts.add(Fact.of(FactKind.CHECKOUT_OPENED, account, page)
                    .with(Fact.PAY_UNTIL, fields.get("pay_until"))
                    .at(Instant.parse(fields.get("created"))));
            switch (Provider.PageState.valueOf(fields.get("page_state"))) {
                case OPEN -> redirect = Optional.of(Redirect.to(URI.create("https://provider.example/" + page)));
                case EXPIRED -> facts.add(closed(account, page, FactKind.Closing.EXPIRED, fields));
                case FAILED -> facts.add(closed(account, page, FactKind.Closing.FAILED, fields));
                case COMPLETE -> {
                    // told by the payment
                }
            }
        }
        addPayment(account, totals, fields, facts, refs);
        return new Observation(facts, refs, redirect, message);
    }

    private static Fact closed(Account account, String page, FactKind.Closing how, Map<String, String> fields) {
        return Fact.of(FactKind.CHECKOUT_CLOSED, account, page)
                .withQualifier(how.qualifier())
                .at(Instant.parse(fields.get("closed_at")));
    }

    private static void addPayment(
            Account account, Totals totals, Map<String, String> fields, List<Fact> facts, List<ProviderRef> refs) {
        var payment = fields.get(PAYMENT);
        refs.add(new ProviderRef(PAYMENT, payment));
        if (fields.containsKey("last_decline")) {
            facts.add(Fact.of(FactKind.TRY_DECLINED, account, fields.get("last_decline"))
                    .with(Fact.CATEGORY, FailureCategory.INSUFFICIENT_FUNDS.code())
                    .with(Fact.CODE, "insufficient_funds")
                    .at(Instant.parse(fields.get("declined_at"))));
        }
        var at = Optional.ofNullable(fields.get("at")).map(Instant::parse);
        switch (Provider.PaymentState.valueOf(fields.get("payment_state"))) {
            case WAITING, FAILED -> {
                // nothing more
            }
            case CHALLENGED ->
                facts.add(Fact.of(FactKind.CHALLENGE_REQUIRED, account, payment)
                        .withQualifier("card")
                        .at(at));
            case PROCESSING ->
                facts.add(Fact.of(FactKind.PAYER_APPROVED, account, payment).at(at));
            case AUTHORIZED -> facts.add(authorized(account, payment, fields));
            case SUCCEEDED ->
                facts.add(Fact.of(captured(totals), account, payment)
                        .withAmount(money(fields.get("captured")))
                        .at(at));
            case VOIDED -> addEnd(account, payment, FactKind.AuthorizationEnd.VOIDED, fields, facts);
            case LAPSED -> addEnd(account, payment, FactKind.AuthorizationEnd.EXPIRED, fields, facts);
        }
    }

    static FactKind captured(Totals totals) {
        return totals == Totals.LEVELS ? FactKind.CAPTURED_TOTAL : FactKind.CAPTURED;
    }

    private static void addEnd(
            Account account,
            String payment,
            FactKind.AuthorizationEnd how,
            Map<String, String> fields,
            List<Fact> facts) {
        facts.add(authorized(account, payment, fields));
        facts.add(Fact.of(FactKind.AUTHORIZATION_ENDED, account, payment)
                .withQualifier(how.qualifier())
                .at(Instant.parse(fields.get("at"))));
    }

    private static Fact authorized(Account account, String payment, Map<String, String> fields) {
        return Fact.of(FactKind.AUTHORIZED, account, payment)
                .withAmount(money(fields.get("authorized")))
                .at(Instant.parse(fields.get("authorized_at")));
    }
}
