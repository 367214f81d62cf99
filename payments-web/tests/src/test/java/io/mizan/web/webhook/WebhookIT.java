package io.mizan.web.webhook;

import static io.mizan.web.webhook.StripeCallbacks.deliver;
import static io.mizan.web.webhook.StripeCallbacks.signature;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Rows;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WebhookIT {
    private final String event = "evt_" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void a_genuine_callback_is_stored_once_however_often_it_comes() {
        deliver(body(), signature(body(), StripeCallbacks.now())).expect(200);
        deliver(body(), signature(body(), StripeCallbacks.now())).expect(200);

        assertThat(storedTimes()).isEqualTo(1);
    }

    @Test
    void a_forged_callback_is_refused_and_leaves_no_trace() {
        var refused = deliver(body(), "t=1,v1=" + "0".repeat(64)).expect(401);
        deliver(body() + " ", signature(body(), StripeCallbacks.now())).expect(401);
        deliver(body(), signature(body(), StripeCallbacks.now().minusSeconds(3_600)))
                .expect(401);
        TestBed.mizan()
                .send("POST", StripeCallbacks.PATH, "application/json", body())
                .expect(401);

        assertThat(refused.json().getString("code")).isEqualTo("signature_invalid");
        assertThat(storedTimes()).isZero();
    }

    @Test
    void bytes_are_bounded_before_anything_is_looked_at() {
        var huge = "x".repeat(256 * 1024 + 1);

        assertThat(deliver(huge, signature(huge, StripeCallbacks.now()))
                        .expect(413)
                        .json()
                        .getString("code"))
                .isEqualTo("body_too_large");
    }

    @Test
    void forms_arrive_as_they_were_sent_even_broken_ones() {
        TestBed.mizan()
                .send("POST", StripeCallbacks.PATH, "application/x-www-form-urlencoded", "a=%zz")
                .expect(401);
    }

    @Test
    void an_unknown_gateway_is_not_found_and_reading_is_not_known() {
        TestBed.mizan()
                .send("POST", "/webhooks/nobody", "application/json", "{}")
                .expect(404);
        TestBed.mizan().send("POST", "/webhooks/", "application/json", "{}").expect(404);
        TestBed.mizan().get(StripeCallbacks.PATH).expect(405);
    }

    private String body() {
        return "{\"id\":\"" + event + "\",\"object\":\"event\",\"type\":\"product.created\",\"created\":"
                + "1700000000,\"livemode\":false,\"data\":{\"object\":{}}}";
    }

    private int storedTimes() {
        return Rows.read("SELECT id FROM webhook_event WHERE provider_event_id = ?", event)
                .size();
    }
}
