package io.mizan.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RequestHashTest {
    private static RequestHash hash(String method, String path, String body) {
        return RequestHash.of(method, path, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void method_path_and_every_byte_of_the_body_tell_requests_apart() {
        var request = hash("POST", "/api/v1/orders", "{\"a\":1}");

        assertThat(hash("POST", "/api/v1/orders", "{\"a\":1}")).isEqualTo(request);
        assertThat(hash("PUT", "/api/v1/orders", "{\"a\":1}")).isNotEqualTo(request);
        assertThat(hash("POST", "/api/v1/order", "{\"a\":1}")).isNotEqualTo(request);
        assertThat(hash("POST", "/api/v1/orders", "{\"a\": 1}")).isNotEqualTo(request);
    }

    @Property
    void no_part_can_pass_for_a_part_of_its_neighbour(@ForAll String path, @ForAll String body) {
        if (!body.isEmpty()) {
            assertThat(hash("POST", path + body.charAt(0), body.substring(1))).isNotEqualTo(hash("POST", path, body));
        }
    }
}
