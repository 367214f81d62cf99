package io.mizan.gateways.sadad;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Connection;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.ScriptedServer;
import io.mizan.gateways.sadad.SadadSettings.Dealings;
import io.mizan.gateways.sadad.SadadSettings.Version;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import io.mizan.time.HandClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two hours after the opening, when an attempt that nobody paid is over by inference. */
class SadadInquiryTest {
    private static final Instant OPENED = Instant.parse("2026-03-01T09:15:30Z");
    private static final AttemptId ATTEMPT = new AttemptId(new UUID(0x0190_0000_0000_7000L, 7));
    private static final String WITHDRAWAL = "{\"id\":77,\"type\":\"Withdrawal\",\"amount\":12.3456}";
    private static final String OURS = "{\"invoicenumber\":\"SD1000000000001\",\"website_ref_no\":\"" + ATTEMPT
            + "\",\"transactionstatus\":{\"id\":3,\"name\":\"Success\"},\"amount\":150.5}";
    private static final String AGAIN = OURS.replace("SD1000000000001", "SD1000000000002");
    private static final String OTHERS = OURS.replace(ATTEMPT.toString(), "somebody's");

    private final ScriptedServer sadad = new ScriptedServer().answering(200, "{\"accessToken\":\"token\"}");
    private final SadadSettings settings = SadadSettings.standard(
                    false,
                    new SadadSettings.Merchant("1234567", "shop.example", "payments@shop.example", "97455512345"),
                    new SadadSettings.Secrets(List.of("SadadTestSecret1"), "SadadTestSecret1", ""))
            .at(sadad.base(), sadad.base())
            .with(CallTimes.within(Duration.ofSeconds(20)));
    private final SadadGateway gateway =
            new SadadGateway(settings, Clock.fixed(OPENED.plus(Duration.ofHours(3)), ZoneOffset.UTC));

    @AfterEach
    void close() {
        sadad.close();
    }

    @Test
    void what_is_on_no_page_of_the_list_was_never_paid() {
        sadad.answering(200, list(100, OTHERS)).answering(200, list(1, OTHERS));

        assertThat(facts()).extracting(Fact::kind).containsExactly(FactKind.CHECKOUT_CLOSED);
    }

    @Test
    void what_is_on_the_last_of_many_pages_was_paid() {
        Stream.generate(() -> list(100, OTHERS)).limit(4).forEach(page -> sadad.answering(200, page));
        sadad.answering(200, "[" + OURS + "]");

        assertThat(facts()).extracting(Fact::kind).containsExactly(FactKind.CAPTURED);
    }

    @Test
    void a_list_that_does_not_end_says_nothing() {
        Stream.generate(() -> list(100, OTHERS)).limit(20).forEach(page -> sadad.answering(200, page));

        assertThat(gateway.inquire(target())).isEqualTo(GatewayResult.Unknown.ofAnswer("list too long"));
    }

    @Test
    void a_list_that_is_not_there_says_nothing() {
        sadad.answering(404, "{\"error\":{\"statusCode\":404}}").answering(404, "{}");

        assertThat(gateway.inquire(target())).isEqualTo(GatewayResult.Unknown.ofAnswer("http 404"));
        assertThat(gateway.checkConnection()).isEqualTo(Connection.CANNOT_TELL);
    }

    @Test
    void what_else_went_through_the_account_is_passed_over() {
        sadad.answering(200, "[" + String.join(",", WITHDRAWAL, "{\"website_ref_no\":7}", OURS, "{}") + "]");

        assertThat(facts()).extracting(Fact::kind).containsExactly(FactKind.CAPTURED);
    }

    @Test
    void only_the_time_is_listed_in_which_the_page_could_be_paid() {
        sadad.answering(200, "[]");

        facts();

        assertThat(sadad.received().get(1).target())
                .contains("2026-03-01+12%3A10%3A30")
                .contains("2026-03-01+14%3A20%3A30");
    }

    @ParameterizedTest
    @CsvSource({"PT10M, 1", "PT1M, 2"})
    void a_token_is_used_as_long_as_is_set(Duration life, int logins) {
        var clock = new HandClock(OPENED);
        var patient = new SadadGateway(settings.with(new Dealings(Version.V2_1, false, life)), clock);
        sadad.answering(200, "[]").answering(200, "{\"accessToken\":\"token\"}").answering(200, "[]");

        patient.inquire(target());
        clock.pass(Duration.ofMinutes(2));
        patient.inquire(target());

        assertThat(sadad.received())
                .filteredOn(call -> call.target().endsWith("/login"))
                .hasSize(logins);
    }

    @Test
    void a_second_success_on_one_page_is_found_though_the_first_is_known() {
        sadad.answering(200, OURS).answering(200, "[" + OURS + "," + AGAIN + "]");

        assertThat(((GatewayResult.Accepted) gateway.inquire(target(known())))
                        .observation()
                        .facts())
                .extracting(Fact::objectRef)
                .containsExactly("SD1000000000001", "SD1000000000002");
    }

    @Test
    void a_payment_that_is_known_is_told_whatever_becomes_of_the_list() {
        sadad.answering(200, OURS).answering(500, "");

        assertThat(((GatewayResult.Accepted) gateway.inquire(target(known())))
                        .observation()
                        .facts())
                .extracting(Fact::kind)
                .containsExactly(FactKind.CAPTURED);
    }

    private List<Fact> facts() {
        return ((GatewayResult.Accepted) gateway.inquire(target()))
                .observation()
                .facts();
    }

    private static ProviderRef known() {
        return new ProviderRef("transaction", "SD1000000000001");
    }

    private static Target target(ProviderRef... refs) {
        return new Target(ATTEMPT, OPENED, Money.ofMinor(15_050, "QAR"), CaptureMode.AUTOMATIC, List.of(refs));
    }

    private static String list(int size, String row) {
        return Collections.nCopies(size, row).toString();
    }
}
