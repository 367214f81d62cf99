package io.mizan.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.id.OrderId;
import io.mizan.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    private record View(OrderId orderId, Money amountDue, Optional<Money> captured, Instant createdAt) {}

    @Test
    void answers_are_in_snake_case_with_money_in_three_members_and_times_in_utc() {
        var view = new View(
                new OrderId(new UUID(0, 0)),
                Money.ofMinor(12_345, "KWD"),
                Optional.empty(),
                Instant.parse("2026-01-02T03:04:05.000006Z"));

        assertThat(new String(JsonText.of(view), StandardCharsets.UTF_8))
                .isEqualTo("{\"order_id\":\"ord_00000000000000000000000000\","
                        + "\"amount_due\":{\"minor\":12345,\"currency\":\"KWD\",\"decimal\":\"12.345\"},"
                        + "\"captured\":null,\"created_at\":\"2026-01-02T03:04:05.000006Z\"}");
    }
}
