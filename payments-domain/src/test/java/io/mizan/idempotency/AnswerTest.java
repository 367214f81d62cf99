package io.mizan.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AnswerTest {
    @Property
    void an_answer_comes_back_byte_for_byte(@ForAll byte[] body) {
        var answer = new Answer(201, "application/json", "/api/v1/orders/ord_1", body);

        assertThat(Answer.fromBytes(answer.toBytes())).isEqualTo(answer);
    }

    @Test
    void the_body_is_not_printed_for_it_may_hold_a_secret() {
        assertThat(new Answer(201, "text/plain", "", "os_secret".getBytes(StandardCharsets.UTF_8)))
                .hasToString("Answer[201, 9 bytes]");
    }
}
