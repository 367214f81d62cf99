package io.mizan.intake;

import io.mizan.attempt.Attempts;
import io.mizan.attempt.ProviderRefs;
import io.mizan.attempt.Redirects;
import io.mizan.cardtesting.CardTries;
import io.mizan.casework.Cases;
import io.mizan.command.Commands;
import io.mizan.fact.Facts;
import io.mizan.gateway.Gateways;
import io.mizan.id.Ids;
import io.mizan.inbox.WebhookInbox;
import io.mizan.ledger.Ledger;
import io.mizan.outbox.Outbox;
import io.mizan.timeline.Timeline;
import java.time.Clock;

/** Everything that a visit may write to. */
record Journals(
        Attempts attempts,
        Commands commands,
        Facts facts,
        ProviderRefs refs,
        Redirects redirects,
        Ledger ledger,
        Timeline timeline,
        Cases cases,
        CardTries tries,
        Outbox outbox,
        WebhookInbox inbox,
        Gateways gateways,
        Ids ids,
        Clock clock) {}
