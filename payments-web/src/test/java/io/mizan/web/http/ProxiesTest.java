package io.mizan.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProxiesTest {
    private static final String CUSTOMER = "203.0.113.7";
    private static final String OUTER = "10.0.0.1";
    private static final String INNER = "10.0.0.2";
    private final Proxies proxies = new Proxies(Set.of(OUTER, INNER));

    @Test
    void without_a_proxy_of_ours_the_peer_is_the_client_whatever_it_claims() {
        assertThat(proxies.clientOf(CUSTOMER, List.of("198.51.100.1"))).isEqualTo(CUSTOMER);
        assertThat(new Proxies(Set.of()).clientOf(OUTER, List.of(CUSTOMER))).isEqualTo(OUTER);
    }

    @Test
    void through_our_proxies_the_last_address_that_they_saw_counts() {
        assertThat(proxies.clientOf(INNER, List.of(CUSTOMER + ", " + OUTER))).isEqualTo(CUSTOMER);
        assertThat(proxies.clientOf(INNER, List.of(CUSTOMER, OUTER))).isEqualTo(CUSTOMER);
    }

    @Test
    void what_the_customer_wrote_into_the_header_is_not_believed() {
        assertThat(proxies.clientOf(OUTER, List.of("198.51.100.1, " + CUSTOMER)))
                .isEqualTo(CUSTOMER);
        assertThat(proxies.clientOf(OUTER, List.of(INNER + ", " + CUSTOMER))).isEqualTo(CUSTOMER);
    }

    @Test
    void a_proxy_that_forgot_the_header_is_itself_the_client() {
        assertThat(proxies.clientOf(OUTER, List.of())).isEqualTo(OUTER);
    }
}
