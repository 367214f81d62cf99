package io.mizan.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.GatewayName;
import io.mizan.id.OrderId;
import io.mizan.time.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewayCasesTest {
    private static final GatewayName QPAY = new GatewayName("qpay");
    private static final GatewayName SADAD = new GatewayName("sadad");

    private final HandClock clock = new HandClock();
    private final Written written = new Written();
    private final GatewayCases cases = new GatewayCases(written, clock);

    @Test
    void that_there_is_none_is_believed_for_a_minute() {
        cases.clear(CaseKind.CREDENTIALS_REFUSED, QPAY);
        clock.pass(Duration.ofMinutes(1));
        cases.clear(CaseKind.CREDENTIALS_REFUSED, QPAY);
        assertThat(written.acts).containsExactly("cleared qpay");

        clock.pass(Duration.ofMillis(1));
        cases.clear(CaseKind.CREDENTIALS_REFUSED, QPAY);

        assertThat(written.acts).containsExactly("cleared qpay", "cleared qpay");
    }

    @Test
    void one_that_was_opened_meanwhile_is_cleared_at_once() {
        cases.clear(CaseKind.CREDENTIALS_REFUSED, QPAY);

        cases.open(CaseKind.CREDENTIALS_REFUSED, QPAY);
        cases.clear(CaseKind.CREDENTIALS_REFUSED, QPAY);

        assertThat(written.acts).containsExactly("cleared qpay", "opened qpay", "cleared qpay");
    }

    @Test
    void each_kind_and_each_gateway_is_believed_by_itself() {
        cases.clear(CaseKind.CREDENTIALS_REFUSED, QPAY);
        cases.clear(CaseKind.GATEWAY_MISSING, QPAY);
        cases.clear(CaseKind.CREDENTIALS_REFUSED, SADAD);

        assertThat(written.acts).containsExactly("cleared qpay", "cleared qpay", "cleared sadad");
    }

    private static final class Written extends Cases {
        private final List<String> acts = new ArrayList<>();

        @Override
        public boolean open(Optional<OrderId> order, Finding finding) {
            return acts.add("opened " + finding.subject());
        }

        @Override
        public boolean clear(CaseKind kind, String subject) {
            return acts.add("cleared " + subject);
        }
    }
}
