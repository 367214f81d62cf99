package io.mizan.simulation;

import io.mizan.gateway.Callback;
import io.mizan.gateway.Gateways;
import io.mizan.inbox.Receipt;
import io.mizan.inbox.WebhookInbox;
import io.mizan.money.Money;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings what the provider writes, in any order, twice or never, and what others write in its name. */
final class Post {
    private final Provider provider;
    private final Gateways gateways;
    private final Endpoint endpoint;
    private final Dice dice;
    private final Chronicle chronicle;
    private final Set<String> acknowledged = new LinkedHashSet<>();

    Post(Server server, Provider provider, Gateways gateways, Dice dice, Chronicle chronicle) {
        this.provider = provider;
        this.gateways = gateways;
        this.endpoint = new Endpoint(() -> server.bean(WebhookInbox.class));
        this.dice = dice;
        this.chronicle = chronicle;
    }

    List<Move> moves() {
        return List.of(
                new Move("a letter is delivered", 16, this::hasLetter, () -> deliver(provider.outgoing.get(0), true)),
                new Move("a letter is delivered out of turn", 6, this::hasLetter, () -> deliver(anyLetter(), true)),
                new Move("a letter is delivered twice", 4, this::hasLetter, () -> deliver(anyLetter(), false)),
                new Move("a letter is lost", 3, this::hasLetter, () -> provider.outgoing.remove(anyLetter())),
                new Move("a letter is forged", 2, this::hasLetter, this::forge),
                new Move("a letter of another account comes", 1, this::hasLetter, this::deliverForeign),
                new Move("a letter comes that nobody can read", 1, this::hasLetter, this::deliverUnreadable),
                new Move("a letter tells another amount", 3, () -> !paid().isEmpty() && dice.toss(), this::lie));
    }

    /** The ids of the letters that were answered with 200. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    void deliverAll() {
        List.copyOf(provider.outgoing).forEach(letter -> deliver(letter, true));
    }

    private boolean hasLetter() {
        return !provider.outgoing.isEmpty();
    }

    private Provider.Letter anyLetter() {
        return dice.oneOf(provider.outgoing);
    }

    private void deliver(Provider.Letter letter, boolean forTheLastTime) {
        chronicle.tell("  " + letter.id() + " " + letter.type());
        bring(letter, FakeGateway.signed(letter)).ifPresent(this::isReceived);
        acknowledged.add(letter.id());
        if (forTheLastTime) {
            provider.outgoing.remove(letter);
        }
    }

    private void deliverForeign() {
        var letter = anyLetter();
        var foreign = new Provider.Letter(
                letter.desk(), "foreign_" + letter.id(), letter.type(), letter.at(), letter.document());
        var headers = new HashMap<>(FakeGateway.signed(foreign));
        headers.put("other-account", "yes");
        bring(foreign, headers);
    }

    /** Signed, and yet not what the provider writes: worked again and again until it is dead. */
    private void deliverUnreadable() {
        var letter = anyLetter();
        var unreadable = new Provider.Letter(
                letter.desk(), "unreadable_" + letter.id(), FakeGateway.UNREADABLE, letter.at(), letter.document());
        bring(unreadable, FakeGateway.signed(unreadable)).ifPresent(this::isReceived);
    }

    private void forge() {
        var letter = anyLetter();
        var forged = new Provider.Letter(
                letter.desk(), "forged_" + letter.id(), "payment.succeeded", letter.at(), letter.document());
        if (bring(forged, Map.of("signature", "0".repeat(64))).isPresent()) {
            throw new AssertionError("a forged letter was believed");
        }
    }

    private Optional<Receipt> bring(Provider.Letter letter, Map<String, String> headers) {
        var gateway = letter.desk() == Provider.Desk.CARDS ? CardsGateway.NAME : InvoicesGateway.NAME;
        return endpoint.receive(gateways.require(gateway), new Callback.Raw(headers, FakeGateway.body(letter)));
    }

    private void isReceived(Receipt receipt) {
        chronicle.see("letter " + receipt);
    }

    private List<Provider.Page> paid() {
        return provider.pagesWhosePaymentIs(Provider.PaymentState.SUCCEEDED);
    }

    private void lie() {
        var page = dice.oneOf(paid());
        provider.lie(page, page.payment.captured.plus(Money.ofMinor(500, page.payment.captured.currencyCode())));
        deliver(provider.outgoing.get(provider.outgoing.size() - 1), true);
    }
}
