package io.mizan.admin.access;

import java.util.List;
import java.util.Optional;

/**
 * The question who somebody is, before an act that matters.
 *
 * @param action where the act goes on
 * @param fields what its form said
 * @param asksCode whether a code is asked for as well
 * @param refusal why the last answer was not believed
 */
public record ConfirmView(String action, List<Field> fields, boolean asksCode, Optional<String> refusal) {
    public ConfirmView {
        fields = List.copyOf(fields);
    }

    public record Field(String name, String value) {}
}
