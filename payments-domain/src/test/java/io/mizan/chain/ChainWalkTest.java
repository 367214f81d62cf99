package io.mizan.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.chain.ChainFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChainWalkTest {
    /** Three entries whose hashes are h1, h2, h3. */
    private final List<Entry> entries =
            new ArrayList<>(List.of(new Entry(1, "h1", "h1"), new Entry(2, "h2", "h2"), new Entry(3, "h3", "h3")));

    private record Entry(long seq, String stored, String computed) {}

    private List<Kind> walk(long headSeq, String head, long anchoredSeq, boolean anchorDue) {
        var walk = new ChainWalk("ord_x");
        entries.forEach(entry ->
                walk.step(entry.seq(), Optional.ofNullable(entry.stored()), Optional.empty(), entry.computed()));
        return walk.end(headSeq, Optional.ofNullable(head), anchoredSeq, anchorDue).stream()
                .map(ChainFault::kind)
                .toList();
    }

    @Test
    void a_chain_that_nobody_touched_is_good() {
        assertThat(walk(3, "h3", 3, false)).isEmpty();
        assertThat(walk(3, "h3", 1, true)).isEmpty();
    }

    @Test
    void a_changed_entry_is_found() {
        entries.set(1, new Entry(2, "h2", "another"));

        assertThat(walk(3, "h3", 3, false)).containsExactly(Kind.ENTRY_CHANGED);
    }

    @Test
    void a_missing_entry_is_found() {
        entries.remove(1);

        assertThat(walk(3, "h3", 3, false)).containsExactly(Kind.ENTRY_MISSING);
    }

    @Test
    void a_cut_tail_is_found_by_the_row_or_by_the_anchor() {
        entries.remove(2);

        assertThat(walk(3, "h3", 3, false)).containsExactly(Kind.TAIL_MISSING);
        assertThat(walk(2, "h2", 3, false)).containsExactly(Kind.TAIL_MISSING);
    }

    @Test
    void an_entry_that_was_added_by_hand_is_found() {
        assertThat(walk(2, "h2", 2, false)).containsExactly(Kind.HEAD_CHANGED);
    }

    @Test
    void a_head_that_lost_its_anchor_is_found() {
        assertThat(walk(3, "h3", 2, false)).containsExactly(Kind.NOT_ANCHORED);
    }

    @Test
    void entries_of_before_chaining_have_no_hash_and_stand_at_the_beginning_alone() {
        entries.set(0, new Entry(1, null, "h1"));
        assertThat(walk(3, "h3", 3, false)).isEmpty();

        entries.set(2, new Entry(3, null, "h3"));
        assertThat(walk(3, "h3", 3, false)).containsExactly(Kind.ENTRY_CHANGED);
    }

    @Test
    void an_anchor_knows_an_entry_whose_hash_was_made_to_fit() {
        var walk = new ChainWalk("ord_x");
        walk.step(1, Optional.of("forged"), Optional.of("h1"), "forged");

        assertThat(walk.end(1, Optional.of("forged"), 1, false))
                .containsExactly(new ChainFault(Kind.ENTRY_CHANGED, "ord_x", 1));
    }
}
