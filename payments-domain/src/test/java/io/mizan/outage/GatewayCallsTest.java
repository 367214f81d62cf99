package io.mizan.outage;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayProfile;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Recovery;
import io.mizan.gateway.Target;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayCallsTest {
    private static final GatewayName LAB = new GatewayName("lab");
    private static final GatewayResult TURNED_AWAY =
            new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "missing_permission");
    private static final Map<Operation, Recovery> RECOVERY =
            Arrays.stream(Operation.values()).collect(toMap(identity(), operation -> new Recovery.Human()));

    @SuppressWarnings("unchecked") // it hears everything
    private static final Event<OutageNews> NOBODY_LISTENS = answering(Event.class, method -> null);

    private static final Target NOBODY = Target.ofNobody(Instant.EPOCH);

    private final GatewayCalls calls = new GatewayCalls(BreakerSettings.DEFAULT, NOBODY_LISTENS, Clock.systemUTC());
    private final PaymentGateway gateway = answering(PaymentGateway.class, method -> switch (method.getName()) {
        case "name" -> LAB;
        case "profile" ->
            new GatewayProfile(
                    "Lab", RECOVERY, Duration.ofHours(1), Duration.ofDays(1), List.of(Duration.ofMinutes(1)));
        default -> TURNED_AWAY;
    });

    /** A key that may not refund still takes payments. */
    @ParameterizedTest
    @EnumSource(names = "OPEN_CHECKOUT", mode = EnumSource.Mode.EXCLUDE)
    void one_permission_that_is_missing_stops_nothing_else(Operation forbidden) {
        manyTimes(() -> calls.send(gateway, new GatewayRequest(forbidden, "key", "")));

        assertThat(calls.outage(LAB)).isEmpty();
        assertThat(calls.lets(LAB)).isTrue();
    }

    @Test
    void whoever_keeps_customers_out_counts_as_away() {
        manyTimes(() -> calls.send(gateway, new GatewayRequest(Operation.OPEN_CHECKOUT, "key", "")));

        assertThat(calls.outage(LAB))
                .hasValueSatisfying(outage -> assertThat(outage.isTurnedAway()).isTrue());
    }

    @Test
    void whoever_does_not_let_us_ask_counts_as_away() {
        manyTimes(() -> calls.inquire(gateway, NOBODY));

        assertThat(calls.outage(LAB))
                .hasValueSatisfying(outage -> assertThat(outage.isTurnedAway()).isTrue());
    }

    @Test
    void whoever_does_not_answer_may_be_away() {
        assertThat(GatewayCalls.isOutage(new GatewayResult.Unknown("timed out")))
                .isTrue();
        assertThat(GatewayCalls.isOutage(new GatewayResult.Retryable(FailureCategory.NETWORK, Optional.empty())))
                .isTrue();
    }

    /** One order in a currency without a rate takes the gateway away from nobody. */
    @Test
    void whoever_answers_is_there_though_this_request_has_to_wait() {
        assertThat(GatewayCalls.isOutage(GatewayResult.Retryable.ofAnswer(FailureCategory.GATEWAY_ERROR)))
                .isFalse();
        assertThat(GatewayCalls.isOutage(new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, Optional.empty())))
                .isFalse();
        assertThat(GatewayCalls.isOutage(GatewayResult.Unknown.ofAnswer("unreadable answer")))
                .isFalse();
    }

    private static void manyTimes(Runnable call) {
        for (int i = 0; i < BreakerSettings.DEFAULT.failures(); i++) {
            call.run();
        }
    }

    private static <T> T answering(Class<T> type, Function<Method, Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer.apply(method)));
    }
}
