package io.mizan.gateways.stripe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReencodingTest {
    @Test
    void a_body_of_nothing_but_brackets_costs_a_stranger_as_much_as_it_costs_us() {
        for (var opening : new String[] {"[", "{\"a\":"}) {
            var bomb = opening.repeat(64 * 1024 / opening.length()).getBytes(US_ASCII);

            assertThat(Reencoding.originals(bomb))
                    .allSatisfy(writing -> assertThat(writing).hasSizeLessThanOrEqualTo(2 * bomb.length));
        }
    }
}
