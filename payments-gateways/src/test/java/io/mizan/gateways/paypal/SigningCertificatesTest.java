package io.mizan.gateways.paypal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.time.HandClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningCertificatesTest {
    private static final String CERTS = "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-";

    private final HandClock clock = new HandClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final AtomicInteger fetches = new AtomicInteger();

    @Test
    void a_chain_to_a_trusted_root_is_trusted() {
        assertThat(judged("other-good.pem", "other-root.pem")).isInstanceOf(SigningCertificates.Answer.Trusted.class);
        assertThat(judged("signing-certificate.pem", "test-root.pem"))
                .isInstanceOf(SigningCertificates.Answer.Trusted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "other-good.pem,test-root.pem,certificate_not_trusted",
        "signing-certificate.pem,other-root.pem,certificate_not_trusted",
        "other-expired.pem,other-root.pem,certificate_not_trusted",
        "other-bad.pem,other-root.pem,certificate_name",
        "other-root.pem,other-root.pem,certificate_name",
        "other-weak.pem,other-root.pem,certificate_key",
        "other-usage.pem,other-root.pem,certificate_usage",
    })
    void any_other_is_not_paypals(String certificate, String root, String reason) {
        assertThat(judged(certificate, root)).isEqualTo(new SigningCertificates.Answer.NotPayPals(reason));
    }

    @Test
    void the_simulated_and_the_real_name_are_not_each_others() {
        var live = new SigningCertificates(
                CertificateAddress.payPals(),
                address -> Optional.of(SignedMessages.resource("other-good.pem")),
                () -> SignedMessages.root("other-root.pem"),
                "messageverificationcerts.paypal.com",
                clock);

        assertThat(live.at(CERTS + "1")).isEqualTo(new SigningCertificates.Answer.NotPayPals("certificate_name"));
    }

    @Test
    void what_is_no_certificate_leaves_it_open() {
        var page = "<html>Back in a minute</html>".getBytes(StandardCharsets.UTF_8);
        var nothing = certificates(address -> Optional.of(page));

        assertThat(nothing.at(CERTS + "1"))
                .isEqualTo(new SigningCertificates.Answer.NotKnown("certificate_unreadable"));
        assertThat(certificates(address -> Optional.of(new byte[0])).at(CERTS + "1"))
                .isEqualTo(new SigningCertificates.Answer.NotKnown("certificate_unreadable"));
    }

    @Test
    void its_validity_is_judged_by_the_clock_each_time_and_one_that_has_ended_is_fetched_anew() {
        var certificates = certificates(this::good);
        assertThat(certificates.at(CERTS + "1")).isInstanceOf(SigningCertificates.Answer.Trusted.class);

        for (var outside : List.of("2055-01-01T00:00:00Z", "2019-12-30T00:00:00Z")) {
            clock.moveTo(Instant.parse(outside));
            assertThat(certificates.at(CERTS + "1")).isInstanceOf(SigningCertificates.Answer.NotPayPals.class);
        }

        assertThat(fetches).hasValue(3);
    }

    @Test
    void it_is_fetched_once_for_all_who_wait() throws Exception {
        var isAtIt = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var certificates = certificates(address -> {
            isAtIt.countDown();
            await(goOn);
            return good(address);
        });

        var pool = Executors.newFixedThreadPool(64);
        try {
            var answers = new ArrayList<Future<SigningCertificates.Answer>>();
            for (int i = 0; i < 64; i++) {
                answers.add(pool.submit(() -> certificates.at(CERTS + "1")));
            }
            await(isAtIt);
            goOn.countDown();
            for (var answer : answers) {
                assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(SigningCertificates.Answer.Trusted.class);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void a_failure_is_remembered_for_minutes_only() {
        var reachable = new AtomicReference<>(false);
        var certificates = certificates(address -> reachable.get() ? good(address) : Optional.empty());

        assertThat(certificates.at(CERTS + "1"))
                .isEqualTo(new SigningCertificates.Answer.NotKnown("certificate_not_fetched"));
        reachable.set(true);
        assertThat(certificates.at(CERTS + "1")).isInstanceOf(SigningCertificates.Answer.NotKnown.class);
        clock.pass(SigningCertificates.FAILURE_HOLDS);
        assertThat(certificates.at(CERTS + "1")).isInstanceOf(SigningCertificates.Answer.Trusted.class);
    }

    /** Else whoever sends forged messages has us call PayPal with each. */
    @Test
    void what_failed_is_not_fetched_again_and_not_kept_without_bounds() {
        var certificates = certificates(address -> {
            fetches.incrementAndGet();
            return Optional.empty();
        });
        for (int i = 0; i < 100; i++) {
            certificates.at(CERTS + "1");
        }
        assertThat(fetches).hasValue(1);

        for (int i = 0; i < SigningCertificates.MOST_FAILURES; i++) {
            certificates.at(CERTS + "other-" + i);
        }
        certificates.at(CERTS + "1");

        assertThat(fetches).hasValue(SigningCertificates.MOST_FAILURES + 2);
    }

    @Test
    void a_bug_of_the_fetching_reaches_its_caller_and_nobody_waits_for_ever() {
        var certificates = certificates(address -> {
            throw new IllegalStateException("a bug");
        });

        assertThatThrownBy(() -> certificates.at(CERTS + "1")).hasMessage("a bug");
        assertThatThrownBy(() -> certificates.at(CERTS + "1")).hasMessage("a bug");
    }

    @Test
    void only_so_many_are_kept_and_the_least_used_goes_first() {
        var certificates = certificates(this::good);
        for (int i = 0; i < SigningCertificates.MOST_KEPT; i++) {
            certificates.at(CERTS + i);
        }
        certificates.at(CERTS + "0");
        certificates.at(CERTS + "one-more");
        var before = fetches.get();

        certificates.at(CERTS + "0");
        assertThat(fetches).hasValue(before);
        certificates.at(CERTS + "1");
        assertThat(fetches).hasValue(before + 1);
    }

    @Test
    void only_so_many_are_fetched_at_a_time() throws Exception {
        var atIt = new CountDownLatch(SigningCertificates.MOST_FETCHES);
        var goOn = new CountDownLatch(1);
        var certificates = certificates(address -> {
            atIt.countDown();
            await(goOn);
            return good(address);
        });

        var pool = Executors.newFixedThreadPool(SigningCertificates.MOST_FETCHES);
        try {
            for (int i = 0; i < SigningCertificates.MOST_FETCHES; i++) {
                var address = CERTS + i;
                var unused = pool.submit(() -> certificates.at(address));
            }
            await(atIt);
            assertThat(certificates.at(CERTS + "one-more"))
                    .isEqualTo(new SigningCertificates.Answer.NotKnown("certificates_busy"));
        } finally {
            goOn.countDown();
            pool.shutdown();
            assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594-5edc0ebc",
                "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1",
                "https://api-m.paypal.com/v1/notifications/certs/CERT-1",
                "https://api-m.sandbox.paypal.com/v1/notifications/certs/CERT-1",
                "https://api.paypal.com:443/v1/notifications/certs/CERT-1",
            })
    void paypals_addresses_are_allowed(String address) {
        assertThat(CertificateAddress.payPals().allowed(address)).contains(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.paypal.com/v1/notifications/certs/CERT-1",
                "https://paypal.com/v1/notifications/certs/CERT-1",
                "https://www.paypal.com/v1/notifications/certs/CERT-1",
                "https://developer.paypal.com/v1/notifications/certs/CERT-1",
                "https://evil.api.paypal.com/v1/notifications/certs/CERT-1",
                "https://api.paypal.com.example.test/v1/notifications/certs/CERT-1",
                "https://apipaypal.com/v1/notifications/certs/CERT-1",
                "https://notpaypal.com/v1/notifications/certs/CERT-1",
                "https://api.paypal.com@example.test/v1/notifications/certs/CERT-1",
                "https://example.test#.paypal.com/v1/notifications/certs/CERT-1",
                "https://api.paypal.com:8443/v1/notifications/certs/CERT-1",
                "https://api.paypal.com/v1/notifications/certs/../../../evil/CERT-1",
                "https://api.paypal.com/v1/notifications/certs/CERT-1/..",
                "https://api.paypal.com/v1/notifications/certs/CERT-%2e%2e",
                "https://api.paypal.com/v1/notifications/certs/CERT-1?x=1",
                "https://api.paypal.com/v1/notifications/certs/CERT-1#x",
                "https://api.paypal.com/v1/notifications/certs/CERT-",
                "https://api.paypal.com/v1/notifications/certs/OTHER-1",
                "https://API.PAYPAL.COM.example.test/v1/notifications/certs/CERT-1",
                "https://[::1]/v1/notifications/certs/CERT-1",
                "http://127.0.0.1:8080/paypal/v1/notifications/certs/CERT-1",
                "file:///v1/notifications/certs/CERT-1",
                "https:/v1/notifications/certs/CERT-1",
                "CERT-1",
                "",
                "https://api.pay pal.com/v1/notifications/certs/CERT-1",
            })
    void any_other_address_is_never_asked(String address) {
        assertThat(CertificateAddress.payPals().allowed(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8180/paypal/v1/notifications/certs/CERT-sim,true",
        "http://127.0.0.1:8180/v1/notifications/certs/CERT-sim,false",
        "http://127.0.0.1:8181/paypal/v1/notifications/certs/CERT-sim,false",
        "http://127.0.0.1:8180/paypal/../v1/notifications/certs/CERT-sim,false",
        "http://127.0.0.1:8180/elsewhere/v1/notifications/certs/CERT-sim,false",
        "https://127.0.0.1:8180/paypal/v1/notifications/certs/CERT-sim,false",
    })
    void a_simulators_address_is_allowed_only_where_the_api_is_that_simulator(String address, boolean allowed) {
        var base = URI.create("http://127.0.0.1:8180/paypal");

        assertThat(CertificateAddress.orBelow(base).allowed(address).isPresent())
                .isEqualTo(allowed);
        assertThat(CertificateAddress.payPals().allowed(address)).isEmpty();
    }

    private SigningCertificates.Answer judged(String certificate, String root) {
        return new SigningCertificates(
                        CertificateAddress.payPals(),
                        address -> Optional.of(SignedMessages.resource(certificate)),
                        () -> SignedMessages.root(root),
                        SignedMessages.COMMON_NAME,
                        clock)
                .at(CERTS + "1");
    }

    private Optional<byte[]> good(URI address) {
        fetches.incrementAndGet();
        return Optional.of(SignedMessages.resource("other-good.pem"));
    }

    private SigningCertificates certificates(SigningCertificates.Fetch fetch) {
        return new SigningCertificates(
                CertificateAddress.payPals(),
                fetch,
                () -> SignedMessages.root("other-root.pem"),
                SignedMessages.COMMON_NAME,
                clock);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
