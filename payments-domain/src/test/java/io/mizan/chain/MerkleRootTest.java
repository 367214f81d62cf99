package io.mizan.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MerkleRootTest {
    @Test
    void one_leaf_is_hashed_after_a_zero_byte() {
        // SHA-256 of the one byte 0, the hash of an empty leaf in RFC 6962.
        assertThat(MerkleRoot.of(List.of("")))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Test
    void two_leaves_and_their_node_do_not_pass_for_one_another() {
        var root = MerkleRoot.of(List.of("a", "b"));

        assertThat(root).isNotEqualTo(MerkleRoot.of(List.of("b", "a"))).isNotEqualTo(MerkleRoot.of(List.of("ab")));
    }

    @Property(tries = 100)
    void no_leaf_can_be_changed_or_left_out(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(max = 1_000) Integer> numbers, @ForAll int place) {
        var leaves = numbers.stream().map(String::valueOf).toList();
        int changed = Math.floorMod(place, leaves.size());
        var others = new ArrayList<>(leaves);
        others.set(changed, "another");

        assertThat(MerkleRoot.of(others)).isNotEqualTo(MerkleRoot.of(leaves));
        assertThat(MerkleRoot.of(leaves.subList(1, leaves.size()))).isNotEqualTo(MerkleRoot.of(leaves));
    }
}
