package io.mizan.admin.cases;

import io.mizan.admin.render.Moment;
import java.util.List;
import java.util.Optional;

/**
 * One case with all that people did to it.
 *
 * @param settled whether nothing more can be done to it
 * @param mine whether it belongs to whoever looks
 * @param maySettle whether they may close it
 */
public record CasePageView(CaseView about, boolean settled, boolean mine, boolean maySettle, List<Entry> history) {

    /** One line of the history, the latest last. */
    public record Entry(String who, String did, Moment at, Optional<String> note) {}
}
