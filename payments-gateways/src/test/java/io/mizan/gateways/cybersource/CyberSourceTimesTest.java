package io.mizan.gateways.cybersource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mizan.gateways.cybersource.CyberSourceSettings.Times;
import io.mizan.gateways.settings.FormLife;
import org.junit.jupiter.api.Test;

class CyberSourceTimesTest {
    private static final Times STANDARD = Times.STANDARD;

    /** Else whoever posts the form in the last moment pays what was given up, and a second attempt is paid too. */
    @Test
    void nothing_counts_as_never_paid_while_a_form_handed_out_in_the_last_moment_could_be() {
        var payFor = STANDARD.patience().payFor();

        assertThat(STANDARD.life().brokenAfter().minus(STANDARD.life().page())).isGreaterThan(payFor);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Times(
                        STANDARD.calls(),
                        STANDARD.patience(),
                        new FormLife(
                                STANDARD.life().page(),
                                payFor.plus(STANDARD.life().page())),
                        STANDARD.noticeTolerance()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Times(
                        STANDARD.calls(),
                        STANDARD.patience(),
                        new FormLife(
                                STANDARD.life().page().minusSeconds(1),
                                STANDARD.life().brokenAfter()),
                        STANDARD.noticeTolerance()));
    }
}
