package io.mizan.simulation;

import io.mizan.checkout.CustomerReturn;
import io.mizan.money.Money;
import io.mizan.secrets.Vault;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Whoever was told of a page: pays there whenever they like, comes back, and once tries to come back as somebody else. */
final class Customer {
    private final Server server;
    private final Provider provider;
    private final Vault vault;
    private final Books books;
    private final Dice dice;
    private final Chronicle chronicle;
    /** By their ids. */
    private final Set<String> pages = new LinkedHashSet<>();

    Customer(Server server, Provider provider, Vault vault, Books books, Dice dice, Chronicle chronicle) {
        this.server = server;
        this.provider = provider;
        this.vault = vault;
        this.books = books;
        this.dice = dice;
        this.chronicle = chronicle;
    }

    List<Move> moves() {
        return List.of(
                new Move("the customer pays", 30, this::hasPage, () -> onPage(this::pay)),
                new Move("the customer's card is declined", 4, this::hasPage, () -> onPage(provider::decline)),
                new Move("the customer is challenged", 2, this::hasPage, () -> onPage(provider::challenge)),
                new Move("the customer pays by slow means", 3, this::hasPage, () -> onPage(provider::process)),
                new Move("the customer comes back", 6, this::hasAttempt, this::comeBack),
                new Move("somebody comes with a wrong token", 1, this::hasAttempt, this::comeWithWrongToken),
                new Move("a slow payment ends", 4, () -> !slow().isEmpty(), this::endSlow));
    }

    void isSentTo(String page) {
        pages.add(page);
    }

    /** Whether there is one that can still be paid. */
    boolean hasPage() {
        return pages.stream().anyMatch(this::isPayable);
    }

    /** Whoever paid by slow means pays in the end. */
    void paySlowly() {
        slow().forEach(page -> provider.pay(page, page.amount));
    }

    private boolean isPayable(String page) {
        return provider.page(page).state == Provider.PageState.OPEN;
    }

    private boolean hasAttempt() {
        return !books.attempts().isEmpty();
    }

    private void onPage(Consumer<Provider.Page> act) {
        var open = pages.stream().filter(this::isPayable).toList();
        var page = provider.page(dice.oneOf(open));
        chronicle.tell("  " + page.id);
        act.accept(page);
    }

    private void pay(Provider.Page page) {
        switch (dice.below(40)) {
            case 0 -> {
                chronicle.see("another currency taken");
                provider.pay(page, Money.ofMinor(6_800, "USD"));
            }
            case 1 -> {
                chronicle.see("another amount taken");
                provider.pay(page, Money.ofMinor(page.amount.amountMinor() - 100, "QAR"));
            }
            default -> provider.pay(page, page.amount);
        }
    }

    private void comeBack() {
        var attempt = dice.oneOf(books.attempts());
        server.bean(CustomerReturn.class).arrived(attempt, vault.token("return", attempt.toString()), dice.toss());
    }

    private void comeWithWrongToken() {
        var attempt = dice.oneOf(books.attempts());
        if (server.bean(CustomerReturn.class)
                .arrived(attempt, "guessed", dice.toss())
                .isPresent()) {
            throw new AssertionError("a guessed token was believed");
        }
    }

    private List<Provider.Page> slow() {
        return provider.pagesWhosePaymentIs(Provider.PaymentState.PROCESSING);
    }

    private void endSlow() {
        var page = dice.oneOf(slow());
        if (dice.oneIn(3)) {
            chronicle.see("slow payment failed");
            provider.failLater(page);
        } else {
            chronicle.see("slow payment succeeded");
            provider.pay(page, page.amount);
        }
    }
}
