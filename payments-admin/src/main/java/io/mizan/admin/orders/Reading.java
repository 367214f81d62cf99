package io.mizan.admin.orders;

import io.mizan.customer.CustomerDetails;
import io.mizan.explanation.Dossier;
import io.mizan.gateway.ProviderRef;
import io.mizan.id.AttemptId;
import io.mizan.timeline.TimelineEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a page about one order is written from.
 *
 * @param refs the provider's ids of each attempt
 * @param mayErase whether the visitor may ask that the customer be erased
 * @param timeline one page of it, oldest first
 * @param timelineGoesOn whether there is more after it
 * @param mayAsk whether the visitor may have a gateway asked
 */
record Reading(
        Dossier dossier,
        Map<AttemptId, List<ProviderRef>> refs,
        Optional<CustomerDetails> customer,
        List<TimelineEntry> timeline,
        boolean timelineGoesOn,
        boolean mayAsk,
        boolean mayErase) {}
