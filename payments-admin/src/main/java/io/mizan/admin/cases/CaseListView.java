package io.mizan.admin.cases;

import java.util.List;
import java.util.Optional;

/**
 * Cases in a list.
 *
 * @param next the query of the next page
 */
public record CaseListView(List<Filter> filters, List<CaseView> cases, Optional<String> next, boolean first) {

    /** A choice of which cases to see; {@code query} is empty for the open ones. */
    public record Filter(String text, String query, boolean chosen) {}
}
