package io.mizan.gateways.cybersource;

import static io.mizan.gateways.cybersource.CyberSourceVectors.ATTEMPT;
import static io.mizan.gateways.cybersource.CyberSourceVectors.KEY;
import static io.mizan.gateways.cybersource.CyberSourceVectors.PRICE;
import static io.mizan.gateways.cybersource.CyberSourceVectors.TRANSACTION;
import static io.mizan.gateways.cybersource.CyberSourceVectors.posted;
import static io.mizan.gateways.cybersource.CyberSourceVectors.reply;
import static io.mizan.gateways.cybersource.CyberSourceVectors.target;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Target;
import io.mizan.gateways.cybersource.CyberSourceSettings.Applications;
import io.mizan.gateways.cybersource.CyberSourceSettings.Dealings;
import io.mizan.gateways.form.Form;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CyberSourceGatewayTest {
    static final String NOTIFICATION = "{\"eventType\":\"payments.capture.status.accepted\",\"webhookId\":\"wh-1\","
            + "\"payload\":{\"data\":{\"id\":\"7412345678901234503002\",\"status\":\"PENDING\","
            + "\"clientReferenceInformation\":{\"code\":\"" + ATTEMPT + "-capture-1\"}}}}";
    private static final CyberSourceGateway GATEWAY = CyberSourceVectors.gateway(Dealings.STANDARD, KEY);

    @Test
    void opening_makes_no_call_and_says_the_same_form_however_often() {
        var request = GATEWAY.openCheckout(CyberSourceVectors.intent(CaptureMode.AUTOMATIC, "ar"));
        var opened = ((GatewayResult.Accepted) GATEWAY.send(request)).observation();

        assertThat(GATEWAY.send(request)).isEqualTo(new GatewayResult.Accepted(opened));
        var form = Form.empty();
        for (var field : opened.redirect().orElseThrow().fields()) {
            form = form.with(field.name(), field.value());
        }
        assertThat(form.value("transaction_uuid")).contains(ATTEMPT.value().toString());
        assertThat(form.value("reference_number")).contains(ATTEMPT.toString());
        assertThat(form.value("transaction_type")).contains("sale");
        assertThat(form.value("amount")).contains("150.00");
        assertThat(form.value("locale")).contains("ar-xn");
        assertThat(form.value("signed_date_time")).contains("2026-03-01T09:15:30Z");
        assertThat(form.value("override_custom_cancel_page"))
                .contains("https://shop.example/return?t=x&y=1&canceled=true");
        assertThat(form.value("signature"))
                .contains(FormSignature.of(KEY.secret(), FormSignature.text(form, FormSignature.names(form))));
        assertThat(request.content()).doesNotContain("&signature=", KEY.secret());
        assertThat(opened.facts()).singleElement().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo(FactKind.CHECKOUT_OPENED);
            assertThat(fact.detail()).containsEntry(Fact.PAY_UNTIL, "2026-03-01T09:30:30Z");
        });
    }

    /** A field that stands in neither list makes the page refuse the form. */
    @Test
    void every_field_of_the_form_is_signed() {
        var form = CyberSourceForm.of(
                CyberSourceVectors.intent(CaptureMode.MANUAL, "en"),
                CyberSourceVectors.settings(CyberSourceSettings.TEST_API, Dealings.STANDARD, KEY),
                new CyberSourceAmounts(Set.of("QAR")));

        assertThat(form.fields().stream().map(Form.Field::name))
                .containsExactlyInAnyOrderElementsOf(FormSignature.names(form));
        assertThat(form.value("transaction_type")).contains("authorization");
        assertThat(form.value("locale")).contains("en-us");
    }

    @Test
    void a_payment_that_went_through_is_believed() {
        assertThat(returned(reply())).isInstanceOf(Callback.Verdict.Genuine.class);
        assertThat(GATEWAY.verify(posted(reply()))).isInstanceOf(Callback.Verdict.Genuine.class);
        assertThat(facts(reply())).singleElement().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo(FactKind.CAPTURED);
            assertThat(fact.objectRef()).isEqualTo(TRANSACTION);
            assertThat(fact.amount()).contains(PRICE);
        });
        assertThat(observed(reply()).observation().refs()).containsExactly(new ProviderRef("payment", TRANSACTION));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ACCEPT  | 100 | sale          | captured
            ACCEPT  | 110 | sale          | captured
            ACCEPT  | 100 | authorization | authorized
            REVIEW  | 520 | sale          | authorized
            REVIEW  | 200 | authorization | authorized
            REVIEW  | 230 | sale          | authorized
            REVIEW  | 201 | sale          | ? review
            REVIEW  | 480 | sale          | ? review
            DECLINE | 204 | sale          | try_declined checkout_closed
            DECLINE | 101 | sale          | try_declined checkout_closed
            DECLINE | 475 | sale          | try_declined checkout_closed
            DECLINE | 999 | sale          | try_declined checkout_closed
            DECLINE | 151 | sale          | ? declined_or_not
            DECLINE |     | sale          | ? declined_or_not
            ERROR   | 102 | sale          | try_declined checkout_closed
            ERROR   | 104 | sale          | ? error
            ERROR   | 150 | sale          | ? error
            ERROR   | 250 | sale          | ? error
            ERROR   |     | sale          | ? error
            CANCEL  |     | sale          | try_declined
            UNHEARD | 100 | sale          | ? unlisted_decision
            """)
    void a_decision_is_read(String decision, String reason, String type, String expected) {
        var form =
                reply("decision", decision, "reason_code", reason == null ? "" : reason, "req_transaction_type", type);

        assertThat(words(GATEWAY.readReturn(posted(form).body(), "proof", target())))
                .isEqualTo(expected);
        assertThat(words(GATEWAY.read(posted(form).body(), "proof"))).isEqualTo(expected);
    }

    @Test
    void a_refusal_says_why_and_is_of_its_transaction() {
        var told = facts(reply("decision", "DECLINE", "reason_code", "204", "auth_amount", ""));

        assertThat(told.get(0).objectRef()).isEqualTo(TRANSACTION);
        assertThat(told.get(0).detail())
                .containsEntry(Fact.CATEGORY, "insufficient_funds")
                .containsEntry(Fact.CODE, "204")
                .doesNotContainKey(Fact.UNLISTED);
        assertThat(told.get(1).qualifier()).isEqualTo("failed");
        assertThat(facts(reply("decision", "DECLINE", "reason_code", "999"))
                        .get(0)
                        .detail())
                .containsEntry(Fact.UNLISTED, "true");
        assertThat(facts(reply("decision", "DECLINE", "reason_code", "102", "transaction_id", ""))
                        .get(0)
                        .objectRef())
                .isEqualTo(ATTEMPT.toString());
    }

    @Test
    void where_the_page_takes_another_card_a_refusal_closes_nothing() {
        var retrying = CyberSourceVectors.gateway(
                new Dealings(Set.of("QAR"), false, true, "ar-xn", Applications.STANDARD), KEY);
        var reading = retrying.read(
                posted(reply("decision", "DECLINE", "reason_code", "204")).body(), "proof");

        assertThat(words(reading)).isEqualTo("try_declined");
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction_id", "auth_amount", "req_transaction_type"})
    void a_success_that_lacks_something_is_asked_about(String field) {
        assertThat(words(GATEWAY.read(posted(reply(field, "")).body(), "proof")))
                .isEqualTo("? incomplete");
    }

    @ParameterizedTest
    @CsvSource({"req_amount,150.01", "auth_amount,149.99", "req_currency,USD", "req_amount,15000"})
    void a_way_back_of_another_amount_is_asked_about(String field, String value) {
        assertThat(words(GATEWAY.readReturn(posted(reply(field, value)).body(), "proof", target())))
                .isEqualTo("? another_amount");
    }

    @Test
    void what_the_bank_agreed_to_is_told_by_the_server() {
        var told = (Callback.Reading.Relevant) GATEWAY.read(
                posted(reply("reason_code", "110", "auth_amount", "99")).body(), "proof");

        assertThat(told.observation().facts())
                .singleElement()
                .returns(Optional.of(Money.ofMinor(9_900, "QAR")), Fact::amount);
    }

    @Test
    void every_signed_field_changed_dropped_or_doubled_is_forged() {
        var genuine = reply();
        for (var name : FormSignature.names(genuine)) {
            assertThat(returned(with(genuine, name, genuine.value(name).orElseThrow() + "1")))
                    .as(name + " changed")
                    .isInstanceOf(Callback.Verdict.Forged.class);
            assertThat(returned(with(genuine, name, null)))
                    .as(name + " dropped")
                    .isInstanceOf(Callback.Verdict.Forged.class);
            var doubled = genuine.encode() + "&" + name + "=x";
            assertThat(GATEWAY.verifyReturn(posted(doubled), target()))
                    .as(name + " doubled")
                    .contains(new Callback.Verdict.Forged("malformed"));
            assertThat(GATEWAY.verify(posted(doubled)))
                    .as(name + " doubled")
                    .isInstanceOf(Callback.Verdict.Forged.class);
        }
        assertThat(returned(with(genuine, "signature", "AAAA"))).isEqualTo(new Callback.Verdict.Forged("mismatch"));
        assertThat(returned(with(genuine, "signature", null))).isEqualTo(new Callback.Verdict.Forged("malformed"));
    }

    @Test
    void the_order_of_fields_does_not_matter_and_that_of_their_names_does() {
        var fields = new ArrayList<>(reply().fields());
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(fields, new Random(seed));
            assertThat(returned(new Form(fields))).isEqualTo(returned(reply()));
        }
        var names = new ArrayList<>(FormSignature.names(reply()));
        Collections.reverse(names);
        assertThat(returned(with(reply(), "signed_field_names", String.join(",", names))))
                .isEqualTo(new Callback.Verdict.Forged("mismatch"));
    }

    @Test
    void what_is_added_unsigned_is_as_if_it_were_not_there() {
        var declined = reply("decision", "DECLINE", "reason_code", "204", "auth_amount", "");
        var more = declined.with("utf8", "✓").with("auth_amount", "150.00").with("override", "ACCEPT");

        assertThat(returned(more)).isEqualTo(returned(declined));
        assertThat(observed(more).observation().facts())
                .isEqualTo(observed(declined).observation().facts());
        assertThat(words(GATEWAY.read(
                        posted(reply("auth_amount", "").with("auth_amount", "150.00"))
                                .body(),
                        "proof")))
                .isEqualTo("? incomplete");
    }

    /** What decides must be in the list, the list itself too; or somebody could sign one thing and say another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "signed_field_names",
                "signed_date_time",
                "decision",
                "req_reference_number",
                "req_transaction_uuid",
                "req_amount",
                "req_currency",
                "req_profile_id",
                "req_access_key"
            })
    void what_decides_must_be_signed(String name) {
        var genuine = reply();
        var names = new ArrayList<>(FormSignature.names(genuine));
        names.remove(name);
        var without = with(genuine, "signed_field_names", String.join(",", names));
        var signed = with(without, "signature", FormSignature.of(KEY.secret(), FormSignature.text(without, names)));

        assertThat(returned(signed)).isEqualTo(new Callback.Verdict.Forged("malformed"));
    }

    /** The text has commas between its fields, and a name may have commas in it. */
    @Test
    void moving_characters_between_neighbours_gives_nothing_that_is_believed() {
        var fields = new LinkedHashMap<String, String>();
        reply().fields().forEach(field -> fields.put(field.name(), field.value()));
        fields.remove("signature");
        fields.remove("signed_field_names");
        fields.remove("auth_amount");
        fields.put("req_bill_to_forename", "A,auth_amount=999.00");
        fields.put("auth_amount", "150.00");
        var genuine = CyberSourceVectors.signed(fields, KEY.secret());
        var moved = with(with(genuine, "req_bill_to_forename", "A"), "auth_amount", "999.00,auth_amount=150.00");

        assertThat(returned(genuine)).isInstanceOf(Callback.Verdict.Genuine.class);
        assertThat(FormSignature.text(moved, FormSignature.names(moved)))
                .isNotEqualTo(FormSignature.text(genuine, FormSignature.names(genuine)));
        fields.remove("message");
        fields.remove("reason_code");
        fields.remove("signed_date_time");
        fields.put("signed_date_time", "2026-03-01T09:18:05Z");
        var neighbours = CyberSourceVectors.signed(fields, KEY.secret());
        var shifted = with(with(neighbours, "req_bill_to_forename", "A"), "auth_amount", "999.00,auth_amount=150.00");
        assertThat(FormSignature.text(shifted, FormSignature.names(shifted)))
                .isEqualTo(FormSignature.text(neighbours, FormSignature.names(neighbours)));
        assertThat(returned(neighbours)).isInstanceOf(Callback.Verdict.Genuine.class);
        assertThat(returned(shifted)).isEqualTo(new Callback.Verdict.Forged("malformed"));
    }

    /** Who is called so could otherwise choose, by a list of signed fields of his own making, which decision counts. */
    @ParameterizedTest
    @ValueSource(strings = {"x,decision=ACCEPT", "x,auth_amount=150.00,y=", "a,req_transaction_type=sale"})
    void a_name_that_looks_like_a_field_that_decides_makes_the_whole_a_reason_to_ask(String name) {
        var reply = reply("decision", "DECLINE", "reason_code", "204", "req_bill_to_forename", name);

        assertThat(returned(reply)).isInstanceOf(Callback.Verdict.Genuine.class);
        assertThat(GATEWAY.readReturn(posted(reply).body(), "proof", target()))
                .isEqualTo(new Callback.Reading.Hint(Optional.of(ATTEMPT), List.of(), "ambiguous"));
        assertThat(GATEWAY.read(posted(reply).body(), "proof"))
                .isEqualTo(new Callback.Reading.Hint(Optional.of(ATTEMPT), List.of(), "ambiguous"));
    }

    @Test
    void a_way_back_of_another_attempt_is_forged() {
        var other = new AttemptId(new UUID(0x0190_0000_0000_7000L, 8));
        var elsewhere = new Target(other, CyberSourceVectors.NOW, PRICE, CaptureMode.AUTOMATIC, List.of());

        assertThat(GATEWAY.verifyReturn(posted(reply()), elsewhere))
                .contains(new Callback.Verdict.Forged("other_attempt"));
        assertThat(returned(reply("req_transaction_uuid", other.value().toString())))
                .isEqualTo(new Callback.Verdict.Forged("other_attempt"));
        assertThat(words(GATEWAY.read(
                        posted(reply("req_reference_number", "ORD-1")).body(), "proof")))
                .isEqualTo("- no checkout of ours");
    }

    @Test
    void a_reply_of_another_profile_is_kept_and_never_applied() {
        assertThat(returned(reply("req_profile_id", CyberSourceVectors.PROFILE.replace('7', '8'))))
                .isInstanceOfSatisfying(Callback.Verdict.Foreign.class, foreign -> assertThat(foreign.reason())
                        .isEqualTo("wrong_account"));
    }

    @Test
    void the_same_told_by_browser_and_by_server_is_two_pieces_of_evidence_and_each_repeat_none() {
        var byBrowser = (Callback.Verdict.Genuine) returned(reply());
        var byServer = (Callback.Verdict.Genuine) GATEWAY.verify(posted(reply()));

        assertThat(byBrowser.eventId()).isNotEqualTo(byServer.eventId());
        assertThat(((Callback.Verdict.Genuine) returned(reply().with("utf8", "✓"))).eventId())
                .isEqualTo(byBrowser.eventId());
        assertThat(((Callback.Reading.Relevant) GATEWAY.read(posted(reply()).body(), "proof"))
                        .observation()
                        .facts())
                .isEqualTo(facts(reply()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "utf8=x", "t=token&canceled=true"})
    void a_customer_who_brings_nothing_signed_just_came_back(String body) {
        assertThat(GATEWAY.verifyReturn(posted(body), target())).isEmpty();
    }

    @Test
    void a_webhook_is_a_reason_to_ask() {
        var at = Long.toString(CyberSourceVectors.NOW.toEpochMilli());
        var body = NOTIFICATION.getBytes(UTF_8);
        var signature =
                Base64.getEncoder().encodeToString(NotificationSignature.of(CyberSourceVectors.WEBHOOK_KEY, at, body));
        var header = "t=" + at + ";keyId=" + CyberSourceVectors.WEBHOOK_KEY_ID + ";sig=" + signature;

        assertThat(GATEWAY.verify(new Callback.Raw(Map.of("v-c-signature", header), body)))
                .isInstanceOfSatisfying(Callback.Verdict.Genuine.class, genuine -> assertThat(genuine.type())
                        .isEqualTo("payments.capture.status.accepted"));
        assertThat(GATEWAY.verify(new Callback.Raw(Map.of(), body))).isEqualTo(new Callback.Verdict.Forged("missing"));
        assertThat(GATEWAY.read(body, "proof"))
                .isEqualTo(new Callback.Reading.Hint(
                        Optional.of(ATTEMPT),
                        List.of(new ProviderRef("capture", "7412345678901234503002")),
                        "webhook"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            {"eventType":"payments.refunds.accept","payload":[{"data":{"id":"7412345678901234503003"}}]}                    | ? webhook
            {"eventType":"payments.captures.accept","payload":{"transactionResult":{"details":{"id":"7412345678901234503003"}}}} | ? webhook
            {"eventType":"payments.refund.status.updated","payload":{"id":"7412345678901234503003"}}                       | ? webhook
            {"eventType":"payments.capture.status.accepted","payload":{"id":"x"}}                                          | - payments.capture.status.accepted
            {"eventType":"invoicing.created"}                                                                              | - invoicing.created
            {"encData":"not a message"}                                                                                    | - unnamed
            """)
    void a_webhook_of_any_shape_is_read(String body, String expected) {
        assertThat(words(GATEWAY.read(body.getBytes(UTF_8), "proof"))).isEqualTo(expected);
    }

    private static Callback.Verdict returned(Form form) {
        return GATEWAY.verifyReturn(posted(form), target()).orElseThrow();
    }

    private static Callback.Reading.Relevant observed(Form form) {
        return (Callback.Reading.Relevant) GATEWAY.readReturn(posted(form).body(), "proof", target());
    }

    private static List<Fact> facts(Form form) {
        return observed(form).observation().facts();
    }

    private static String words(Callback.Reading reading) {
        if (reading instanceof Callback.Reading.Relevant relevant) {
            return String.join(
                    " ",
                    relevant.observation().facts().stream()
                            .map(fact -> fact.kind().code())
                            .toList());
        }
        return reading instanceof Callback.Reading.Hint hint
                ? "? " + hint.reason()
                : "- " + ((Callback.Reading.Irrelevant) reading).reason();
    }

    /** The same form with that value; without the field for none. */
    private static Form with(Form form, String name, String value) {
        var changed = Form.empty();
        for (var field : form.fields()) {
            if (!field.name().equals(name)) {
                changed = changed.with(field.name(), field.value());
            } else if (value != null) {
                changed = changed.with(name, value);
            }
        }
        return changed;
    }
}
