package io.mizan.web.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.checkout.CustomerReturn.Arrival;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import java.net.URI;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayBackTest {
    private static final AttemptId ATTEMPT = new AttemptId(new UUID(7, 7));
    private static final String PATH = "/stripe/" + ATTEMPT;
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz-_0123456789ABCDE";

    @Test
    void the_address_says_gateway_attempt_token_and_whether_the_customer_went_back() {
        assertThat(WayBack.of(PATH, "t=" + TOKEN)).contains(new WayBack("stripe", ATTEMPT, TOKEN, false));
        assertThat(WayBack.of(PATH, "t=" + TOKEN + "&canceled=true"))
                .contains(new WayBack("stripe", ATTEMPT, TOKEN, true));
        assertThat(WayBack.of(PATH, "session=1&t=" + TOKEN + "&x=")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"/stripe, t=x", "/stripe/att_1, t=x", "/, ''", "/stripe/att_zzzzzzzzzzzzzzzzzzzzzzzzzz, t=x"})
    void anything_else_is_no_way_back(String path, String query) {
        assertThat(WayBack.of(path, query.replace("t=x", "t=" + TOKEN))).isEmpty();
        assertThat(WayBack.of(PATH, query.isEmpty() ? null : "t=short")).isEmpty();
    }

    @Property
    void nothing_that_is_sent_breaks_it(@ForAll String path, @ForAll String query) {
        assertThat(WayBack.of(path, query)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example,             https://shop.example?order=",
        "https://shop.example/a?cart=%20x, https://shop.example/a?cart=%20x&order=",
    })
    void the_shop_is_told_the_order_and_a_code(URI returnUrl, String expected) {
        var order = new OrderId(new UUID(1, 2));

        assertThat(WayBack.onwards(new Arrival(order, returnUrl, "c0de"))).hasToString(expected + order + "&code=c0de");
    }
}
