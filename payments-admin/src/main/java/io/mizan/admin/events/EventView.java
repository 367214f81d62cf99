package io.mizan.admin.events;

import io.mizan.admin.orders.OrderView.Detail;
import io.mizan.admin.render.Badge;
import java.util.List;
import java.util.Optional;

/**
 * One stored callback.
 *
 * @param meaning what its state means, and what to do about it
 * @param preview what working it once more would change; absent for whoever may not have it done
 */
public record EventView(
        String id,
        String type,
        Badge state,
        String meaning,
        Optional<String> order,
        List<Detail> details,
        Optional<Preview> preview) {
    public EventView {
        details = List.copyOf(details);
    }

    /**
     * @param sentence what would come of it, in one sentence
     * @param changes line by line, in the words of the timeline
     * @param mayReplay whether there is anything to be done
     */
    public record Preview(String sentence, List<String> changes, boolean mayReplay) {
        public Preview {
            changes = List.copyOf(changes);
        }
    }
}
