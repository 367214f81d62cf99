package io.mizan.intake;

import io.mizan.gateway.Operation;
import io.mizan.timeline.TimelineEntry;
import java.util.List;

/**
 * What a visit changed, or would have changed.
 *
 * @param told the new entries of the order's timeline, in their order: nothing about money changes untold
 * @param planned what the gateway is to be asked for in consequence
 */
public record Changes(List<TimelineEntry> told, List<Operation> planned) {
    public Changes {
        told = List.copyOf(told);
        planned = List.copyOf(planned);
    }
}
