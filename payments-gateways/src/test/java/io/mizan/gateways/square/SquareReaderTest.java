package io.mizan.gateways.square;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.gateway.Callback;
import io.mizan.gateway.ProviderRef;
import io.mizan.id.AttemptId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SquareReaderTest {
    private static final AttemptId ATTEMPT = AttemptId.fromString("att_01jd9y3v4x8m2k5n7p9r1s3t6w");
    private static final SquareReader READER = new SquareReader(new Account("square/LSIM0001/sandbox"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            APPROVED  | , payer_approved pay1 one_try=true
            PENDING   | , payer_approved pay1 one_try=true
            COMPLETED | , captured pay1 USD19.99
            CANCELED  | , try_declined pay1 category=issuer_declined code=CANCELED
            FAILED    | , try_declined pay1 category=insufficient_funds code=INSUFFICIENT_FUNDS
            ON_HOLD   | ''
            """)
    void a_payment_is_told_by_its_status(String status, String facts) {
        var reading = (Callback.Reading.Relevant) read(payment(status));

        assertThat(String.join(", ", words(reading.observation().facts()))).isEqualTo("checkout_opened ord1" + facts);
        assertThat(reading.mark()).contains(ATTEMPT);
        assertThat(reading.observation().refs())
                .containsExactly(new ProviderRef("order", "ord1"), new ProviderRef("payment", "pay1"));
    }

    @Test
    void a_fee_that_becomes_known_later_tells_the_same_fact() {
        var first = (Callback.Reading.Relevant) read(payment("COMPLETED"));
        var later = (Callback.Reading.Relevant) read(payment("COMPLETED")
                .replace(
                        "'version':1",
                        "'processing_fee':[{'amount_money':{'amount':88,'currency':'USD'}}],'version':2"));

        assertThat(later.observation().facts().get(1).identity())
                .isEqualTo(first.observation().facts().get(1).identity());
    }

    @ParameterizedTest
    @CsvSource({
        "refund.created, PENDING, pending",
        "refund.updated, COMPLETED, succeeded",
        "refund.updated, REJECTED, failed",
        "refund.updated, FAILED, failed"
    })
    void a_refund_is_told_of_itself_and_leads_back_by_its_payment(String type, String status, String ours) {
        var reading = (Callback.Reading.Relevant)
                read(
                        event(
                                type,
                                "'refund':{'id':'pay1_ref1','status':'" + status
                                        + "','payment_id':'pay1','order_id':'another','amount_money':{'amount':500,'currency':'USD'}}"));

        assertThat(words(reading.observation().facts()))
                .containsExactly("refund_status pay1_ref1 " + ours + " USD5.00");
        assertThat(reading.observation().refs())
                .containsExactly(new ProviderRef("payment", "pay1"), new ProviderRef("refund", "pay1_ref1"));
        assertThat(reading.mark()).isEmpty();
    }

    @Test
    void an_order_says_only_that_its_page_is_gone() {
        var canceled = (Callback.Reading.Relevant) read(order("CANCELED"));

        assertThat(words(canceled.observation().facts())).containsExactly("checkout_closed ord1 canceled basis=stated");
        assertThat(canceled.observation().refs()).containsExactly(new ProviderRef("order", "ord1"));
        assertThat(read(order("OPEN"))).isInstanceOf(Callback.Reading.Irrelevant.class);
        assertThat(read(order("COMPLETED"))).isInstanceOf(Callback.Reading.Irrelevant.class);
    }

    @ParameterizedTest
    @CsvSource({
        "dispute.created, dispute",
        "dispute.state.changed, dispute",
        "payout.sent, payout.sent",
        "order.created, order.created"
    })
    void what_we_do_not_act_on_is_named(String type, String reason) {
        assertThat(read(event(type, "'anything':{}"))).isEqualTo(new Callback.Reading.Irrelevant(reason));
    }

    @Test
    void a_mark_that_is_somebody_elses_is_none() {
        var reading = (Callback.Reading.Relevant) read(payment("COMPLETED").replace(ATTEMPT.toString(), "table 7"));

        assertThat(reading.mark()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':'payment.updated'}",
                "{'type':'payment.updated','data':{'object':{'payment':{'id':'a b'}}}}",
                "{'type':'payment.updated','data':{'object':{'payment':{'id':'p','status':'COMPLETED'}}}}",
                "{'type':'refund.updated','data':{'object':{'payment':{}}}}"
            })
    void what_is_not_squares_is_refused(String body) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(body));
    }

    @Test
    void a_status_that_square_invents_comes_before_a_person() {
        assertThat(((Callback.Reading.Relevant) read(payment("ON_HOLD")))
                        .observation()
                        .unlisted())
                .containsExactly("payment/ON_HOLD");
        assertThat(((Callback.Reading.Relevant) read(payment("COMPLETED")))
                        .observation()
                        .unlisted())
                .isEmpty();
    }

    private static Callback.Reading read(String body) {
        return READER.read(body.replace('\'', '"').getBytes(UTF_8), "proof");
    }

    static String payment(String status) {
        return event(
                "payment.updated",
                "'payment':{'id':'pay1','status':'" + status + "','order_id':'ord1','note':'" + ATTEMPT
                        + "','amount_money':{'amount':1999,'currency':'USD'},'card_details':{'errors':[{'category':"
                        + "'PAYMENT_METHOD_ERROR','code':'INSUFFICIENT_FUNDS'}]},'created_at':'2026-01-01T00:00:01Z',"
                        + "'updated_at':'2026-01-01T00:00:02Z','version':1}");
    }

    private static String order(String state) {
        return event("order.updated", "'order_updated':{'order_id':'ord1','state':'" + state + "','version':2}");
    }

    private static String event(String type, String object) {
        return "{'merchant_id':'M','location_id':'LSIM0001','type':'" + type + "','event_id':'ev-1',"
                + "'created_at':'2026-01-01T00:00:03Z','data':{'object':{" + object + "}}}";
    }

    private static List<String> words(List<Fact> facts) {
        return facts.stream()
                .map(fact -> fact.kind().code() + " " + fact.objectRef()
                        + Optional.of(fact.qualifier())
                                .filter(it -> !it.isEmpty())
                                .map(it -> " " + it)
                                .orElse("")
                        + fact.amount()
                                .map(it -> " " + it.currencyCode() + it.toDecimal())
                                .orElse("")
                        + fact.detail().entrySet().stream()
                                .map(it -> " " + it.getKey() + "=" + it.getValue())
                                .reduce("", String::concat))
                .toList();
    }
}
