package io.mizan.gateways.qpay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mizan.fact.Fact;
import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Redirect;
import io.mizan.gateway.Refunding;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.ScriptedServer;
import io.mizan.gateways.settings.FormLife;
import io.mizan.gateways.settings.Patience;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class QPayGatewayTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:15:30Z");
    private static final QPaySettings SETTINGS =
            QPaySettings.standard(false, "QPAYPG03", "SANDBOXM1", List.of(QPayVectors.SECRET));
    static final QPayGateway QPAY = gateway(SETTINGS);
    private static final AttemptId ATTEMPT = new AttemptId(new UUID(0x0190_0000_0000_7000L, 7));
    private static final Money PRICE = Money.ofMinor(15_050, "QAR");
    static final Target TARGET = target(ATTEMPT);

    /** QPay calls nobody: whoever paid and did not come back is found by asking alone. */
    @Test
    void it_is_asked_as_soon_as_gateways_that_call_and_when_nobody_can_have_paid_any_longer() {
        var looks = new ArrayList<Duration>();
        var after = Duration.ZERO;
        for (int look = 0; look < 8; look++) {
            after = after.plus(QPAY.profile().intervalAfter(look));
            looks.add(after);
        }

        assertThat(looks)
                .startsWith(Duration.ofSeconds(20), Duration.ofMinutes(1))
                .endsWith(SETTINGS.life().brokenAfter().plusMinutes(1));
    }

    @Test
    void opening_makes_no_call_and_says_the_same_form_however_often() {
        var request = QPAY.openCheckout(intent("ar"));
        var opened = opened(QPAY.send(request));

        assertThat(opened).isEqualTo(opened(QPAY.send(request)));
        assertThat(opened.facts()).singleElement().satisfies(fact -> assertThat(fact.detail())
                .containsEntry(Fact.PAY_UNTIL, "2026-03-01T09:35:30Z"));
        var form = posted(opened);
        assertThat(form)
                .containsEntry("Action", "0")
                .containsEntry("Amount", "15050")
                .containsEntry("Lang", "ar")
                .containsEntry("PUN", numberOf(ATTEMPT))
                .containsEntry("TransactionRequestDate", "01032026121530")
                .containsEntry("ExtraFields_f14", "https://shop.example/return/qpay?t=x%26y");
        var unsigned = new LinkedHashMap<>(form);
        assertThat(unsigned.remove("SecureHash"))
                .isEqualTo(QPayVectors.hash(QPayVectors.SECRET).sign(unsigned));
        assertThat(request.content()).doesNotContain("SecureHash", QPayVectors.SECRET);
        assertThat(QPAY.openCheckout(intent("ar"))).isEqualTo(request);
    }

    @Test
    void a_number_of_its_own_leads_back_to_the_attempt() {
        assertThat(QPAY.ownReferences(ATTEMPT)).containsExactly(new ProviderRef("pun", numberOf(ATTEMPT)));
        assertThat(numberOf(ATTEMPT)).matches("[A-Z0-9]{20}").isNotEqualTo(numberOf(new AttemptId(new UUID(1, 1))));
    }

    @Test
    void a_genuine_return_is_believed_in_any_order_of_its_fields_and_counts_once() {
        var verdict = verdict(answer(), TARGET);

        assertThat(verdict).isInstanceOfSatisfying(Callback.Verdict.Genuine.class, genuine -> {
            assertThat(genuine.sentAt()).contains(Instant.parse("2026-03-01T09:16:05Z"));
            assertThat(genuine.proof()).hasSizeLessThanOrEqualTo(100).doesNotContain(QPayVectors.SECRET);
        });
        var entries = new ArrayList<>(answer().byName().entrySet());
        Collections.shuffle(entries, new Random(1));
        var shuffled = new LinkedHashMap<String, String>();
        entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));
        assertThat(verdict(new QPayFields(shuffled), TARGET)).isEqualTo(verdict);
        assertThat(QPAY.readReturn(bytes(answer()), "proof", TARGET))
                .isInstanceOfSatisfying(Callback.Reading.Relevant.class, read -> {
                    assertThat(read.mark()).contains(ATTEMPT);
                    assertThat(read.observation().facts()).singleElement().satisfies(fact -> assertThat(fact.amount())
                            .contains(PRICE));
                });
    }

    @Test
    void a_return_of_another_attempt_is_forged_however_good_its_hash() {
        assertThat(verdict(answer(), target(new AttemptId(new UUID(3, 4)))))
                .isEqualTo(new Callback.Verdict.Forged("other_attempt"));
    }

    @Test
    void every_field_changed_dropped_or_doubled_is_forged() {
        var genuine = answer();
        for (var name : genuine.byName().keySet()) {
            var changed = genuine.with(name, genuine.byName().get(name) + "1");
            assertThat(verdict(changed, TARGET)).as("changed " + name).isInstanceOf(Callback.Verdict.Forged.class);
            var without = new LinkedHashMap<>(genuine.byName());
            without.remove(name);
            assertThat(verdict(new QPayFields(without), TARGET))
                    .as("dropped " + name)
                    .isInstanceOf(Callback.Verdict.Forged.class);
            var doubled = new String(bytes(genuine), UTF_8) + "&" + name + "=1";
            assertThat(QPAY.verifyReturn(raw(doubled.getBytes(UTF_8)), TARGET))
                    .as("doubled " + name)
                    .contains(new Callback.Verdict.Forged("malformed"));
        }
        assertThat(verdict(genuine.with("Response.AgentID", ""), TARGET)).isInstanceOf(Callback.Verdict.Forged.class);
    }

    @Test
    void without_an_answer_the_customer_only_came_back() {
        for (var body : List.of("", "canceled=true", "%%%", "Status=0000", "\u0000\u0001")) {
            assertThat(QPAY.verifyReturn(raw(body.getBytes(UTF_8)), TARGET)).isEmpty();
        }
    }

    @Test
    void only_what_qpay_signed_is_an_answer() {
        try (var server = new ScriptedServer()) {
            var qpay = gateway(SETTINGS.at(server.base().resolve("/gateway")));
            server.answering(200, "<html>blocked</html>")
                    .answering(200, "Response.Status=8106&Response.SecureHash=" + "0".repeat(64))
                    .answering(403, "")
                    .answering(500, "")
                    .answering(
                            200, new String(bytes(signedAnswer(Map.of("Status", "8106"), QPayVectors.SECRET)), UTF_8));

            for (int asked = 0; asked < 4; asked++) {
                assertThat(qpay.inquire(TARGET)).isInstanceOf(GatewayResult.Unknown.class);
            }
            assertThat(qpay.inquire(TARGET)).isEqualTo(new GatewayResult.NotFound());
        }
    }

    @Test
    void while_keys_change_both_are_believed() {
        var rotating = gateway(QPaySettings.standard(
                false, "QPAYPG03", "SANDBOXM1", List.of("TheNewSecretKey123", QPayVectors.SECRET)));

        assertThat(rotating.verifyReturn(raw(bytes(answer())), TARGET))
                .get()
                .isInstanceOf(Callback.Verdict.Genuine.class);
    }

    @Test
    void a_part_is_refunded_only_where_the_account_allows_it() {
        var part = new Refunding.RefundIntent("ref-1", Money.ofMinor(50, "QAR"), PRICE, Optional.empty());
        var whole = new Refunding.RefundIntent("ref-1", PRICE, PRICE, Optional.empty());
        var wholeOnly = gateway(SETTINGS.with(new QPaySettings.Dealings(false, true, QPayCodes.STANDARD)));

        assertThat(QPAY.refund(TARGET, part, "key")).isEqualTo(QPAY.refund(TARGET, part, "key"));
        assertThat(wholeOnly.refundTerms().partial()).isFalse();
        assertThat(wholeOnly.refund(TARGET, whole, "key").content())
                .contains("OriginalTransactionPaymentUniqueNumber_1=" + numberOf(ATTEMPT))
                .doesNotContain("SecureHash", "TransactionRequestDate");
        assertThatIllegalArgumentException().isThrownBy(() -> wholeOnly.refund(TARGET, part, "key"));
    }

    @Test
    void nobody_hears_of_a_secret() {
        assertThat(SETTINGS.toString()).doesNotContain(QPayVectors.SECRET);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QPaySettings.standard(false, "QIB", "M", List.of("too short")))
                .withMessageNotContaining("too short");
        assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.at(URI.create("http://qpay.example/")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QPaySettings.standard(true, "QIB", "M", List.of(QPayVectors.SECRET))
                        .at(QPaySettings.STAGING));
        assertThat(SETTINGS.with(
                                new FormLife(Duration.ofMinutes(20), Duration.ofMinutes(31)),
                                patience(Duration.ofMinutes(10)))
                        .patience()
                        .payFor())
                .isEqualTo(Duration.ofMinutes(10));
    }

    /** Else whoever posts the form in the last moment pays what was given up, and a second attempt is paid too. */
    @Test
    void nothing_counts_as_never_paid_while_a_form_handed_out_in_the_last_moment_could_be() {
        var longest = QPaySettings.LIFE.brokenAfter().minus(QPaySettings.LIFE.page());

        assertThat(QPaySettings.PATIENCE.payFor()).isLessThan(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.with(QPaySettings.LIFE, patience(longest)));
    }

    @Test
    void what_no_source_confirms_is_set() {
        var set = built(Map.of(
                "page.life", "PT30M",
                "broken.after", "PT1H",
                "refunds.partial", "false"));

        assertThat(set.profile().traits().pageLife()).contains(Duration.ofMinutes(30));
        assertThat(((Refunding) set).refundTerms().partial()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> built(Map.of("page.life", "PT30M")));
        assertThatIllegalArgumentException().isThrownBy(() -> built(Map.of("page.life", "PT19M")));
        assertThatIllegalArgumentException().isThrownBy(() -> built(Map.of("codes.pending", "12")));
        assertThatIllegalArgumentException().isThrownBy(() -> built(Map.of("codes.refused", "xxxx")));
    }

    private static PaymentGateway built(Map<String, String> set) {
        var all = new HashMap<>(set);
        all.putAll(Map.of("bank.id", "QIB", "merchant.id", "M", "secret.key", QPayVectors.SECRET));
        return new QPayFactory()
                .build(new AdapterSettings(
                        QPayGateway.NAME,
                        false,
                        URI.create("https://shop.example"),
                        Clock.systemUTC(),
                        name -> Optional.ofNullable(all.get(name.substring("mizan.qpay.".length())))))
                .gateway();
    }

    private static Patience patience(Duration payFor) {
        return new Patience(payFor, Duration.ofDays(1), List.of(Duration.ofSeconds(5)));
    }

    @Property(tries = 10_000)
    void whatever_a_browser_posts_is_judged_and_never_believed(@ForAll byte[] noise, @ForAll int seed) {
        var random = new Random(seed);
        var body = bytes(answer());
        var mutated = random.nextBoolean() ? noise : mutated(body, random);

        var verdict = QPAY.verifyReturn(raw(mutated), TARGET);

        if (verdict.filter(Callback.Verdict.Genuine.class::isInstance).isPresent()) {
            // Escapes and the case of the hash can be written otherwise; what is said stays the same.
            assertThat(QPAY.readReturn(mutated, "proof", TARGET))
                    .isInstanceOfSatisfying(Callback.Reading.Relevant.class, read -> assertThat(
                                    read.observation().facts())
                            .singleElement()
                            .satisfies(fact -> assertThat(fact.amount()).contains(PRICE)));
        }
    }

    private static byte[] mutated(byte[] body, Random random) {
        var changed = body.clone();
        for (int i = 0; i <= random.nextInt(3); i++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    static QPayFields answer() {
        return answer(QPayVectors.SECRET);
    }

    static QPayFields answer(String secret) {
        var fields = new LinkedHashMap<>(QPayVectors.paid());
        fields.put("PUN", numberOf(ATTEMPT));
        fields.put("MerchantModuleSessionID", numberOf(ATTEMPT));
        return signedAnswer(fields, secret);
    }

    private static QPayFields signedAnswer(Map<String, String> fields, String secret) {
        var hashed = new LinkedHashMap<>(fields);
        hashed.computeIfPresent("StatusMessage", (name, message) -> message.replace(' ', '+'));
        return QPayVectors.onTheWire(
                QPayHashTest.with(fields, "SecureHash", QPayVectors.hash(secret).sign(hashed)));
    }

    private static Callback.Verdict verdict(QPayFields posted, Target target) {
        return QPAY.verifyReturn(raw(bytes(posted)), target).orElseThrow();
    }

    static byte[] bytes(QPayFields fields) {
        return fields.form().encode().getBytes(UTF_8);
    }

    static Callback.Raw raw(byte[] body) {
        return new Callback.Raw(Map.of("content-type", "application/x-www-form-urlencoded"), body);
    }

    private static Observation opened(GatewayResult result) {
        return ((GatewayResult.Accepted) result).observation();
    }

    private static Map<String, String> posted(Observation opened) {
        var redirect = opened.redirect().orElseThrow();
        assertThat(redirect).returns("POST", Redirect::method).returns(QPaySettings.STAGING, Redirect::url);
        var form = new LinkedHashMap<String, String>();
        redirect.fields().forEach(field -> form.put(field.name(), field.value()));
        return form;
    }

    private static String numberOf(AttemptId attempt) {
        return QPAY.ownReferences(attempt).get(0).value();
    }

    private static CheckoutIntent intent(String locale) {
        return new CheckoutIntent(
                new OrderId(new UUID(5, 6)),
                ATTEMPT,
                PRICE,
                List.of(new CheckoutIntent.Line("Dates, تمر", PRICE, 1)),
                CaptureMode.AUTOMATIC,
                NOW,
                URI.create("https://shop.example/return/qpay?t=x%26y"),
                URI.create("https://shop.example/return/qpay?t=x&canceled=true"),
                NOW.plus(Duration.ofMinutes(20)),
                locale,
                "key");
    }

    private static Target target(AttemptId attempt) {
        return new Target(attempt, NOW, PRICE, CaptureMode.AUTOMATIC, List.of());
    }

    private static QPayGateway gateway(QPaySettings settings) {
        return new QPayGateway(settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
