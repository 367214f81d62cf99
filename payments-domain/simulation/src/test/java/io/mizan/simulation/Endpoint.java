package io.mizan.simulation;

import io.mizan.gateway.Callback;
import io.mizan.gateway.PaymentGateway;
import io.mizan.inbox.Receipt;
import io.mizan.inbox.WebhookInbox;
import java.util.Optional;
import java.util.function.Supplier;

/** Where a gateway's letters arrive: judged by their signature, and stored before they are answered. */
final class Endpoint {
    private final Supplier<WebhookInbox> inbox;

    Endpoint(Supplier<WebhookInbox> inbox) {
        this.inbox = inbox;
    }

    /** @return empty if it is not answered with 200 */
    Optional<Receipt> receive(PaymentGateway gateway, Callback.Raw letter) {
        var verdict = gateway.verify(letter);
        if (verdict instanceof Callback.Verdict.Genuine genuine) {
            return Optional.of(inbox.get().receive(gateway, genuine, letter.body()));
        }
        if (verdict instanceof Callback.Verdict.Foreign foreign) {
            return Optional.of(inbox.get().receive(gateway, foreign, letter.body()));
        }
        return Optional.empty();
    }
}
