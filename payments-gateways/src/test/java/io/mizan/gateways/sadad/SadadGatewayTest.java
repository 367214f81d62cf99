package io.mizan.gateways.sadad;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Refunding;
import io.mizan.gateway.Target;
import io.mizan.gateways.form.Form;
import io.mizan.gateways.settings.FormLife;
import io.mizan.gateways.signature.Secrets;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SadadGatewayTest {
    static final String SECRET = "SadadTestSecret1";
    private static final SadadHash HASH = new SadadHash(Secrets.texts(List.of(SECRET)));
    private static final Instant NOW = Instant.parse("2026-03-01T09:15:30Z");
    private static final SadadSettings SETTINGS = SadadSettings.standard(
            false,
            new SadadSettings.Merchant("1234567", "shop.example", "payments@shop.example", "97455512345"),
            new SadadSettings.Secrets(List.of(SECRET), SECRET, ""));
    static final SadadGateway SADAD = new SadadGateway(SETTINGS, Clock.fixed(NOW, ZoneOffset.UTC));
    private static final AttemptId ATTEMPT = new AttemptId(new UUID(0x0190_0000_0000_7000L, 7));
    private static final Money PRICE = Money.ofMinor(15_050, "QAR");
    static final Target TARGET = target(ATTEMPT);

    @Test
    void opening_makes_no_call_and_says_the_same_form_however_often() {
        var request = SADAD.openCheckout(intent());
        var opened = ((GatewayResult.Accepted) SADAD.send(request)).observation();

        assertThat(SADAD.send(request)).isEqualTo(new GatewayResult.Accepted(opened));
        var form = new LinkedHashMap<String, String>();
        opened.redirect().orElseThrow().fields().forEach(field -> form.put(field.name(), field.value()));
        assertThat(form)
                .containsEntry("ORDER_ID", ATTEMPT.toString())
                .containsEntry("TXN_AMOUNT", "150.50")
                .containsEntry("SADAD_WEBCHECKOUT_PAGE_LANGUAGE", "ARB")
                .containsEntry("txnDate", "2026-03-01 12:15:30")
                .containsEntry("CALLBACK_URL", "https://shop.example/return?t=x");
        assertThat(form.remove("signature")).isEqualTo(HASH.sign(form));
        assertThat(request.content()).doesNotContain("signature", SECRET);
        assertThat(SETTINGS.toString()).doesNotContain(SECRET);
    }

    @Test
    void a_genuine_return_is_believed() {
        assertThat(verdict(paid(), TARGET)).isInstanceOf(Callback.Verdict.Genuine.class);
        assertThat(facts(paid())).singleElement().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo(FactKind.CAPTURED);
            assertThat(fact.objectRef()).isEqualTo("SD1000000000001");
            assertThat(fact.amount()).contains(PRICE);
        });
    }

    @Test
    void a_declined_try_leaves_the_page_open() {
        var declined = returned(Map.of("transaction_status", "2", "RESPCODE", "810", "STATUS", "TXN_FAILURE"));

        assertThat(facts(declined)).extracting(Fact::kind).containsExactly(FactKind.TRY_DECLINED);
    }

    @ParameterizedTest
    @CsvSource({"transaction_status, 1, in_progress", "TXNAMOUNT, 150.51, another_amount"})
    void what_is_not_certain_is_asked_about(String name, String value, String reason) {
        assertThat(SADAD.readReturn(bytes(returned(Map.of(name, value))), "proof", TARGET))
                .isEqualTo(new Callback.Reading.Hint(
                        Optional.of(ATTEMPT), List.of(new ProviderRef("transaction", "SD1000000000001")), reason));
    }

    /** A decline whose status is moved into our reference, and a digit of the number into the status, is no success. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3"})
    void moving_characters_between_neighbours_gives_nothing_that_is_believed(String status) {
        var genuine = returned(Map.of("transaction_status", status, "transaction_number", "SD1000000000003"));
        var fields = new LinkedHashMap<>(SadadReturn.values(genuine));
        var hash = fields.remove("checksumhash");
        var unseen = shifts(fields).stream()
                .filter(shifted -> HASH.signer(List.of(shifted), hash).isPresent())
                .toList();

        assertThat(unseen).hasSizeGreaterThan(60).allSatisfy(shifted -> assertThat(verdict(form(shifted, hash), TARGET))
                .isEqualTo(new Callback.Verdict.Forged("malformed")));
        var moved = new LinkedHashMap<>(fields);
        moved.put("transaction_number", "SD100000000000");
        moved.put("transaction_status", "3");
        moved.put("website_ref_no", status + ATTEMPT);
        assertThat(HASH.signer(List.of(moved), hash)).isPresent();
        assertThat(verdict(form(moved, hash), TARGET)).isEqualTo(new Callback.Verdict.Forged("malformed"));
    }

    @Test
    void every_field_changed_dropped_or_doubled_is_forged() {
        for (var name : SadadReturn.values(paid()).keySet()) {
            var changed = new LinkedHashMap<>(SadadReturn.values(paid()));
            changed.put(name, changed.get(name) + "0");
            assertThat(verdict(form(changed), TARGET))
                    .as("changed " + name)
                    .isInstanceOf(Callback.Verdict.Forged.class);
            var without = new LinkedHashMap<>(SadadReturn.values(paid()));
            without.remove(name);
            assertThat(verdict(form(without), TARGET))
                    .as("dropped " + name)
                    .isInstanceOf(Callback.Verdict.Forged.class);
            var doubled = paid().encode() + "&" + name + "=1";
            assertThat(SADAD.verifyReturn(raw(doubled.getBytes(UTF_8)), TARGET))
                    .contains(new Callback.Verdict.Forged("malformed"));
        }
    }

    @Test
    void a_return_of_another_attempt_or_of_the_other_mode_pays_nothing() {
        assertThat(verdict(paid(), target(new AttemptId(new UUID(3, 4)))))
                .isEqualTo(new Callback.Verdict.Forged("other_attempt"));
        assertThat(verdict(returned(Map.of("issandboxmode", "0")), TARGET))
                .isInstanceOf(Callback.Verdict.Foreign.class);
        assertThat(SADAD.verifyReturn(raw("canceled=true".getBytes(UTF_8)), TARGET))
                .isEmpty();
    }

    @Test
    void a_webhook_only_makes_us_ask() {
        var body = webhook("1", "1234567");

        assertThat(SADAD.verify(raw(body))).isInstanceOf(Callback.Verdict.Genuine.class);
        assertThat(SADAD.read(body, "proof"))
                .isEqualTo(new Callback.Reading.Hint(
                        Optional.of(ATTEMPT), List.of(new ProviderRef("transaction", "SD1000000000001")), "webhook"));
        assertThat(SADAD.verify(raw(webhook("0", "1234567")))).isInstanceOf(Callback.Verdict.Foreign.class);
        assertThat(SADAD.verify(raw(webhook("1", "7654321")))).isInstanceOf(Callback.Verdict.Foreign.class);
        assertThat(SADAD.verify(raw(
                        new String(body, UTF_8).replace("success", "succes5").getBytes(UTF_8))))
                .isEqualTo(new Callback.Verdict.Forged("mismatch"));
    }

    /** Else whoever posts the form in the last moment pays what was given up, and a second attempt is paid too. */
    @Test
    void nothing_counts_as_never_paid_while_a_form_handed_out_in_the_last_moment_could_be() {
        assertThat(SETTINGS.life().brokenAfter().minus(SETTINGS.life().page()))
                .isGreaterThan(SETTINGS.patience().payFor());
        var page = SETTINGS.life().page();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        living(new FormLife(page, SETTINGS.patience().payFor().plus(page))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> living(
                        new FormLife(page.minusSeconds(1), SETTINGS.life().brokenAfter())));
    }

    private static SadadSettings living(FormLife life) {
        return new SadadSettings(
                false,
                SETTINGS.page(),
                SETTINGS.apiBase(),
                SETTINGS.account(),
                SETTINGS.secrets(),
                SETTINGS.dealings(),
                life,
                SETTINGS.times(),
                SETTINGS.patience());
    }

    @Test
    void a_status_that_is_in_no_list_of_sadads_comes_before_a_person_and_ends_nothing() {
        var reader = new SadadReader(SETTINGS.books(), Duration.ofMinutes(60));
        var moonlit =
                new Transaction("SD1234567", ATTEMPT.toString(), SadadStatus.UNLISTED, "8", PRICE, Optional.empty());

        var told = (GatewayResult.Accepted) reader.inquired(
                List.of(moonlit),
                target(ATTEMPT),
                NOW.plus(Duration.ofDays(1)),
                new Observation.Message("", "inquiry", "", ""));

        assertThat(told.observation().facts()).isEmpty();
        assertThat(told.observation().unlisted()).containsExactly("transaction/8");
    }

    @Test
    void a_part_cannot_be_refunded() {
        var known = new Target(
                ATTEMPT, NOW, PRICE, CaptureMode.AUTOMATIC, List.of(new ProviderRef("transaction", "SD1000000000001")));
        var part = new Refunding.RefundIntent("ref-1", Money.ofMinor(50, "QAR"), PRICE, Optional.empty());
        var whole = new Refunding.RefundIntent("ref-1", PRICE, PRICE, Optional.empty());

        assertThatIllegalArgumentException().isThrownBy(() -> SADAD.refund(known, part, "key"));
        assertThat(SADAD.refund(known, whole, "key").content())
                .isEqualTo("transactionnumber=SD1000000000001&amount=150.50");
    }

    @Property(tries = 2_000)
    void whatever_a_browser_or_a_stranger_posts_is_judged_and_never_believed(@ForAll byte[] noise, @ForAll int seed) {
        var random = new Random(seed);
        var body = random.nextBoolean() ? bytes(paid()) : webhook("1", "1234567");
        if (random.nextBoolean()) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        } else {
            body = noise;
        }

        var returned = SADAD.verifyReturn(raw(body), TARGET);
        var called = SADAD.verify(raw(body));

        if (returned.filter(Callback.Verdict.Genuine.class::isInstance).isPresent()) {
            assertThat(facts(Form.parse(body)).get(0).amount()).contains(PRICE);
        }
        if (called instanceof Callback.Verdict.Genuine) {
            assertThat(SADAD.read(body, "proof")).isNotInstanceOf(Callback.Reading.Relevant.class);
        }
    }

    private static List<Map<String, String>> shifts(Map<String, String> fields) {
        var names = fields.keySet().stream().sorted().toList();
        var shifts = new ArrayList<Map<String, String>>();
        for (int left = 0; left + 1 < names.size(); left++) {
            var both = fields.get(names.get(left)) + fields.get(names.get(left + 1));
            for (int border = 0; border <= both.length(); border++) {
                if (border != fields.get(names.get(left)).length()) {
                    var shifted = new LinkedHashMap<>(fields);
                    shifted.put(names.get(left), both.substring(0, border));
                    shifted.put(names.get(left + 1), both.substring(border));
                    shifts.add(shifted);
                }
            }
        }
        return shifts;
    }

    static Form paid() {
        return paid(SECRET);
    }

    static Form paid(String secret) {
        return returned(Map.of(), secret);
    }

    private static Form returned(Map<String, String> other) {
        return returned(other, SECRET);
    }

    private static Form returned(Map<String, String> other, String secret) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("website_ref_no", ATTEMPT.toString());
        fields.put("transaction_status", "3");
        fields.put("transaction_number", "SD1000000000001");
        fields.put("MID", "1234567");
        fields.put("RESPCODE", "1");
        fields.put("RESPMSG", "Txn Success");
        fields.put("ORDERID", ATTEMPT.toString());
        fields.put("STATUS", "TXN_SUCCESS");
        fields.put("TXNAMOUNT", "150.50");
        fields.put("issandboxmode", "1");
        fields.putAll(other);
        return form(fields, hash(secret).sign(fields));
    }

    private static Form form(Map<String, String> fields, String hash) {
        return form(fields).with("checksumhash", hash);
    }

    private static Form form(Map<String, String> fields) {
        var form = Form.empty();
        for (var field : fields.entrySet()) {
            form = form.with(field.getKey(), field.getValue());
        }
        return form;
    }

    private static SadadHash hash(String secret) {
        return new SadadHash(Secrets.texts(List.of(secret)));
    }

    static byte[] webhook(String secret) {
        return webhook("1", "1234567", secret);
    }

    private static byte[] webhook(String test, String merchant) {
        return webhook(test, merchant, SECRET);
    }

    private static byte[] webhook(String test, String merchant, String secret) {
        var values = new LinkedHashMap<String, String>();
        values.put("isTestMode", test);
        values.put("merchantId", merchant);
        values.put("message", "success");
        values.put("transactionNumber", "SD1000000000001");
        values.put("transactionStatus", "3");
        values.put("txnAmount", "150.5");
        values.put("websiteRefNo", ATTEMPT.toString());
        var json = new StringBuilder("{\"invoiceNumber\":\"\"");
        values.forEach((name, value) -> json.append(",\"" + name + "\":")
                .append(name.equals("txnAmount") || name.equals("transactionStatus") ? value : "\"" + value + "\""));
        return json.append(",\"checksumhash\":\"" + hash(secret).sign(values) + "\"}")
                .toString()
                .getBytes(UTF_8);
    }

    private static List<Fact> facts(Form returned) {
        return ((Callback.Reading.Relevant) SADAD.readReturn(bytes(returned), "proof", TARGET))
                .observation()
                .facts();
    }

    private static Callback.Verdict verdict(Form posted, Target target) {
        return SADAD.verifyReturn(raw(bytes(posted)), target).orElseThrow();
    }

    static byte[] bytes(Form form) {
        return form.encode().getBytes(UTF_8);
    }

    static Callback.Raw raw(byte[] body) {
        return new Callback.Raw(Map.of(), body);
    }

    private static CheckoutIntent intent() {
        return new CheckoutIntent(
                new OrderId(new UUID(5, 6)),
                ATTEMPT,
                PRICE,
                List.of(new CheckoutIntent.Line("Dates, تمر", PRICE, 1)),
                CaptureMode.AUTOMATIC,
                NOW,
                URI.create("https://shop.example/return?t=x"),
                URI.create("https://shop.example/return?t=x&canceled=true"),
                NOW.plus(Duration.ofMinutes(30)),
                "ar",
                "key");
    }

    private static Target target(AttemptId attempt) {
        return new Target(attempt, NOW, PRICE, CaptureMode.AUTOMATIC, List.of());
    }
}
