package io.mizan.web.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.testbed.Addresses;
import io.mizan.testbed.MizanClient;
import io.mizan.testbed.TestBed;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;

class LimitsIT {
    private final MizanClient customer = TestBed.mizan().withPublishableKey().with(Addresses.HEADER, Addresses.next());

    @Test
    void one_address_places_thirty_orders_in_a_quarter_of_an_hour() {
        for (int i = 0; i < 30; i++) {
            customer.post("/api/v1/orders", Purchase.body().build()).expect(201);
        }

        var refused = customer.post("/api/v1/orders", Purchase.body().build()).expect(429);

        assertThat(refused.json().getString("code")).isEqualTo("rate_limited");
        assertThat(refused.json().getString("retry")).isEqualTo("safe");
        assertThat(refused.header("Retry-After")).isPresent();
        TestBed.mizan()
                .withPublishableKey()
                .post("/api/v1/orders", Purchase.body().build())
                .expect(201);
        Purchase.placed(); // the merchant's server is not one of many customers
    }

    @Test
    void one_address_starts_ten_attempts_in_a_quarter_of_an_hour() {
        for (int i = 0; i < 10; i++) {
            start(Purchase.placed(), 201);
        }

        start(Purchase.placed(), 429);
    }

    private void start(Purchase purchase, int expected) {
        customer.with("Order-Secret", purchase.secret())
                .post(
                        "/api/v1/orders/" + purchase.order() + "/attempts",
                        Json.createObjectBuilder().add("gateway", "stripe").build())
                .expect(expected);
    }
}
