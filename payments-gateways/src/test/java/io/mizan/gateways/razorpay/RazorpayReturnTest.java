package io.mizan.gateways.razorpay;

import static io.mizan.gateways.razorpay.RazorpayObjects.ATTEMPT;
import static io.mizan.gateways.razorpay.RazorpayObjects.KEY_SECRET;
import static io.mizan.gateways.razorpay.RazorpayObjects.target;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.fact.Fact;
import io.mizan.gateway.Callback;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Target;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser brings to our return address after the checkout. */
class RazorpayReturnTest {
    private static final List<String> FIELDS = List.of(
            "razorpay_payment_id=pay_SIM00000000001",
            "razorpay_order_id=order_SIM0000000001",
            "razorpay_signature=b5decd8a13f436e347bb073f54d3325186fb2bf65baf7f15ca84c477bd709934");
    private static final Target OURS = target(new ProviderRef("order", "order_SIM0000000001"));
    private static final Optional<Callback.Verdict> MALFORMED = Optional.of(new Callback.Verdict.Forged("malformed"));
    private static final Optional<Callback.Verdict> MISMATCH = Optional.of(new Callback.Verdict.Forged("mismatch"));
    private static final Optional<Callback.Verdict> OTHER = Optional.of(new Callback.Verdict.Forged("other_attempt"));

    private final RazorpayGateway gateway = new RazorpayGateway(
            RazorpayObjects.settings(URI.create("https://api.razorpay.invalid")), RazorpayObjects.CLOCK);

    @Test
    void a_signed_return_says_that_the_customer_has_paid_and_nothing_of_how_much() {
        assertThat(verdict(FIELDS, OURS)).get().isInstanceOf(Callback.Verdict.Genuine.class);

        var reading = (Callback.Reading.Relevant) gateway.readReturn(body(FIELDS), "proof", OURS);
        assertThat(reading.mark()).contains(ATTEMPT);
        assertThat(RazorpayObjects.words(reading.observation()))
                .containsExactly("checkout_opened order_SIM0000000001", "payer_approved pay_SIM00000000001");
        assertThat(reading.observation().facts().get(1).detail()).containsKey(Fact.ONE_TRY);
        assertThat(reading.observation().refs())
                .containsExactly(
                        new ProviderRef("order", "order_SIM0000000001"),
                        new ProviderRef("payment", "pay_SIM00000000001"));
    }

    @Test
    void the_order_of_its_fields_and_others_beside_them_change_nothing() {
        var shuffled = new ArrayList<>(FIELDS);
        shuffled.add("utf8=%E2%9C%93");
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(verdict(shuffled, OURS)).isEqualTo(verdict(FIELDS, OURS));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_field_that_is_missing_empty_or_there_twice_makes_it_forged(int which) {
        var dropped = new ArrayList<>(FIELDS);
        dropped.remove(which);
        var doubled = new ArrayList<>(FIELDS);
        doubled.add(FIELDS.get(which));
        var emptied = new ArrayList<>(FIELDS);
        emptied.set(which, FIELDS.get(which).replaceAll("=.*", "="));

        assertThat(verdict(dropped, OURS)).isEqualTo(MALFORMED);
        assertThat(verdict(doubled, OURS)).isEqualTo(MALFORMED);
        assertThat(verdict(emptied, OURS)).isEqualTo(MALFORMED);
    }

    @Test
    void every_character_that_is_signed_counts() {
        var payment = "pay_SIM00000000001";
        for (int i = 0; i < payment.length(); i++) {
            var other = payment.substring(0, i) + (payment.charAt(i) == 'x' ? 'y' : 'x') + payment.substring(i + 1);
            assertThat(verdict(List.of("razorpay_payment_id=" + other, FIELDS.get(1), FIELDS.get(2)), OURS))
                    .isEqualTo(MISMATCH);
        }
        assertThat(verdict(List.of(FIELDS.get(0), FIELDS.get(1), FIELDS.get(2).replace("=b5", "=c5")), OURS))
                .isEqualTo(MISMATCH);
    }

    @Test
    void the_order_is_the_one_that_we_have_stored() {
        var another = target(new ProviderRef("order", "order_SIM0000000002"));

        assertThat(verdict(FIELDS, another)).isEqualTo(OTHER);
        assertThat(verdict(List.of(FIELDS.get(0), "razorpay_order_id=order_SIM0000000002", FIELDS.get(2)), another))
                .isEqualTo(MISMATCH);
        assertThat(verdict(FIELDS, target())).isEqualTo(OTHER);
        assertThat(verdict(
                        FIELDS,
                        target(
                                new ProviderRef("order", "order_SIM0000000001"),
                                new ProviderRef("order", "order_SIM0000000002"))))
                .get()
                .isInstanceOf(Callback.Verdict.Genuine.class);
    }

    @Test
    void a_bar_cannot_be_moved_from_one_id_to_the_other() {
        assertThat(verdict(
                        List.of(
                                "razorpay_payment_id=order_SIM0000000001|pay_SIM00000000001",
                                "razorpay_order_id=",
                                FIELDS.get(2)),
                        OURS))
                .isEqualTo(MALFORMED);
        assertThat(verdict(
                        List.of(
                                "razorpay_payment_id=SIM00000000001",
                                "razorpay_order_id=order_SIM0000000001%7Cpay_",
                                FIELDS.get(2)),
                        OURS))
                .isEqualTo(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a=b",
                "%",
                "\u0000",
                "error%5Bcode%5D=BAD_REQUEST_ERROR&error%5Bdescription%5D=Payment+failed&error%5Breason%5D=card_declined",
                "error[metadata]={\"payment_id\":\"pay_1\",\"order_id\":\"order_1\"}"
            })
    void a_return_without_a_signature_only_says_that_the_customer_is_back(String body) {
        assertThat(gateway.verifyReturn(new Callback.Raw(Map.of(), body.getBytes(UTF_8)), OURS))
                .isEmpty();
    }

    @Test
    void the_webhooks_secret_signs_no_return_and_two_key_secrets_hold_while_keys_are_rolled() {
        assertThat(with(List.of("anotherKeySecret"), List.of(KEY_SECRET)).verifyReturn(raw(FIELDS), OURS))
                .isEqualTo(MISMATCH);
        assertThat(with(List.of("anotherKeySecret", KEY_SECRET), List.of("webhook_secret"))
                        .verifyReturn(raw(FIELDS), OURS))
                .get()
                .isInstanceOf(Callback.Verdict.Genuine.class);
    }

    private static RazorpayGateway with(List<String> keySecrets, List<String> webhookSecrets) {
        return new RazorpayGateway(
                RazorpaySettings.standard(
                        RazorpayObjects.ACCOUNT,
                        "rzp_test_Sim0000000001",
                        keySecrets,
                        webhookSecrets,
                        URI.create("https://api.razorpay.invalid")),
                RazorpayObjects.CLOCK);
    }

    private Optional<Callback.Verdict> verdict(List<String> fields, Target target) {
        return gateway.verifyReturn(raw(fields), target);
    }

    private static Callback.Raw raw(List<String> fields) {
        return new Callback.Raw(Map.of("content-type", "application/x-www-form-urlencoded"), body(fields));
    }

    private static byte[] body(List<String> fields) {
        return String.join("&", fields).getBytes(UTF_8);
    }
}
