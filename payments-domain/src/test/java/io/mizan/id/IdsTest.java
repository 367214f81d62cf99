package io.mizan.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @Property
    void an_id_reads_back_from_its_outside_form(@ForAll long high, @ForAll long low) {
        var id = new OrderId(new UUID(high, low));

        assertThat(OrderId.fromString(id.toString())).isEqualTo(id);
    }

    @Test
    void ids_of_later_milliseconds_sort_after_earlier_ones() {
        var earlier = new Ids(at("2026-01-01T00:00:00Z")).next();
        var later = new Ids(at("2026-01-01T00:00:00.001Z")).next();

        assertThat(new OrderId(earlier).toString()).isLessThan(new OrderId(later).toString());
        assertThat(earlier.version()).isEqualTo(7);
        assertThat(earlier.variant()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ord_",
                "att_01hzx8yq4n0000000000000000",
                "ord_81hzx8yq4n0000000000000000",
                "ord_01hzx8yq4n000000000000000u",
                "ord_01hzx8yq4n00000000000000000",
                "ord_01HZX8YQ4N0000000000000000"
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> OrderId.fromString(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }
}
