package io.mizan.admin.render;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.access.Scope;
import io.mizan.approval.ApprovalState;
import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.attention.Matter;
import io.mizan.casework.CaseAct;
import io.mizan.casework.CaseKind;
import io.mizan.casework.CaseState;
import io.mizan.chain.ChainFault;
import io.mizan.erasure.ErasureState;
import io.mizan.fact.Account;
import io.mizan.fact.Evidence;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Connection;
import io.mizan.gateway.GatewayProfile;
import io.mizan.gateway.Operation;
import io.mizan.gatewayaccount.GatewayAccount.SecretInUse.Phase;
import io.mizan.gatewayaccount.GatewayAccount.Source;
import io.mizan.inbox.WebhookState;
import io.mizan.invariant.Breach;
import io.mizan.invariant.Violation;
import io.mizan.ledger.LedgerAccount;
import io.mizan.order.Fulfilment;
import io.mizan.order.OrderStatus;
import io.mizan.replay.ReplayEvents;
import io.mizan.staff.Roles;
import io.mizan.timeline.TimelineKind;
import io.mizan.webhookhealth.Arrival;
import io.mizan.webhookhealth.Diagnosis;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts of the portal: in both languages, and none too few or too many. */
class TextsTest {
    private static final Path MAIN = Path.of("src/main");
    private static final List<String> SETTINGS_OF_GATEWAYS = List.of(
            "place",
            "enabled",
            "offered",
            "amounts",
            "countries",
            "callers",
            "account",
            "api.base",
            "page",
            "location",
            "currency",
            "currencies",
            "notification.url",
            "bank.id",
            "merchant.id",
            "website",
            "contact.email",
            "contact.mobile",
            "api.token.prefix",
            "version",
            "client.id",
            "webhook.ids",
            "store.id",
            "secret.key",
            "api.secret.key",
            "client.secret",
            "access.token",
            "api.key",
            "webhook.secrets",
            "signature.keys",
            "key.id",
            "key.secrets",
            "merchant.name",
            "profile.id",
            "access.key",
            "notice.url",
            "api.key.id",
            "api.secret",
            "webhook.key.id",
            "webhook.key",
            "webhook.private.keys");

    /** What entries of a timeline say beside, other than what facts do. */
    private static final List<String> DETAILS_OF_ENTRIES = List.of(
            "amount",
            "asked_when",
            "by",
            "canceled",
            "capture",
            "case",
            "case_id",
            "cause",
            "currency",
            "effective_at",
            "event",
            "from",
            "fulfilment",
            "gateway",
            "hint",
            "mark",
            "note",
            "object",
            "operation",
            "qualifier",
            "received_at",
            "reference",
            "to",
            "type");

    /** Why a message is a hint only. What gateways call it themselves is told as they do. */
    private static final List<String> HINTS = List.of(
            "ambiguous",
            "another_amount",
            "declined_or_not",
            "error",
            "in_progress",
            "incomplete",
            "review",
            "undecided",
            "unlisted_decision",
            "webhook");

    /** By which adapters infer; those with a time in their name are told as one. */
    private static final List<String> RULES =
            List.of("completion_refused", "forgotten", "never_completed", "nothing_found");

    /** Why there is no answer, in words of ours; what is of a gateway alone is named by its adapter. */
    private static final List<String> CAUSES = List.of(
            "adapter_fault",
            "cannot_tell",
            "connection broke",
            "failed",
            "http",
            "interrupted",
            "key_expired",
            "no answer in time",
            "no time left",
            "not_found",
            "not_visible_yet",
            "only_a_person_can_find_out",
            "qpay",
            "question refused",
            "refused and not seen",
            "unlisted");

    /** Where adapters name a cause; what they add to one is the gateway's. */
    private static final Pattern ADAPTERS_CAUSE = Pattern.compile("Unknown\\.ofAnswer\\(\\s*\"([^\"]+[^ \"])\"\\)");

    private static final Path ADAPTERS = Path.of("../payments-gateways/src/main/java");

    /** Why a callback is not worked. What gateways call theirs is told as they do. */
    private static final List<String> REASONS = List.of(
            "order_unknown",
            "gateway_missing",
            "foreign",
            "wrong_mode",
            "wrong_account",
            "body_destroyed",
            "dispute",
            "no checkout of ours",
            "charge without a payment intent",
            "refund without a payment intent",
            "payout of nobody's",
            "kind");

