package sandbox.stripe.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.net.FormEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {
    @Test
    void brackets_spell_a_tree() {
        var parameters =
                Parameters.parse("line_items[0][price_data][currency]=usd&line_items[0][quantity]=2&mode=payment");

        var item = parameters.items("line_items").get(0);

        assertThat(parameters.required("mode")).isEqualTo("payment");
        assertThat(item.integer("quantity")).contains(2L);
        assertThat(item.below("price_data").required("currency")).isEqualTo("usd");
        assertThat(item.below("price_data").pathOf("currency")).isEqualTo("line_items[0][price_data][currency]");
    }

    @Test
    void items_come_in_the_order_of_their_indexes() {
        var parameters = Parameters.parse("a[10][n]=third&a[2][n]=second&a[0][n]=first");

        assertThat(parameters.items("a"))
                .extracting(item -> item.required("n"))
                .containsExactly("first", "second", "third");
    }

    @Test
    void an_array_may_leave_its_indexes_out() {
        assertThat(Parameters.parse("expand[]=payment_intent&expand[]=line_items")
                        .texts("expand"))
                .containsExactly("payment_intent", "line_items");
    }

    @Test
    void escapes_are_utf_8_and_a_plus_is_a_space() {
        assertThat(Parameters.parse("name=Caf%C3%A9+cr%C3%A8me%20%E2%82%AC").required("name"))
                .isEqualTo("Café crème €");
    }

    @Test
    void what_the_official_library_encodes_is_read_back() {
        var encoded = FormEncoder.createQueryString(Map.of(
                "metadata", Map.of("order & more", "a=b&c"),
                "line_items", List.of(Map.of("quantity", 2))));

        var parameters = Parameters.parse(encoded);

        assertThat(parameters.items("line_items").get(0).integer("quantity")).contains(2L);
        assertThat(parameters.map("metadata")).containsEntry("order & more", "a=b&c");
    }

    @Test
    void a_missing_parameter_is_named_with_its_brackets() {
        var item = Parameters.parse("line_items[0][quantity]=1")
                .items("line_items")
                .get(0);

        assertThatThrownBy(() -> item.below("price_data").required("currency"))
                .isInstanceOfSatisfying(
                        StripeError.class, error -> assertThat(error.document().toString())
                                .contains("parameter_missing", "\"param\":\"line_items[0][price_data][currency]\""));
    }

    @Test
    void a_broken_escape_is_the_callers_mistake() {
        assertThatThrownBy(() -> Parameters.parse("name=%zz"))
                .isInstanceOfSatisfying(
                        StripeError.class, error -> assertThat(error.status()).isEqualTo(400));
    }

    @Test
    void a_shape_names_the_first_parameter_that_it_does_not_know() {
        var shape = Shape.of("mode", "metadata[*]", "line_items[#][quantity]");

        shape.check(Parameters.parse(
                "mode=payment&metadata[any key]=x&line_items[12][quantity]=1&expand[0]=payment_intent"));

        assertThatThrownBy(() -> shape.check(Parameters.parse("line_items[0][colour]=red")))
                .hasMessage("Received unknown parameter: line_items[0][colour]");
        assertThatThrownBy(() -> shape.check(Parameters.parse("metadata[a][b]=x")))
                .isInstanceOf(StripeError.class);
    }

    @Test
    void equal_requests_have_equal_contents_whatever_their_order() {
        assertThat(Parameters.parse("b[y]=2&a=1").flat())
                .isEqualTo(Parameters.parse("a=1&b[y]=2").flat());
    }
}
