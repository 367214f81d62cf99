package io.mizan.gateways.btcpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Closing;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateways.contract.CallsUs;
import io.mizan.gateways.contract.ClosesPages;
import io.mizan.gateways.contract.ExpiresByItself;
import io.mizan.gateways.contract.GatewayContract;
import io.mizan.gateways.contract.GivesPartsBack;
import io.mizan.gateways.contract.OpensByCalling;
import io.mizan.gateways.contract.Payment;
import io.mizan.gateways.contract.TakesAnotherCurrency;
import io.mizan.money.Money;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The adapter against BTCPay's simulator: what every gateway must do, and what only BTCPay can. Declines are absent, for
 * nobody declines coins; an underpaid invoice waits for the rest until it expires; and a refund is a link that somebody
 * has to claim.
 */
class BtcPayContractIT extends GatewayContract
        implements OpensByCalling, ExpiresByItself, TakesAnotherCurrency, CallsUs, ClosesPages, GivesPartsBack {
    private static final SimulatedBtcPay BTCPAY = new SimulatedBtcPay();

    BtcPayContractIT() {
        super(BTCPAY);
    }

    @Override
    public String anotherCurrency() {
        return "USD";
    }

    @Test
    @Override
    protected void another_amount_is_not_paid() {
        var payment = payment();
        BTCPAY.takesAnotherAmount(payment, 19_900);
        payment.opened().then(BTCPAY::paysWithACardThatWorks);
        assertThat(outcome(payment))
                .returns(Verdict.NOTHING, outcome -> outcome.verdict())
                .returns(true, outcome -> outcome.open());

        payment.then(BTCPAY::letsItExpire);
        assertThat(outcome(payment))
                .returns(Money.ofMinor(19_900, "QAR"), outcome -> outcome.captured())
                .returns(Verdict.UNDERPAID, outcome -> outcome.verdict());
    }

    @Test
    void a_refund_waits_until_the_customer_claims_it() {
        var payment = payment().opened().then(BTCPAY::paysWithACardThatWorks);
        payment.thenSent(refund(payment, price(), "whole"));
        assertThat(refunds(payment)).containsExactly("requires_action QAR 250.00");

        payment.then(page -> BTCPAY.act(page, "claim", "bcrt1qcustomer"));
        assertThat(refunds(payment)).containsExactly("requires_action QAR 250.00", "succeeded QAR 250.00");
        assertThat(outcome(payment)).returns(price(), outcome -> outcome.captured());
    }

    @Test
    void seen_is_not_settled_and_may_vanish() {
        var payment = payment().opened().then(page -> BTCPAY.act(page, "pay", "unconfirmed"));
        assertThat(outcome(payment))
                .returns(PaymentState.PENDING, outcome -> outcome.state())
                .returns(Verdict.NOTHING, outcome -> outcome.verdict());

        payment.then(page -> BTCPAY.act(page, "double_spend", ""));
        assertThat(outcome(payment)).returns(true, outcome -> outcome.open());
        payment.then(BTCPAY::paysWithACardThatWorks);
        assertThat(outcome(payment)).returns(Verdict.PAID, outcome -> outcome.verdict());
    }

    @Test
    void too_much_is_overpaid() {
        var payment = payment().opened().then(page -> BTCPAY.act(page, "pay", "over"));

        assertThat(outcome(payment))
                .returns(Money.ofMinor(27_500, "QAR"), outcome -> outcome.captured())
                .returns(Verdict.OVERPAID, outcome -> outcome.verdict());
    }

    @Test
    void a_payment_after_the_end_is_money_all_the_same() {
        var payment = payment().opened().then(BTCPAY::letsItExpire).then(BTCPAY::paysWithACardThatWorks);

        assertThat(outcome(payment)).returns(price(), outcome -> outcome.captured());
    }

    @Test
    void a_payment_after_the_end_that_nobody_confirmed_may_vanish() {
        var payment =
                payment().opened().then(BTCPAY::letsItExpire).then(page -> BTCPAY.act(page, "pay", "unconfirmed"));
        assertThat(outcome(payment)).returns(Verdict.NOTHING, outcome -> outcome.verdict());

        payment.then(page -> BTCPAY.act(page, "double_spend", ""));
        assertThat(outcome(payment)).returns(Verdict.NOTHING, outcome -> outcome.verdict());
    }

    @Test
    void a_second_payment_that_nobody_confirmed_leaves_it_paid() {
        var payment = payment()
                .opened()
                .then(BTCPAY::paysWithACardThatWorks)
                .then(page -> BTCPAY.act(page, "pay", "unconfirmed"));
        assertThat(outcome(payment)).returns(Verdict.PAID, outcome -> outcome.verdict());

        payment.then(page -> BTCPAY.act(page, "confirm", ""));
        assertThat(outcome(payment)).returns(Verdict.OVERPAID, outcome -> outcome.verdict());
    }

    @Test
    void coins_that_were_on_their_way_to_an_invoice_that_we_closed_are_money() {
        var payment = payment().opened();
        payment.thenSent(((Closing) payment.gateway()).close(payment.target(), "close-" + payment.attempt()))
                .then(page -> BTCPAY.act(page, "pay", "unconfirmed"));
        assertThat(outcome(payment))
                .returns(PaymentState.CANCELED, outcome -> outcome.state())
                .returns(Verdict.NOTHING, outcome -> outcome.verdict());

        payment.then(page -> BTCPAY.act(page, "confirm", ""));
        assertThat(outcome(payment))
                .returns(price(), outcome -> outcome.captured())
                .returns(Verdict.PAID, outcome -> outcome.verdict());
    }

    @Test
    void a_refund_that_was_claimed_in_part_waits_for_the_customer() {
        var payment = payment().opened().then(BTCPAY::paysWithACardThatWorks);
        payment.thenSent(refund(payment, price(), "whole")).then(page -> BTCPAY.act(page, "claim", "bcrt1qhalf"));

        assertThat(refunds(payment)).containsExactly("requires_action QAR 250.00");
    }

    @Test
    void an_invoice_that_is_partly_paid_is_not_closed() {
        var payment = payment().opened().then(page -> BTCPAY.act(page, "pay", "half"));
        var close = ((Closing) payment.gateway()).close(payment.target(), "close-" + payment.attempt());

        assertThat(payment.gateway().send(close))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "invoice_paid"));
    }

    @Test
    void a_wrong_key_is_a_matter_of_settings() {
        assertThat(BTCPAY.gateway(Duration.ofSeconds(30), "nobodys")
                        .send(payment().opening()))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "unauthenticated"));
    }

    private static List<String> refunds(Payment payment) {
        return payment.answers().stream()
                .flatMap(told -> told.facts().stream())
                .filter(fact -> fact.kind() == FactKind.REFUND_STATUS)
                .map(Fact::identity)
                .distinct()
                .map(fact -> fact.qualifier() + " " + fact.amount().orElseThrow())
                .sorted()
                .toList();
    }
}