    @Test
    void both_languages_have_the_same_texts() throws IOException {
        assertThat(texts("ar").keySet()).isEqualTo(texts("en").keySet());
    }

    @Test
    void every_text_that_is_used_is_there_and_every_text_that_is_there_is_used() throws IOException {
        var used = new TreeSet<String>();
        for (var file : files(MAIN.resolve("resources/templates"), ".html")) {
            keys(file, Pattern.compile("#\\{([a-z0-9_.]+)"), used);
        }
        for (var file : files(MAIN.resolve("java"), ".java")) {
            keys(file, Pattern.compile("\"((?:[a-z_]+\\.)+[a-z0-9_]+)\""), used);
        }
        used.addAll(composed());
        var there = texts("en").keySet().stream().map(Object::toString).collect(toCollection(TreeSet::new));

        var unused = new TreeSet<>(there);
        unused.removeAll(used);

        assertThat(unused).isEmpty();
        assertThat(there).containsAll(composed());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_text_loses_what_follows_an_apostrophe(Language language) throws IOException {
        assertThat(texts(language.code()).values())
                .noneMatch(text -> text.toString().contains("'"));
    }

    /** Texts whose names are put together of a prefix and a word of the domain. */
    private static Set<String> composed() throws IOException {
        var keys = new TreeSet<String>();
        Arrays.stream(OrderStatus.values()).forEach(one -> keys.add("order.status." + one.code()));
        Arrays.stream(Fulfilment.values()).forEach(one -> keys.add("order.fulfilment." + one.code()));
        Arrays.stream(PaymentState.values()).forEach(one -> keys.add("attempt.state." + one.code()));
        Arrays.stream(CaptureMode.values()).forEach(one -> keys.add("attempt.capture." + one.code()));
        Arrays.stream(CaseState.values()).forEach(one -> keys.add("case.state." + one.code()));
        for (var kind : CaseKind.values()) {
            keys.add("case." + kind.code() + ".title");
            keys.add("case." + kind.code() + ".meaning");
            keys.add("action." + kind.proposedAction());
        }
        for (var act : CaseAct.values()) {
            keys.add("case.act." + act.code());
            keys.add("case.told." + act.code());
        }
        Stream.of("changed", "note", "card_number").forEach(one -> keys.add("case.told." + one));
        Stream.of(
                        "captured",
                        "verdict",
                        "quarantined",
                        "attempts",
                        "operation",
                        "cause",
                        "code",
                        "category",
                        "gateway",
                        "account",
                        "mark",
                        "type",
                        "state")
                .forEach(one -> keys.add("case.evidence." + one));
        Arrays.stream(Verdict.values()).forEach(one -> keys.add("case.evidence.verdict." + one.code()));
        Arrays.stream(Evidence.Source.values()).forEach(one -> keys.add("evidence.source." + one.code()));
        Stream.of("message", "message_ref", "proof", "happened", "received", "account", "object", "sha256")
                .forEach(one -> keys.add("evidence." + one));
        Arrays.stream(TimelineKind.values()).forEach(one -> keys.add("timeline." + one.code()));
        Arrays.stream(FactKind.values()).forEach(one -> {
            keys.add("timeline.fact." + one.code());
            keys.add("proof.fact." + one.code());
        });
        Arrays.stream(FactKind.Closing.values())
                .forEach(one -> keys.add("timeline.fact.checkout_closed." + one.qualifier()));
        Arrays.stream(FactKind.AuthorizationEnd.values())
                .forEach(one -> keys.add("timeline.fact.authorization_ended." + one.qualifier()));
        Arrays.stream(FactKind.Refund.values())
                .forEach(one -> keys.add("timeline.fact.refund_status." + one.qualifier()));
        Stream.of("customer", "merchant", "gateway", "mizan").forEach(one -> keys.add("timeline.actor." + one));
        DETAILS_OF_ENTRIES.forEach(one -> keys.add("timeline.detail." + one));
        detailsOfFacts().forEach(one -> keys.add("timeline.detail." + one));
        Stream.of("stated", "inferred").forEach(one -> keys.add("timeline.detail.basis." + one));
        HINTS.forEach(one -> keys.add("timeline.detail.hint." + one));
        RULES.forEach(one -> keys.add("timeline.detail.rule." + one));
        var causes = new TreeSet<>(CAUSES);
        for (var file : files(ADAPTERS, ".java")) {
            keys(file, ADAPTERS_CAUSE, causes);
        }
        causes.forEach(one -> keys.add("timeline.detail.cause." + one.replaceAll("[^A-Za-z0-9]+", "_")));
        Stream.of(LedgerAccount.clearing(Account.OURS), LedgerAccount.RECEIVABLE, LedgerAccount.SUSPENSE)
                .forEach(account -> keys.add("proof.account." + account.replaceFirst("/.*", "")));
        Arrays.stream(Violation.Field.values()).forEach(field -> keys.add("proof.field." + field.code()));
        Arrays.stream(Breach.values()).forEach(breach -> keys.add("proof.breach." + breach.code()));
        IntStream.of(1, 2, 4, 5, 6, 7, 9, 11, 13, 14).forEach(number -> keys.add("proof.invariant_" + number));
        Arrays.stream(Operation.values()).forEach(one -> keys.add("operation." + one.code()));
        Stream.of(
                        "authorization",
                        "capture",
                        "charge",
                        "checkout_session",
                        "confirmation",
                        "invoice",
                        "order",
                        "order_id",
                        "payment",
                        "payment_intent",
                        "payment_link",
                        "payment_returned",
                        "payment_vanished",
                        "pun",
                        "reference_number",
                        "refund",
                        "transaction",
                        "website_ref_no")
                .forEach(one -> keys.add("attempt.ref." + one));
        Stream.of("started", "disclosed", "returned", "superseded", "inquired", "inquiry_due", "pay_until")
                .forEach(one -> keys.add("attempt.stage." + one));
        Stream.of("catalogue", "merchant").forEach(one -> keys.add("sum.computed." + one));
        for (var problem : List.of("403", "404", "form", "fault", "other")) {
            keys.add("problem." + problem + ".title");
            keys.add("problem." + problem + ".sentence");
        }
        Arrays.stream(ChainFault.Kind.values()).forEach(kind -> keys.add("chains.fault." + kind.code()));
        Arrays.stream(Arrival.values()).forEach(arrival -> keys.add("webhooks.arrival." + arrival.code()));
        Arrays.stream(Diagnosis.values()).forEach(diagnosis -> {
            keys.add("webhooks.diagnosis." + diagnosis.code());
            keys.add("webhooks.diagnosis." + diagnosis.code() + ".cause");
            keys.add("webhooks.diagnosis." + diagnosis.code() + ".cure");
        });
        Stream.of("", ".cause", ".cure").forEach(part -> keys.add("webhooks.diagnosis.wrong_secret.over_id" + part));
        Stream.of(".cause", ".cure").forEach(part -> keys.add("webhooks.diagnosis.not_believed.over_id" + part));
        Stream.of("no", "refuses").forEach(one -> keys.add("webhooks.away." + one + ".cure"));
        Stream.of("outage", "turned_away").forEach(one -> keys.add("webhooks." + one + ".offered"));
        Stream.of("away", "refuses").forEach(one -> keys.add("gateway.offer." + one + ".offered"));
        Stream.of("expected", "last_good", "last_bad", "delays", "late", "stranded", "waiting", "failed", "dead")
                .forEach(one -> keys.add("webhooks.figure." + one));
        Stream.of(
                        "session_complete",
                        "invoice_paid",
                        "order_paid",
                        "order_completed",
                        "authorization_ended",
                        "authorized_amount_differs",
                        "retries_used_up")
                .forEach(one -> keys.add("timeline.refusal." + one));
        keys.add("timeline.command_done.made_here");
        keys.add("timeline.fact.checkout_opened.made_here");
        keys.add("timeline.command_retry." + FailureCategory.AUTHENTICATION.code());
        Arrays.stream(Matter.values()).forEach(matter -> {
            keys.add("attention." + matter.code());
            keys.add("attention." + matter.code() + ".sentence");
        });
        Arrays.stream(WebhookState.values()).forEach(state -> {
            keys.add("event.state." + state.code());
            keys.add("event.meaning." + state.code());
        });
        keys.add("event.meaning.foreign");
        REASONS.forEach(one -> keys.add("event.reason." + one.replaceAll("[^A-Za-z0-9]+", "_")));
        Stream.of("inquiry", "find_out", "return", "notice", "transaction", "unreadable")
                .forEach(one -> keys.add("evidence.message." + one));
        Stream.of("made_here", "own_call", "secret", "webhook_key", "certificate")
                .forEach(one -> keys.add("evidence.proof." + one));
        Stream.of("gateway", "account", "provider_id", "sent", "received", "worked", "due", "attempts", "reason")
                .forEach(one -> keys.add("event.detail." + one));
        Stream.of("fault", "proof", "sha256", "body", "way").forEach(one -> keys.add("event.detail." + one));
        Arrays.stream(ReplayEvents.Outcome.values())
                .forEach(one -> keys.add("event.told." + one.name().toLowerCase(Locale.ROOT)));
        Arrays.stream(ErasureState.values()).forEach(state -> keys.add("erasure.state." + state.code()));
        Stream.of("requested", "under_way", "reason", "card_number", "named", "approved", "rejected", "own", "too_late")
                .forEach(one -> keys.add("erasure.told." + one));
        Stream.of(Roles.SUPPORT, Roles.FINANCE, Roles.OPERATOR, Roles.ADMINISTRATOR)
                .forEach(role -> keys.add("role." + role));
        Stream.of("changed", "not_same", "too_short", "too_long", "common", "name")
                .forEach(one -> keys.add("password.told." + one));
        Stream.of("secret", "publishable").forEach(one -> keys.add("key.kind." + one));
        Scope.ALL.forEach(scope -> keys.add("key.scope." + scope.code()));
        Arrays.stream(ApprovalState.values()).forEach(state -> keys.add("approval.state." + state.code()));
        ExamplePages.ACTS_THAT_WAIT.forEach(act -> keys.add("approval.act." + act.code()));
        Stream.of(
                        "display_name",
                        "roles",
                        "name",
                        "kind",
                        "scopes",
                        "limits",
                        "origins",
                        "addresses",
                        "expires",
                        "overlap",
                        "fingerprint",
                        "key_name",
                        "as_environment")
                .forEach(one -> keys.add("approval.detail." + one));
        ObjectionSentences.texts().forEach(one -> keys.add("gateway.objection." + one));
        SETTINGS_OF_GATEWAYS.forEach(one -> keys.add("gateway.setting." + one));
        Stream.of("amounts", "countries", "callers").forEach(one -> keys.add("gateway.hint." + one));
        Arrays.stream(Source.values())
                .forEach(one -> keys.add("gateway.source." + one.name().toLowerCase(Locale.ROOT)));
        Arrays.stream(Phase.values())
                .forEach(one -> keys.add("gateway.secret." + one.name().toLowerCase(Locale.ROOT)));
        keys.add("gateway.secret.of_environment");
        Arrays.stream(Connection.values()).forEach(one -> keys.add("gateway.connection." + one.code()));
        Stream.of("capture", "void", "refund", "close").forEach(one -> keys.add("gateway.can." + one));
        Arrays.stream(GatewayProfile.Callbacks.values())
                .forEach(one -> keys.add("gateway.callbacks." + one.name().toLowerCase(Locale.ROOT)));
        Stream.of("approved", "rejected").forEach(one -> keys.add("approval.told." + one));
        Stream.of(
                        "username",
                        "display_name",
                        "roles",
                        "name_taken",
                        "card_number",
                        "unknown_person",
                        "disabled",
                        "no_authenticator",
                        "last_administrator",
                        "maker_gone",
                        "key",
                        "key_gone",
                        "key_replaced",
                        "gateway_unknown",
                        "gateway_setting_unknown",
                        "gateway_settings",
                        "gateway_account",
                        "gateway_needed",
                        "gateway_address",
                        "gateway_address_secrets",
                        "gateway_environment",
                        "too_much",
                        "gateway_secret_form",
                        "gateway_other_account",
                        "gateway_secret_name",
                        "gateway_secret_one",
                        "gateway_secret_same",
                        "gateway_secret_gone")
                .forEach(one -> keys.add("approval.refused." + one));
        for (var result : List.of("good", "running", "broken", "given_up")) {
            keys.add("chains.result." + result);
            keys.add("chains.result." + result + ".sentence");
        }
        return keys;
    }

    /** What adapters say beside a fact goes by these names. */
    private static List<String> detailsOfFacts() {
        return Arrays.stream(Fact.class.getFields())
                .filter(field -> field.getType() == String.class)
                .map(TextsTest::constant)
                .toList();
    }

    private static String constant(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }

    private static Properties texts(String language) throws IOException {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(
                        Messages.class.getResourceAsStream("/io/mizan/admin/messages_" + language + ".properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    private static void keys(Path file, Pattern pattern, Set<String> found) throws IOException {
        var matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
    }
}
