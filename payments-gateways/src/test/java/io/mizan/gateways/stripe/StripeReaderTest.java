package io.mizan.gateways.stripe;

import static io.mizan.gateways.stripe.StripeObjects.ANSWERED;
import static io.mizan.gateways.stripe.StripeObjects.ATTEMPT;
import static io.mizan.gateways.stripe.StripeObjects.bytes;
import static io.mizan.gateways.stripe.StripeObjects.charge;
import static io.mizan.gateways.stripe.StripeObjects.event;
import static io.mizan.gateways.stripe.StripeObjects.intent;
import static io.mizan.gateways.stripe.StripeObjects.refund;
import static io.mizan.gateways.stripe.StripeObjects.second;
import static io.mizan.gateways.stripe.StripeObjects.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.gateway.Callback;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.secrets.Digests;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeReaderTest {
    private static final Account ACCOUNT = new Account("stripe/acct_1/sandbox");

    private static final Map<String, JsonObject> OBJECTS = Map.ofEntries(
            Map.entry("open", session().json()),
            Map.entry("paid", session().complete("paid").json()),
            Map.entry("complete, unpaid", session().complete("unpaid").json()),
            Map.entry(
                    "complete, paid, captured by us",
                    session().complete("paid").capturedByUs().json()),
            Map.entry(
                    "complete, unpaid, captured by us",
                    session().complete("unpaid").capturedByUs().json()),
            Map.entry(
                    "nothing to pay", session().complete("no_payment_required").json()),
            Map.entry("expired", session().expired().json()),
            Map.entry("fresh intent", intent("requires_payment_method").json()),
            Map.entry("asked to authenticate", intent("requires_action").json()),
            Map.entry(
                    "asked after a decline",
                    intent("requires_action").using("pm_2").latest("ch_1").json()),
            Map.entry("processing", intent("processing").latest("ch_1").json()),
            Map.entry(
                    "declined",
                    intent("requires_payment_method")
                            .declinedBy("ch_1", "insufficient_funds")
                            .json()),
            Map.entry(
                    "not authenticated",
                    intent("requires_payment_method").notAuthenticated("pm_1").json()),
            Map.entry("to capture", intent("requires_capture").latest("ch_1").json()),
            Map.entry("succeeded", intent("succeeded").latest("ch_1").json()),
            Map.entry(
                    "captured by us",
                    intent("succeeded")
                            .capturedByUs()
                            .received(20_000)
                            .latest("ch_1")
                            .json()),
            Map.entry(
                    "canceled, never paid",
                    intent("canceled").canceled("abandoned").json()),
            Map.entry(
                    "canceled after a decline",
                    intent("canceled")
                            .declinedBy("ch_1", "expired_card")
                            .canceled("automatic")
                            .json()),
            Map.entry(
                    "voided",
                    intent("canceled")
                            .capturedByUs()
                            .latest("ch_1")
                            .canceled("requested_by_customer")
                            .json()),
            Map.entry(
                    "hold ran out",
                    intent("canceled")
                            .capturedByUs()
                            .latest("ch_1")
                            .canceled("automatic")
                            .json()),
            Map.entry("charge", charge().json()),
            Map.entry("charge of a debit", charge().paidBy("us_bank_account").json()),
            Map.entry("charge authorized", charge().authorizedOnly().json()),
            Map.entry("charge partly captured", charge().captured(20_000).json()),
            Map.entry("charge pending", charge().pending().json()),
            Map.entry(
                    "charge failed",
                    charge().failed("card_declined", "issuer_declined", "insufficient_funds")
                            .json()),
            Map.entry("refund under way", refund("pending").json()),
            Map.entry("refund that asks the customer", refund("requires_action").json()),
            Map.entry("refund", refund("succeeded").json()),
            Map.entry(
                    "refund sent back",
                    refund("failed").failedBy("expired_or_canceled_card").json()),
            Map.entry("refund called off", refund("canceled").json()),
            Map.entry(
                    "held funds released",
                    refund("succeeded").because("expired_uncaptured_charge").json()),
            Map.entry(
                    "rest of a capture released",
                    refund("succeeded").because("partial_capture").json()),
            Map.entry("something released", refund("succeeded").borneByNobody().json()),
            Map.entry(
                    "refund without intent", refund("succeeded").withoutIntent().json()),
            Map.entry("charge without intent", charge().withoutIntent().json()));

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # event                                      | object                           | facts
            checkout.session.completed                   | paid                             | checkout_opened cs_1 @0; captured pi_1 QAR 250.00 @100
            checkout.session.completed                   | complete, unpaid                 | checkout_opened cs_1 @0; payer_approved pi_1 @100
            checkout.session.completed                   | complete, unpaid, captured by us | checkout_opened cs_1 @0
            checkout.session.completed                   | complete, paid, captured by us   | checkout_opened cs_1 @0
            checkout.session.completed                   | nothing to pay                   | checkout_opened cs_1 @0
            checkout.session.async_payment_succeeded     | paid                             | checkout_opened cs_1 @0; captured pi_1 QAR 250.00 @100
            checkout.session.async_payment_failed        | complete, unpaid                 | checkout_opened cs_1 @0; checkout_closed cs_1/failed @100
            checkout.session.expired                     | expired                          | checkout_opened cs_1 @0; checkout_closed cs_1/expired @100
            payment_intent.created                       | fresh intent                     |
            payment_intent.requires_action               | asked to authenticate            | challenge_required pi_1/pm_1 @100
            payment_intent.requires_action               | asked after a decline            | challenge_required pi_1/pm_2 @100
            payment_intent.processing                    | processing                       | payer_approved pi_1 @100
            payment_intent.amount_capturable_updated     | to capture                       | authorized pi_1 QAR 250.00 @100
            payment_intent.succeeded                     | succeeded                        | captured pi_1 QAR 250.00 @100
            payment_intent.succeeded                     | captured by us                   | captured pi_1 QAR 200.00 @100
            payment_intent.payment_failed                | declined                         | try_declined ch_1 @100
            payment_intent.payment_failed                | not authenticated                | try_declined pi_1/pm_1 @100
            payment_intent.canceled                      | canceled, never paid             |
            payment_intent.canceled                      | canceled after a decline         | try_declined ch_1 @100
            payment_intent.canceled                      | voided                           | authorized pi_1 QAR 250.00 @100; authorization_ended pi_1/voided @90
            payment_intent.canceled                      | hold ran out                     | authorized pi_1 QAR 250.00 @100; authorization_ended pi_1/expired @90
            charge.succeeded                             | charge                           | captured pi_1 QAR 250.00 @40
            charge.succeeded                             | charge of a debit                | captured pi_1 QAR 250.00 @100
            charge.succeeded                             | charge authorized                | authorized pi_1 QAR 250.00 @40
            charge.captured                              | charge                           | captured pi_1 QAR 250.00 @100
            charge.captured                              | charge partly captured           | captured pi_1 QAR 200.00 @100
            charge.pending                               | charge pending                   | payer_approved pi_1 @40
            charge.failed                                | charge failed                    | try_declined ch_1 @40
            charge.expired                               | charge authorized                | authorized pi_1 QAR 250.00 @40; authorization_ended pi_1/expired @100
            refund.created                               | refund                           | refund_status re_1/succeeded QAR 40.00 @80
            refund.created                               | refund under way                 | refund_status re_1/pending QAR 40.00 @80
            refund.created                               | refund that asks the customer    | refund_status re_1/requires_action QAR 40.00 @80
            refund.created                               | held funds released              |
            refund.created                               | rest of a capture released       |
            refund.created                               | something released               |
            refund.updated                               | refund                           | refund_status re_1/succeeded QAR 40.00 @100
            refund.updated                               | refund called off                | refund_status re_1/canceled QAR 40.00 @100
            charge.refund.updated                        | refund                           | refund_status re_1/succeeded QAR 40.00 @100
            refund.failed                                | refund sent back                 | refund_status re_1/failed QAR 40.00 @100
            """)
    void a_webhook_tells_facts(String type, String object, String facts) {
        var reading = read(event(type, OBJECTS.get(object)));

        assertThat(reading.mark()).contains(ATTEMPT);
        assertThat(FactWords.of(reading.observation())).containsExactlyElementsOf(words(facts));
    }

    static Stream<Answer> answers() {
        return Stream.of(
                new Answer("an open page", session().json(), "checkout_opened cs_1 @0"),
                new Answer(
                        "a page on which a card was declined",
                        session()
                                .holding(intent("requires_payment_method")
                                        .declinedBy("ch_1", "insufficient_funds")
                                        .latest(failed()))
                                .json(),
                        "checkout_opened cs_1 @0; try_declined ch_1 @40"),
                new Answer(
                        "a page on which an authentication failed after a decline",
                        session()
                                .holding(intent("requires_payment_method")
                                        .notAuthenticated("pm_2")
                                        .latest(failed()))
                                .json(),
                        "checkout_opened cs_1 @0; try_declined ch_1 @40; try_declined pi_1/pm_2 @200"),
                new Answer(
                        "a page that asks to authenticate",
                        session().holding(intent("requires_action")).json(),
                        "checkout_opened cs_1 @0; challenge_required pi_1/pm_1 @200"),
                new Answer(
                        "an expired page",
                        session().expired().json(),
                        "checkout_opened cs_1 @0; checkout_closed cs_1/expired"),
                new Answer(
                        "a paid page",
                        session()
                                .complete("paid")
                                .holding(intent("succeeded").latest(charge()))
                                .json(),
                        "checkout_opened cs_1 @0; captured pi_1 QAR 250.00 @40"),
                new Answer(
                        "a debit under way",
                        session()
                                .complete("unpaid")
                                .holding(intent("processing").latest(charge().pending()))
                                .json(),
                        "checkout_opened cs_1 @0; payer_approved pi_1 @40"),
                new Answer(
                        "a voucher that is not paid yet",
                        session()
                                .complete("unpaid")
                                .holding(intent("requires_action"))
                                .json(),
                        "checkout_opened cs_1 @0; challenge_required pi_1/pm_1 @200; payer_approved pi_1 @200"),
                new Answer(
                        "a debit collected",
                        session()
                                .complete("paid")
                                .holding(intent("succeeded").latest(charge().paidBy("us_bank_account")))
                                .json(),
                        "checkout_opened cs_1 @0; captured pi_1 QAR 250.00"),
                new Answer(
                        "a debit returned",
                        session()
                                .complete("unpaid")
                                .holding(intent("requires_payment_method")
                                        .declinedBy("ch_1", "insufficient_funds")
                                        .latest(failed()))
                                .json(),
                        "checkout_opened cs_1 @0; try_declined ch_1 @40; checkout_closed cs_1/failed"),
                new Answer(
                        "a debit called off",
                        session()
                                .complete("unpaid")
                                .holding(intent("canceled").canceled("abandoned"))
                                .json(),
                        "checkout_opened cs_1 @0; checkout_closed cs_1/failed"),
                new Answer(
                        "an authorization",
                        session()
                                .complete("unpaid")
                                .capturedByUs()
                                .holding(intent("requires_capture").latest(charge().authorizedOnly()))
                                .json(),
                        "checkout_opened cs_1 @0; authorized pi_1 QAR 250.00 @40"),
                new Answer(
                        "an authorization captured in part",
                        session()
                                .complete("paid")
                                .capturedByUs()
                                .holding(intent("succeeded")
                                        .capturedByUs()
                                        .received(20_000)
                                        .latest(charge().captured(20_000)))
                                .json(),
                        "checkout_opened cs_1 @0; captured pi_1 QAR 200.00"),
                new Answer(
                        "an authorization given back",
                        session()
                                .complete("unpaid")
                                .capturedByUs()
                                .holding(intent("canceled")
                                        .capturedByUs()
                                        .canceled("requested_by_customer")
                                        .latest(charge().authorizedOnly()))
                                .json(),
                        "checkout_opened cs_1 @0; authorized pi_1 QAR 250.00 @40;"
                                + " authorization_ended pi_1/voided @90"),
                new Answer(
                        "a payment of which a part was given back and another part is on its way",
                        session()
                                .complete("paid")
                                .holding(intent("succeeded")
                                        .latest(charge().showing(
                                                        refund("pending").named("re_2"), refund("succeeded"))))
                                .json(),
                        "checkout_opened cs_1 @0; captured pi_1 QAR 250.00 @40; refund_status re_1/succeeded QAR 40.00;"
                                + " refund_status re_2/pending QAR 40.00 @80"),
                new Answer(
                        "an authorization whose release is told as a refund",
                        intent("canceled")
                                .capturedByUs()
                                .canceled("requested_by_customer")
                                .latest(charge().authorizedOnly().showing(refund("succeeded")))
                                .json(),
                        "authorized pi_1 QAR 250.00 @40; authorization_ended pi_1/voided @90"),
                new Answer("a refund alone", refund("succeeded").json(), "refund_status re_1/succeeded QAR 40.00"),
                new Answer(
                        "a refund of a status that Stripe invents",
                        refund("on_hold").json(),
                        ""),
                new Answer(
                        "an intent alone", intent("succeeded").latest(charge()).json(), "captured pi_1 QAR 250.00 @40"),
                new Answer(
                        "a session of a status that Stripe invents",
                        session().status("paused").json(),
                        "checkout_opened cs_1 @0"),
                new Answer(
                        "an intent of a status that Stripe invents",
                        intent("on_hold").json(),
                        ""));
    }

    private record Answer(String what, JsonObject json, String facts) {
        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void an_answer_tells_facts(Answer answer) {
        assertThat(FactWords.of(asked(answer.json()))).containsExactlyInAnyOrderElementsOf(words(answer.facts()));
    }

    static Stream<List<Observation>> sameEvents() {
        return Stream.of(
                List.of(
                        said(
                                "checkout.session.completed",
                                session().complete("paid").json()),
                        said(
                                "checkout.session.async_payment_succeeded",
                                session().complete("paid").json()),
                        said(
                                "payment_intent.succeeded",
                                intent("succeeded").latest("ch_1").json()),
                        said("charge.succeeded", charge().json()),
                        asked(intent("succeeded").latest(charge()).json()),
                        asked(session()
                                .complete("paid")
                                .holding(intent("succeeded").latest(charge()))
                                .json())),
                List.of(
                        said(
                                "payment_intent.amount_capturable_updated",
                                intent("requires_capture").json()),
                        said("charge.succeeded", charge().authorizedOnly().json()),
                        asked(intent("requires_capture")
                                .latest(charge().authorizedOnly())
                                .json())),
                List.of(
                        said(
                                "payment_intent.succeeded",
                                intent("succeeded")
                                        .capturedByUs()
                                        .received(20_000)
                                        .json()),
                        said("charge.captured", charge().captured(20_000).json()),
                        asked(intent("succeeded")
                                .capturedByUs()
                                .received(20_000)
                                .json())),
                List.of(
                        said(
                                "payment_intent.payment_failed",
                                intent("requires_payment_method")
                                        .declinedBy("ch_1", "insufficient_funds")
                                        .json()),
                        said("charge.failed", failed().json()),
                        asked(intent("requires_payment_method")
                                .declinedBy("ch_1", "insufficient_funds")
                                .latest(failed())
                                .json())),
                List.of(
                        said(
                                "payment_intent.requires_action",
                                intent("requires_action").json()),
                        asked(intent("requires_action").json())),
                List.of(
                        said("payment_intent.processing", intent("processing").json()),
                        said("charge.pending", charge().pending().json()),
                        said(
                                "checkout.session.completed",
                                session().complete("unpaid").json()),
                        asked(intent("processing").latest(charge().pending()).json())),
                List.of(
                        said("refund.created", refund("succeeded").json()),
                        said("refund.updated", refund("succeeded").json()),
                        said("charge.refund.updated", refund("succeeded").json()),
                        asked(refund("succeeded").json())),
                List.of(
                        said("checkout.session.expired", session().expired().json()),
                        asked(session().expired().json())));
    }

    @ParameterizedTest
    @MethodSource("sameEvents")
    void one_event_of_the_world_is_one_fact_whoever_tells_it(List<Observation> tellings) {
        var about = tellings.stream()
                .map(telling -> telling.facts().stream()
                        .filter(fact -> fact.kind() != FactKind.CHECKOUT_OPENED)
                        .map(Fact::identity)
                        .toList())
                .distinct()
                .toList();

        assertThat(about).hasSize(1);
        assertThat(about.get(0)).hasSize(1);
    }

    @Test
    void a_decline_keeps_its_category_and_its_code() {
        var byIssuer = only(said("charge.failed", failed().json()));
        var blocked = only(said(
                "charge.failed",
                charge().failed("card_declined", "blocked", "highest_risk_level")
                        .json()));
        var onIntent = only(said(
                "payment_intent.payment_failed",
                intent("requires_payment_method")
                        .declinedBy("ch_1", "insufficient_funds")
                        .json()));

        assertThat(byIssuer.detail())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("category", "insufficient_funds", "code", "insufficient_funds"));
        assertThat(blocked.detail())
                .containsExactlyInAnyOrderEntriesOf(Map.of("category", "fraud_suspected", "code", "card_declined"));
        assertThat(onIntent)
                .usingRecursiveComparison()
                .ignoringFields("effectiveAt")
                .isEqualTo(byIssuer);
    }

    @Test
    void a_page_and_an_authorization_keep_their_deadlines() {
        var opened = only(asked(session().json()));
        var authorized = only(said("charge.succeeded", charge().authorizedOnly().json()));
        var expired = said("checkout.session.expired", session().expired().json())
                .facts()
                .get(1);

        assertThat(opened.detail())
                .containsEntry(Fact.PAY_UNTIL, second(StripeObjects.EXPIRES).toString());
        assertThat(authorized.detail())
                .containsEntry(
                        Fact.VALID_UNTIL, second(StripeObjects.HOLDS_UNTIL).toString());
        assertThat(expired.detail()).containsEntry(Fact.BASIS, "stated");
    }

    @Test
    void another_amount_or_currency_is_told_as_it_is() {
        assertThat(FactWords.identities(said(
                        "checkout.session.completed",
                        session().complete("paid").costing(19_900, "qar").json())))
                .contains("captured pi_1 QAR 199.00");
        assertThat(FactWords.identities(said(
                        "checkout.session.completed",
                        session().complete("paid").costing(250_000, "kwd").json())))
                .contains("captured pi_1 KWD 250.000");
    }

    @Test
    void only_an_open_page_can_be_shown_to_a_customer() {
        assertThat(asked(session().json()).redirect()).hasValueSatisfying(page -> assertThat(page.url())
                .hasToString("https://checkout.stripe.com/c/pay/cs_1"));
        assertThat(asked(session().expired().json()).redirect()).isEmpty();
    }

    @Test
    void every_id_of_stripes_is_kept() {
        var told = asked(session()
                .complete("paid")
                .holding(intent("succeeded").latest(charge()))
                .json());

        assertThat(told.refs())
                .containsExactly(
                        new ProviderRef("checkout_session", "cs_1"),
                        new ProviderRef("payment_intent", "pi_1"),
                        new ProviderRef("charge", "ch_1"));
    }

    @Test
    void the_message_is_kept_as_evidence() {
        var body = bytes(event("charge.succeeded", charge().json()));
        var reading = (Callback.Reading.Relevant) reader().read(body, "whsec fingerprint 00000000");

        assertThat(reading.observation().message())
                .isEqualTo(new Observation.Message(
                        "evt_1", "charge.succeeded", Digests.sha256(body), "whsec fingerprint 00000000"));
        assertThat(asked(session().json()).message().ref()).isEqualTo("req_1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer.created", "payout.paid", "a.type.that.stripe.invents"})
    void an_event_outside_the_payment_is_irrelevant(String type) {
        assertThat(reader().read(bytes(event(type, charge().json())), ""))
                .isEqualTo(new Callback.Reading.Irrelevant(type));
    }

    @Test
    void a_status_that_stripe_invents_comes_before_a_person() {
        assertThat(asked(session().status("paused").json()).unlisted()).containsExactly("checkout.session/paused");
        assertThat(asked(intent("on hold\n").json()).unlisted()).containsExactly("payment_intent/on?hold?");
        assertThat(said("refund.updated", refund("on_hold").json()).unlisted()).containsExactly("refund/on_hold");
        assertThat(said("charge.succeeded", charge().json()).unlisted()).isEmpty();
        assertThat(said(
                                "checkout.session.completed",
                                session().complete("no_payment_required").json())
                        .unlisted())
                .isEmpty();
    }

    @Test
    void a_sum_of_refunds_makes_us_ask_which_they_are() {
        assertThat(reader().read(bytes(event("charge.refunded", charge().json())), ""))
                .isEqualTo(new Callback.Reading.Hint(
                        Optional.of(ATTEMPT),
                        List.of(new ProviderRef("payment_intent", "pi_1"), new ProviderRef("charge", "ch_1")),
                        "charge.refunded"));
    }

    @ParameterizedTest
    @CsvSource({
        "lost_or_stolen_card,      issuer_declined_final,",
        "expired_or_canceled_card, expired_card,",
        "insufficient_funds,       insufficient_funds,",
        "moon_phase,               issuer_declined, true"
    })
    void a_refund_that_failed_says_why(String reason, String category, String unlisted) {
        var failed =
                only(said("refund.failed", refund("failed").failedBy(reason).json()));

        assertThat(failed.detail()).containsEntry("code", reason).containsEntry("category", category);
        assertThat(failed.detail().get("unlisted")).isEqualTo(unlisted);
    }

    @Test
    void what_no_page_of_ours_can_have_made_is_irrelevant() {
        assertThat(reader().read(bytes(event("charge.succeeded", OBJECTS.get("charge without intent"))), ""))
                .isInstanceOf(Callback.Reading.Irrelevant.class);
        assertThat(reader().read(bytes(event("refund.created", OBJECTS.get("refund without intent"))), ""))
                .isInstanceOf(Callback.Reading.Irrelevant.class);
        assertThat(reader().read(
                                bytes(event(
                                        "checkout.session.completed",
                                        session().mode("subscription").json())),
                                ""))
                .isInstanceOf(Callback.Reading.Irrelevant.class);
    }

    @Test
    void an_object_without_our_note_has_no_mark() {
        var foreign = Json.createObjectBuilder(charge().json())
                .add("metadata", Json.createObjectBuilder().add("mizan_attempt", "att_nonsense"))
                .build();

        assertThat(read(event("charge.succeeded", foreign)).mark()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"id\":\"evt_1\"}",
                "{\"id\":7,\"type\":\"charge.succeeded\"}",
                "{\"id\":\"evt_1\",\"type\":\"charge.succeeded\"}",
                "{\"id\":\"evt_1\",\"type\":\"charge.succeeded\",\"data\":{\"object\":[]}}",
                "{\"id\":\"evt_1\",\"type\":\"charge.succeeded\",\"data\":{\"object\":{}}}",
                "{\"id\":\"../v1\",\"type\":\"charge.succeeded\",\"data\":{\"object\":{}}}",
                "{\"id\":\"evt_1\",\"type\":\"charge.succeeded\",\"created\":1e40,\"data\":{\"object\":{}}}",
                "{\"id\":\"evt_1\",\"type\":\"charge.succeeded\",\"created\":999999999999999,\"data\":{\"object\":{}}}"
            })
    void what_stripe_does_not_write_is_refused(String body) {
        assertThatIllegalArgumentException().isThrownBy(() -> reader().read(body.getBytes(StandardCharsets.UTF_8), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"id\":\"evt_1\",\"data\":{\"object\":{\"a\":"})
    void a_bottomless_message_is_refused(String opening) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader().read(opening.repeat(50_000).getBytes(StandardCharsets.UTF_8), ""));
    }

    @Property(tries = 500)
    void no_bytes_break_the_reader(@ForAll byte[] body) {
        try {
            reader().read(body, "");
        } catch (IllegalArgumentException expected) {
            assertThat(expected).isNotNull();
        }
    }

    @Property(tries = 1000)
    void no_damage_to_a_message_breaks_the_reader(
            @ForAll("messages") byte[] message, @ForAll int at, @ForAll byte value) {
        var damaged = message.clone();
        damaged[Math.floorMod(at, damaged.length)] = value;
        no_bytes_break_the_reader(damaged);
    }

    @Provide
    Arbitrary<byte[]> messages() {
        return Arbitraries.of(List.of(
                        "checkout.session.completed", "payment_intent.succeeded", "charge.succeeded", "refund.created"))
                .flatMap(type ->
                        Arbitraries.of(List.copyOf(OBJECTS.values())).map(object -> bytes(event(type, object))));
    }

    private static StripeObjects.ChargeObject failed() {
        return charge().failed("card_declined", "issuer_declined", "insufficient_funds");
    }

    private static StripeReader reader() {
        return new StripeReader(ACCOUNT);
    }

    private static Callback.Reading.Relevant read(JsonObject event) {
        return (Callback.Reading.Relevant) reader().read(bytes(event), "whsec fingerprint 00000000");
    }

    private static Observation said(String type, JsonObject object) {
        return read(event(type, object)).observation();
    }

    private static Observation asked(JsonObject object) {
        var answer = new StripeReply.Answered(
                200, Optional.of("req_1"), Optional.empty(), Optional.of(second(ANSWERED)), object.toString());
        return reader().answer(answer, bytes(object), "inquiry");
    }

    private static Fact only(Observation observation) {
        assertThat(observation.facts()).hasSize(1);
        return observation.facts().get(0);
    }

    private static List<String> words(String facts) {
        return facts == null || facts.isEmpty()
                ? List.of()
                : Arrays.stream(facts.split(";", -1)).map(String::strip).toList();
    }
}
