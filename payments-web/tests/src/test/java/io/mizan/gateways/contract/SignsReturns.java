package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.Callback;
import io.mizan.gateway.SignedReturns;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The customer's browser brings a message that the provider has signed. The browser is the customer's. */
public interface SignsReturns extends Contract {
    @Test
    default void a_return_is_believed_with_every_signed_field_as_it_was_and_not_otherwise() {
        var payment = payment().opened().then(provider()::paysWithACardThatWorks);
        var posted = provider().returns(payment.page()).get(0);
        var fields = FormFields.of(posted);
        assertThat(isBelieved(payment, posted)).isTrue();

        for (var name : provider().signedFields(posted)) {
            assertThat(isBelieved(payment, fields.dropped(name).posted()))
                    .as("without %s", name)
                    .isFalse();
            assertThat(isBelieved(payment, fields.changed(name).posted()))
                    .as("with another %s", name)
                    .isFalse();
            assertThat(fields.doubled(name)).allSatisfy(doubled -> assertThat(isBelieved(payment, doubled.posted()))
                    .as("with %s twice", name)
                    .isFalse());
        }
    }

    /** Fields that are not signed may be added, and signed ones moved, if they change nothing of what is told. */
    @Test
    default void a_return_in_another_order_or_with_more_in_it_tells_the_same_or_nothing() {
        var payment = payment().opened().then(provider()::paysWithACardThatWorks);
        var posted = provider().returns(payment.page()).get(0);
        var told = read(payment, posted);
        var fields = FormFields.of(posted);

        assertThat(fields.reordered())
                .allSatisfy(other -> assertThat(read(payment, other.posted())).isIn(told, Reading.NOTHING));
        for (var name : fields.names()) {
            assertThat(read(payment, fields.changed(name).posted())).isIn(told, Reading.NOTHING);
            assertThat(read(payment, fields.dropped(name).posted())).isIn(told, Reading.NOTHING);
        }
    }

    @Test
    default void a_return_of_another_attempt_is_not_believed() {
        var paid = payment().opened().then(provider()::paysWithACardThatWorks);
        var other = payment().opened();

        assertThat(provider().returns(paid.page()))
                .isNotEmpty()
                .allSatisfy(posted -> assertThat(isBelieved(other, posted)).isFalse());
    }

    @Test
    default void a_return_that_says_nothing_is_only_a_customer_who_is_back() {
        var payment = payment().opened();
        var nothing = new FormFields(List.of(new FormFields.Field("utf8", "✓"))).posted();

        assertThat(isBelieved(payment, nothing)).isFalse();
    }

    private static boolean isBelieved(Payment payment, Callback.Raw posted) {
        return ((SignedReturns) payment.gateway())
                .verifyReturn(posted, payment.target())
                .filter(Callback.Verdict.Genuine.class::isInstance)
                .isPresent();
    }

    private static Reading read(Payment payment, Callback.Raw posted) {
        var gateway = (SignedReturns) payment.gateway();
        return gateway.verifyReturn(posted, payment.target())
                .filter(Callback.Verdict.Genuine.class::isInstance)
                .map(verdict -> ((Callback.Verdict.Genuine) verdict).proof())
                .map(proof -> Reading.of(gateway.readReturn(posted.body(), proof, payment.target())))
                .orElse(Reading.NOTHING);
    }
}
