package io.mizan.admin.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.admin.approvals.ApprovalView.Detail;
import io.mizan.admin.render.Language;
import io.mizan.admin.render.Words;
import io.mizan.approval.ApprovalSnapshot;
import io.mizan.approval.ApprovalState;
import io.mizan.approval.Wish;
import io.mizan.id.ApprovalId;
import io.mizan.staff.StaffAct;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever decides about a change reads it in words. */
class ApprovalViewTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Words ENGLISH = new Words(Language.ENGLISH, NOON);

    @Test
    void a_key_that_is_to_be_made_is_told_in_words() {
        var wish = new Wish(
                StaffAct.KEY_MADE.code(),
                "mzn_sec_ab",
                Map.of(
                        "kind", "SECRET",
                        "name", "The shop",
                        "scopes", "read orders",
                        "hash", "0a1b",
                        "expires", "2027-02-24T02:16:37.124911Z"));

        assertThat(details(wish))
                .containsExactlyInAnyOrder(
                        detail("Kind", "On a server of the merchant"),
                        detail("What it is for", "The shop"),
                        detail("A server may", "Look at everything, Place, cancel and fulfil orders, start payments"),
                        detail(
                                "Works until",
                                ENGLISH.moment(Instant.parse("2027-02-24T02:16:37.124911Z"))
                                        .text()));
    }

    @Test
    void how_long_a_replaced_key_goes_on_is_told_as_it_was_chosen() {
        assertThat(overlap("PT168H")).isEqualTo("a week");
        assertThat(overlap("PT0S")).isEqualTo("no time");
        assertThat(overlap("PT30M")).doesNotContain("PT");
    }

    private static String overlap(String text) {
        var wish = new Wish(StaffAct.KEY_ROTATED.code(), "mzn_sec_ab", Map.of("overlap", text));
        return details(wish).get(0).value();
    }

    private static Detail detail(String name, String value) {
        return new Detail(name, value, Optional.empty());
    }

    @Test
    void a_gateway_goes_by_its_name_and_its_secret_by_its_label() {
        assertThat(view(new Wish(StaffAct.GATEWAY_CHANGED.code(), "sadad", Map.of()))
                        .subject())
                .isEqualTo("SADAD");
        assertThat(view(new Wish(StaffAct.GATEWAY_SECRET_REMOVED.code(), "sadad/secret.key", Map.of()))
                        .subject())
                .isEqualTo("SADAD, Secret key");
    }

    private static List<Detail> details(Wish wish) {
        return view(wish).details();
    }

    private static ApprovalView view(Wish wish) {
        var approval = new ApprovalSnapshot(
                new ApprovalId(new UUID(1, 1)),
                wish,
                ApprovalState.WAITING,
                new UUID(0, 7),
                "amal",
                NOON,
                NOON.plusSeconds(3600),
                Optional.empty(),
                Optional.empty());
        return ApprovalView.of(approval, false, Optional.empty(), name -> "SADAD", ENGLISH);
    }
}
