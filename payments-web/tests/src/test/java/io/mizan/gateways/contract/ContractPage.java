package io.mizan.gateways.contract;

import static java.util.stream.Collectors.joining;

import io.mizan.gateway.Capturing;
import io.mizan.gateway.Closing;
import io.mizan.gateway.Completing;
import io.mizan.gateway.GatewayProfile;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Recovery;
import io.mizan.gateway.Refunding;
import io.mizan.gateway.SignedReturns;
import io.mizan.gateway.Voiding;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The gateways side by side, as Markdown. */
final class ContractPage {
    private static final String REFUNDS =
            """
            *Refund* is what the adapters can. What is refunded at a gateway becomes a fact of its order; neither the portal nor
            the API asks for a refund yet.""";

    private static final String HEAD =
            """
            # The gateways, side by side

            Written by the contract that every adapter keeps against its provider's simulator; a build in which a word of it is not
            true fails. What each can, and how it is set up, stands on its page.

            """;

    private final StringBuilder page = new StringBuilder(HEAD);
    private final List<ContractTests> gateways;

    private ContractPage(List<ContractTests> gateways) {
        this.gateways = gateways;
    }

    static String of(List<ContractTests> gateways) {
        return new ContractPage(gateways).written();
    }

    private String written() {
        page.append("## What they can\n\n");
        header();
        row("opened by", gateway -> isLocal(gateway) ? "a signed form" : "a call");
        row("close a page", gateway -> closes(gateway));
        row("complete what was approved", gateway -> yes(gateway instanceof Completing));
        row("capture later", gateway -> yes(gateway instanceof Capturing));
        row("void", gateway -> yes(gateway instanceof Voiding));
        row("refund", ContractPage::refunds);
        row("callbacks", gateway -> switch (gateway.profile().traits().callbacks()) {
            case NONE -> "none";
            case TELLING -> "tell";
            case HINTING -> "hint";
        });
        row("returns", gateway -> gateway instanceof SignedReturns ? "signed" : "unsigned");
        row(
                "amounts told as",
                gateway ->
                        gateway.profile().traits().totals() == GatewayProfile.Totals.LEVELS ? "totals" : "movements");
        row("currencies", gateway -> String.valueOf(currencies(gateway).count()));
        row("decimals of those", gateway -> currencies(gateway)
                .map(Currency::getDefaultFractionDigits)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(joining(", ")));
        row("payable for", gateway -> words(gateway.profile().payFor()));
        row("after that, by who has the page", ContractPage::pageLife);
        row("watched after its end for", gateway -> words(gateway.profile().watchFor()));
        page.append('\n').append(REFUNDS).append("\n\n");
        recoveries();
        scenarios();
        peculiarities();
        return page.toString();
    }

    private static String pageLife(PaymentGateway gateway) {
        return gateway.profile()
                .traits()
                .pageLife()
                .map(life -> life.isZero() ? "–" : words(life))
                .orElse("nobody knows");
    }

    private void recoveries() {
        page.append("## How a lost answer is made good\n\n");
        header();
        for (var operation : Operation.values()) {
            row(
                    operation.code().replace('_', ' '),
                    gateway -> recovery(gateway.profile().recovery().get(operation)));
        }
        page.append(
                """

                *Same key*: the same request is sent again and the provider answers as it did. *Asked*: what became of it is asked by a
                reference of ours, after that time it is sent again, or not. *Local*: nothing is called. *A person*: nobody else can find out,
                and a case opens.

                """);
    }

    private void scenarios() {
        page.append("## What the contract holds\n\nA dash: does not apply, and is not run.\n\n");
        header();
        held(GatewayContract.class);
        ContractPart.ALL.forEach(part -> held(part.type()));
        page.append("\nA part of the contract is held wherever it applies; a build in which it is not fails.\n\n");
        page.append("| part | applies where |\n|---|---|\n");
        ContractPart.ALL.forEach(part -> page.append("| ")
                .append(part.type().getSimpleName())
                .append(" | ")
                .append(part.where())
                .append(" |\n"));
        page.append('\n');
    }

    private void held(Class<? extends Contract> part) {
        for (var sentence : ContractTests.sentences(part)) {
            page.append("| ").append(sentence);
            gateways.forEach(tests -> page.append(" | ").append(tests.holds(part) ? "held" : "–"));
            page.append(" |\n");
        }
    }

    private void peculiarities() {
        page.append("## What is held of one alone\n");
        for (var tests : gateways) {
            page.append("\n**").append(name(tests)).append("**\n\n");
            tests.ownTests()
                    .forEach(sentence -> page.append("- ").append(sentence).append('\n'));
        }
    }

    private void header() {
        page.append('|');
        gateways.forEach(tests -> page.append(" | ").append(name(tests)));
        page.append(" |\n|---");
        gateways.forEach(tests -> page.append("|---"));
        page.append("|\n");
    }

    private static String name(ContractTests tests) {
        return "[" + tests.gateway().profile().displayName() + "]("
                + tests.gateway().name() + ".md)";
    }

    private void row(String what, Function<PaymentGateway, String> cell) {
        page.append("| ").append(what);
        gateways.forEach(tests -> page.append(" | ").append(cell.apply(tests.gateway())));
        page.append(" |\n");
    }

    private static boolean isLocal(PaymentGateway gateway) {
        return gateway.profile().recoveryOf(Operation.OPEN_CHECKOUT) instanceof Recovery.Local;
    }

    private static String yes(boolean can) {
        return can ? "yes" : "–";
    }

    private static String closes(PaymentGateway gateway) {
        return switch (gateway.profile().traits().payableUrl()) {
            case CLOSED_BY_PROVIDER -> yes(gateway instanceof Closing);
            case CLOSED_BY_US -> "by not completing";
            case STAYS_PAYABLE -> "–";
        };
    }

    private static String refunds(PaymentGateway gateway) {
        if (!(gateway instanceof Refunding refunding)) {
            return "–";
        }
        var terms = refunding.refundTerms();
        return (terms.partial() ? "whole or part" : "whole") + (terms.needsDestination() ? ", to an address" : "");
    }

    private static Stream<Currency> currencies(PaymentGateway gateway) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .filter(currency ->
                        gateway.objectionTo(GatewayContract.someOf(currency)).isEmpty());
    }

    private static String recovery(Recovery recovery) {
        if (recovery == null) {
            return "–";
        }
        if (recovery instanceof Recovery.SameKey same) {
            return "same key, " + words(same.validFor());
        }
        if (recovery instanceof Recovery.InquireByOurReference asking) {
            return "asked, " + words(asking.visibleAfter()) + ", "
                    + (asking.sendAgain() ? "sent again" : "not sent again");
        }
        return recovery instanceof Recovery.Local ? "local" : "a person";
    }

    private static String words(Duration duration) {
        if (duration.isZero()) {
            return "at once";
        }
        return Stream.of(
                        part(duration.toDays(), "d"),
                        part(duration.toHoursPart(), "h"),
                        part(duration.toMinutesPart(), "min"),
                        part(duration.toSecondsPart(), "s"))
                .filter(part -> !part.isEmpty())
                .collect(joining(" "));
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + " " + unit;
    }
}
