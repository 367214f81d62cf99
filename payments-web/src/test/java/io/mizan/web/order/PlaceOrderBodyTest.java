package io.mizan.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.order.OrderItem;
import io.mizan.web.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceOrderBodyTest {
    private static final String REST = "\"currency\":\"QAR\",\"return_url\":\"https://shop.example/thanks\"";

    private static PlaceOrderBody read(String json, boolean ofBrowser) {
        return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), body -> PlaceOrderBody.read(body, ofBrowser));
    }

    private static List<Object> refusal(String json, boolean ofBrowser) {
        var refusal = catchThrowableOfType(MizanException.class, () -> read(json, ofBrowser));
        return List.of(refusal.code(), refusal.param().orElseThrow());
    }

    @Test
    void an_order_names_products_or_prices_of_its_own() {
        var body = read(
                "{\"reference\":\"cart-1\",\"items\":[{\"sku\":\"cup\",\"quantity\":2},"
                        + "{\"description\":\"One night\",\"unit_amount\":45000,\"quantity\":1}]," + REST + "}",
                false);

        assertThat(body.items())
                .containsExactly(new OrderItem.OfCatalog("cup", 2), new OrderItem.Priced("One night", 45_000, 1));
        assertThat(body.firstPriced()).contains(1);
        assertThat(body.currency()).isEqualTo(Currency.getInstance("QAR"));
        assertThat(body.locale()).isEqualTo("en");
    }

    @Test
    void a_browser_need_not_name_its_order() {
        var json = "{\"items\":[{\"sku\":\"cup\",\"quantity\":1}]," + REST + "}";

        assertThat(read(json, true).reference()).isEmpty();
        assertThat(refusal(json, false)).isEqualTo(List.of(ErrorCode.MISSING_FIELD, "reference"));
    }

    @Test
    void a_browsers_reference_is_none_that_a_stranger_could_guess() {
        var order = "{\"reference\":\"%s\",\"items\":[{\"sku\":\"cup\",\"quantity\":1}]," + REST + "}";

        assertThat(refusal(order.formatted("cart-1001"), true))
                .isEqualTo(List.of(ErrorCode.INVALID_FIELD, "reference"));
        assertThat(read(order.formatted("web-0b8f3a51-6e4e-4e55"), true).reference())
                .isPresent();
    }

    @ParameterizedTest(name = "{0} is refused as {1} of {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
            "items":[{"sku":"a b","quantity":1}]                                        | INVALID_FIELD | items[0].sku
            "items":[{"sku":"cup","quantity":1,"unit_amount":5}]                        | UNKNOWN_FIELD | items[0].unit_amount
            "items":[{"quantity":1}]                                                    | MISSING_FIELD | items[0].sku
            "items":[{"description":"x","quantity":1}]                                  | MISSING_FIELD | items[0].unit_amount
            "items":[{"description":"x","unit_amount":0,"quantity":1}]                  | INVALID_FIELD | items[0].unit_amount
            "items":[{"sku":"cup","quantity":1000}]                                     | INVALID_FIELD | items[0].quantity
            "items":[{"sku":"cup","quantity":1}],"customer":{"email":"nobody"}          | INVALID_FIELD | customer.email
            "items":[{"sku":"cup","quantity":1}],"customer":{"phone":"call me"}         | INVALID_FIELD | customer.phone
            "items":[{"sku":"cup","quantity":1}],"customer":{"country":"QAT"}           | INVALID_FIELD | customer.country
            "items":[{"sku":"cup","quantity":1}],"customer":{"locale":"fr"}             | INVALID_FIELD | customer.locale
            "items":[{"sku":"cup","quantity":1}],"customer":{"card":"4242424242424242"} | UNKNOWN_FIELD | customer.card
            "items":[{"sku":"cup","quantity":1}],"metadata":{"a":1}                     | INVALID_FIELD | metadata.a
            """)
    void what_does_not_fit_is_named(String members, ErrorCode code, String param) {
        assertThat(refusal("{" + members + "," + REST + "}", true)).isEqualTo(List.of(code, param));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/thanks", "https://shop.example/#top", "a b", "thanks.html"})
    void a_return_address_is_absolute_and_has_no_fragment(String url) {
        var json = "{\"items\":[{\"sku\":\"cup\",\"quantity\":1}],\"currency\":\"QAR\",\"return_url\":\"" + url + "\"}";

        assertThat(refusal(json, true)).isEqualTo(List.of(ErrorCode.INVALID_FIELD, "return_url"));
    }
}
