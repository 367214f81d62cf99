package io.mizan.admin.render;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.access.ApiKeyKind;
import io.mizan.access.ApiKeys.Listed;
import io.mizan.access.Scope;
import io.mizan.admin.access.AuthenticatorView;
import io.mizan.admin.access.ConfirmView;
import io.mizan.admin.access.RecoveryCodesView;
import io.mizan.admin.access.SetUpView;
import io.mizan.admin.access.SignInView;
import io.mizan.admin.account.AccountView;
import io.mizan.admin.approvals.ApprovalListView;
import io.mizan.admin.approvals.ApprovalView;
import io.mizan.admin.cases.CaseListView;
import io.mizan.admin.cases.CasePageView;
import io.mizan.admin.cases.CaseView;
import io.mizan.admin.chains.ChainsView;
import io.mizan.admin.chains.ChainsView.Check;
import io.mizan.admin.erasures.ErasureFormView;
import io.mizan.admin.erasures.ErasureListView;
import io.mizan.admin.erasures.ErasureView;
import io.mizan.admin.events.EventListView;
import io.mizan.admin.events.EventView;
import io.mizan.admin.events.EventWriter;
import io.mizan.admin.gateways.GatewayListView;
import io.mizan.admin.gateways.GatewayPageView;
import io.mizan.admin.gateways.GatewayWords;
import io.mizan.admin.keys.KeyListView;
import io.mizan.admin.keys.KeyView;
import io.mizan.admin.orders.ExampleOrders;
import io.mizan.admin.orders.OrderListView;
import io.mizan.admin.orders.ProofView;
import io.mizan.admin.orders.TimelineWords;
import io.mizan.admin.people.PeopleView;
import io.mizan.admin.people.PersonPageView;
import io.mizan.admin.people.PersonView;
import io.mizan.admin.start.Concern;
import io.mizan.admin.start.StartView;
import io.mizan.admin.webhooks.WebhooksView;
import io.mizan.approval.ApprovalSnapshot;
import io.mizan.approval.ApprovalState;
import io.mizan.approval.Wish;
import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.attention.Attention;
import io.mizan.attention.Matter;
import io.mizan.cardtesting.KeyStop;
import io.mizan.casework.CaseAct;
import io.mizan.casework.CaseKind;
import io.mizan.casework.CaseSnapshot;
import io.mizan.casework.CaseState;
import io.mizan.chain.ChainChecks.ChainCheck;
import io.mizan.chain.ChainFault;
import io.mizan.erasure.ErasureSnapshot;
import io.mizan.erasure.ErasureState;
import io.mizan.explanation.ExplanationTexts;
import io.mizan.fact.Evidence;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Connection;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayProfile;
import io.mizan.gateway.Operation;
import io.mizan.gatewayaccount.GatewayAccount;
import io.mizan.gatewayaccount.GatewayAccount.SecretInUse;
import io.mizan.gatewayaccount.GatewayAccount.SecretInUse.Phase;
import io.mizan.gatewayaccount.GatewayAccount.SettingInUse;
import io.mizan.gatewayaccount.GatewayAccount.Source;
import io.mizan.gatewayaccount.GatewayAccounts;
import io.mizan.id.ApprovalId;
import io.mizan.id.CaseId;
import io.mizan.id.ErasureId;
import io.mizan.id.EventId;
import io.mizan.id.OrderId;
import io.mizan.inbox.WebhookEvent;
import io.mizan.inbox.WebhookState;
import io.mizan.intake.Changes;
import io.mizan.money.Money;
import io.mizan.order.Fulfilment;
import io.mizan.order.OrderStatus;
import io.mizan.outage.Outage;
import io.mizan.replay.ReplayEvents;
import io.mizan.staff.Roles;
import io.mizan.staff.Staff.Person;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffMember;
import io.mizan.timeline.TimelineEntry;
import io.mizan.timeline.TimelineKind;
import io.mizan.webhookhealth.Arrival;
import io.mizan.webhookhealth.Diagnosis;
import io.mizan.webhookhealth.Health;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page with example records, in both languages. They stay in {@code target/pages} to be looked at. */
class PagesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private static final Outage AWAY = new Outage(NOW.minusSeconds(90), NOW.plusSeconds(30), Outage.Cause.UNANSWERED);
    private static final Path MAIN = Path.of("src/main");
    private static final List<StaffAct> ACTS = List.of(
            StaffAct.PERSON_ADDED,
            StaffAct.PERSON_ROLES_CHANGED,
            StaffAct.PERSON_DISABLED,
            StaffAct.PERSON_ENABLED,
            StaffAct.PERSON_SET_UP_RENEWED,
            StaffAct.PERSON_AUTHENTICATOR_RESET,
            StaffAct.KEY_MADE,
            StaffAct.KEY_ROTATED,
            StaffAct.GATEWAY_CHANGED,
            StaffAct.GATEWAY_SECRET_ENTERED,
            StaffAct.GATEWAY_SECRET_REMOVED);
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
    private static final Templates TEMPLATES = new Templates("");

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_page_renders_in_both_languages(Language language) throws IOException {
        for (var page : pages(language).entrySet()) {
            var html = render(page.getKey(), page.getValue(), language);

            assertThat(html).as(page.getKey()).contains("<html lang=\"" + language.code() + "\"");
            assertThat(html).as(page.getKey()).doesNotContain(" th:", "??", "{0}", "Optional[");
        }
    }

    @Test
    void every_template_of_a_page_is_among_them() throws IOException {
        try (var templates = Files.list(MAIN.resolve("resources/templates"))) {
            var pages = templates
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .map(name -> name.replace(".html", ""))
                    .collect(Collectors.toSet());

            assertThat(pages(Language.ENGLISH).keySet().stream().map(PagesTest::templateOf))
                    .containsAll(pages);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_page_needs_what_its_security_policy_forbids(Language language) throws IOException {
        for (var page : pages(language).entrySet()) {
            var html = render(page.getKey(), page.getValue(), language);

            assertThat(html)
                    .as(page.getKey())
                    .doesNotContain("<script", "<style", " style=", "javascript:")
                    .doesNotContainPattern(" on[a-z]+=");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_form_that_posts_carries_the_token(Language language) throws IOException {
        for (var page : pages(language).entrySet()) {
            var html = render(page.getKey(), page.getValue(), language);
            var forms = html.split("<form ", -1);

            for (int i = 1; i < forms.length; i++) {
                assertThat(forms[i]).as(page.getKey()).contains("method=\"post\"", "value=\"example-token\"");
            }
        }
    }

    @Test
    void what_people_wrote_is_shown_and_never_run() throws IOException {
        var view =
                new OrderListView(true, "<img src=x onerror=alert(1)>", List.of(), List.of(), Optional.empty(), true);

        var html = render("orders-hostile", view, Language.ENGLISH);

        assertThat(html).contains("&lt;img src=x").doesNotContain("<img");
    }

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
    private static Set<String> composed() {
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
        Arrays.stream(FactKind.values()).forEach(one -> keys.add("timeline.fact." + one.code()));
        Arrays.stream(FactKind.Closing.values())
                .forEach(one -> keys.add("timeline.fact.checkout_closed." + one.qualifier()));
        Arrays.stream(FactKind.AuthorizationEnd.values())
                .forEach(one -> keys.add("timeline.fact.authorization_ended." + one.qualifier()));
        Arrays.stream(FactKind.Refund.values())
                .forEach(one -> keys.add("timeline.fact.refund_status." + one.qualifier()));
        Stream.of("customer", "merchant", "gateway", "mizan").forEach(one -> keys.add("timeline.actor." + one));
        Arrays.stream(Operation.values()).forEach(one -> keys.add("operation." + one.code()));
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
        Stream.of("expected", "last_good", "last_bad", "delays", "late", "stranded", "waiting", "failed", "dead")
                .forEach(one -> keys.add("webhooks.figure." + one));
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
        ACTS.forEach(act -> keys.add("approval.act." + act.code()));
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

    private static Map<String, Object> pages(Language language) {
        var words = new Words(language, NOW);
        var pages = new LinkedHashMap<String, Object>();
        pages.put("signin", new SignInView(Optional.empty()));
        pages.put("signin-refused", new SignInView(Optional.of(words.text("signin.refused"))));
        pages.put("problem", new ProblemView(words.text("problem.404.title"), words.text("problem.404.sentence")));
        pages.put("orders", orders(words));
        pages.put("orders-none", new OrderListView(true, "INV-0", List.of(), List.of(), Optional.empty(), true));
        pages.put("cases", cases(words));
        pages.put("case", oneCase(words));
        pages.put("cases-none", new CaseListView(List.of(), List.of(), Optional.empty(), true));
        pages.put("chains-none", new ChainsView(Optional.empty(), Optional.empty()));
        pages.put("chains-running", chains(words, Optional.empty(), List.of()));
        pages.put("chains-good", chains(words, Optional.of(NOW.minusSeconds(60)), List.of()));
        pages.put(
                "chains-broken",
                chains(
                        words,
                        Optional.of(NOW.minusSeconds(60)),
                        Arrays.stream(ChainFault.Kind.values())
                                .map(kind -> new ChainFault(
                                        kind,
                                        kind.code().startsWith("anchor") ? "anchor" : "ord_01k2qgy0000000000000000001",
                                        3))
                                .toList()));
        pages.put("start", start(words));
        pages.put("webhooks", webhooks(words));
        pages.put("start-none", new StartView(List.of()));
        pages.put("events", events(words));
        pages.put("events-none", new EventListView(List.of(), List.of(), Optional.empty(), true));
        pages.put("event", event(words));
        pages.put(
                "proof",
                new ProofView(
                        "ord_01k2",
                        "INV-2026-0417",
                        new Badge(words.text("proof.proven"), Tone.GOOD),
                        words.text("proof.proven.sentence"),
                        List.of()));
        pages.put("erasure", new ErasureFormView("ord_01k2", "INV-2026-0417", words.text("erasure.others", 2)));
        pages.put("erasures", erasures(words));
        pages.put("erasures-none", new ErasureListView(List.of()));
        pages.put("confirm", new ConfirmView("/admin/people/amal/disable", List.of(), true, Optional.empty()));
        pages.put(
                "confirm-refused",
                new ConfirmView(
                        "/admin/keys",
                        List.of(new ConfirmView.Field("name", "Shop")),
                        false,
                        Optional.of(words.text("confirm.wrong"))));
        pages.put("second_factor", new SignInView(Optional.of(words.text("factor.wrong"))));
        pages.put("authenticator-before", new AuthenticatorView(true, Optional.empty(), Optional.empty()));
        pages.put(
                "authenticator",
                new AuthenticatorView(
                        false,
                        Optional.of(AuthenticatorView.Secret.of(
                                "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP",
                                "otpauth://totp/Mizan:sara?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Mizan")),
                        Optional.of(words.text("factor.wrong"))));
        pages.put("recovery_codes", new RecoveryCodesView(List.of("abcd-efgh-jkmn", "pqrs-tuvw-xyz2")));
        pages.put("account", account(true, words));
        pages.put("account-bare", account(false, words));
        pages.put("set_up", new SetUpView("token", "amal", "Amal", true, Optional.of(words.text("setup.wrong"))));
        pages.put(
                "shown_once",
                new ShownOnce(
                        "people",
                        words.text("setup.link.title", "amal"),
                        words.text("setup.link"),
                        "https://pay.example/admin/set-up/3q2-7w",
                        Optional.of(words.text("setup.link.waits"))));
        pages.put("people", new PeopleView(people(words), people(words).get(0).choices(), true));
        pages.put("person", new PersonPageView(people(words).get(0), List.of("192.0.2.7"), true));
        pages.put("person-disabled", new PersonPageView(people(words).get(2), List.of(), false));
        pages.put("keys", keys(words));
        pages.put("gateways", gateways(words));
        pages.put("gateway", GatewayPageView.of(usedGateway(), Optional.empty(), 2, true, true, words));
        pages.put("gateway-locked", GatewayPageView.of(usedGateway(), Optional.of(AWAY), 2, false, false, words));
        pages.put("gateway-faulty", GatewayPageView.of(faultyGateway(), Optional.empty(), 2, true, false, words));
        pages.put("approvals", approvals(words));
        pages.put("approvals-none", new ApprovalListView(List.of()));
        ExampleOrders.views(language).forEach((name, view) -> pages.put("order-" + name, view));
        return pages;
    }

    private static AccountView account(boolean authenticator, Words words) {
        return new AccountView(
                "sara",
                words.text("role.support"),
                authenticator,
                words.text("recovery.left", 9),
                List.of(
                        new AccountView.Session("192.0.2.7", words.moment(NOW.minusSeconds(60)), true),
                        new AccountView.Session("2001:db8::7", words.moment(NOW.minusSeconds(9000)), !authenticator)));
    }

    private static List<PersonView> people(Words words) {
        return Stream.of(
                        new Person(member("amal", Roles.ADMINISTRATOR), false, true, true, Optional.of(NOW)),
                        new Person(member("badr", Roles.SUPPORT), false, false, false, Optional.empty()),
                        new Person(member("carim", Roles.FINANCE), true, true, false, Optional.empty()))
                .map(person -> PersonView.of(person, words))
                .toList();
    }

    private static StaffMember member(String name, String role) {
        return new StaffMember(new UUID(0, name.hashCode()), name, "Someone called " + name, Set.of(role));
    }

    private static KeyListView keys(Words words) {
        var works = new Listed(
                new UUID(0, 21),
                ApiKeyKind.SECRET,
                "The shop's server",
                "sk_live_4fKe",
                Set.of(Scope.READ, Scope.ORDERS),
                List.of("https://shop.example"),
                List.of(Money.ofMinor(500_000, "QAR")),
                List.of("192.0.2.0/24", "2001:db8::/32"),
                Optional.of("amal"),
                NOW.minusSeconds(90000),
                Optional.of(NOW.plusSeconds(9000000)),
                false,
                Optional.of(NOW.minusSeconds(60)));
        var revoked = new Listed(
                new UUID(0, 22),
                ApiKeyKind.PUBLISHABLE,
                "Checkout page",
                "pk_live_9xQz",
                Scope.ALL,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                NOW.minusSeconds(990000),
                Optional.empty(),
                true,
                Optional.empty());
        var stop = new KeyStop(works.id(), NOW.minusSeconds(60), NOW.plusSeconds(840), 19, 20);
        return new KeyListView(
                List.of(
                        KeyView.of(works, Optional.of(stop), NOW, words),
                        KeyView.of(revoked, Optional.empty(), NOW, words)),
                KeyListView.choices(words),
                words.text("key.mode.live"),
                true,
                true);
    }

    private static ApprovalListView approvals(Words words) {
        var states = List.of(ApprovalState.values());
        var views = new ArrayList<ApprovalView>();
        for (var act : ACTS) {
            var state = states.get(views.size() % states.size());
            boolean decided = state == ApprovalState.APPROVED || state == ApprovalState.REJECTED;
            views.add(ApprovalView.of(
                    new ApprovalSnapshot(
                            new ApprovalId(new UUID(0x019aa5c0_7000_7000L, 0x8000000000000004L)),
                            new Wish(
                                    act.code(),
                                    "carim",
                                    Map.of("roles", "finance,support", "display_name", "Carim", "token_hash", "0a1b")),
                            state,
                            new UUID(0, 7),
                            "amal",
                            NOW.minusSeconds(7200),
                            NOW.plusSeconds(90000),
                            decided ? Optional.of("badr") : Optional.empty(),
                            decided ? Optional.of(NOW) : Optional.empty()),
                    views.size() > 4,
                    Optional.empty(),
                    words));
        }
        views.add(ApprovalView.of(
                waiting(new Wish(
                        StaffAct.GATEWAY_CHANGED.code(),
                        "stripe",
                        Map.of("amounts", "", "callers", "192.0.2.0/24", "offered", "false", "place", "2"))),
                false,
                Optional.of(usedGateway()),
                words));
        return new ApprovalListView(views);
    }

    private static ApprovalSnapshot waiting(Wish wish) {
        return new ApprovalSnapshot(
                new ApprovalId(new UUID(0x019aa5c0_7000_7000L, 0x8000000000000005L)),
                wish,
                ApprovalState.WAITING,
                new UUID(0, 7),
                "amal",
                NOW.minusSeconds(7200),
                NOW.plusSeconds(90000),
                Optional.empty(),
                Optional.empty());
    }

    private static GatewayListView gateways(Words words) {
        var texts = new GatewayWords(words);
        return new GatewayListView(
                List.of(
                        GatewayListView.Row.of(
                                usedGateway(),
                                Optional.of(
                                        new Outage(NOW.minusSeconds(90), NOW.plusSeconds(30), Outage.Cause.UNANSWERED)),
                                Optional.of(words.moment(NOW)),
                                texts),
                        GatewayListView.Row.of(faultyGateway(), Optional.empty(), Optional.empty(), texts)),
                true);
    }

    private static GatewayAccount usedGateway() {
        var entry = new GatewayAccount.Entry("amal", NOW.minusSeconds(3600));
        return new GatewayAccount(
                new GatewayName("stripe"),
                "Stripe",
                1,
                true,
                Optional.empty(),
                true,
                Optional.empty(),
                List.of(
                        new SettingInUse("offered", "true", Source.ENTERED, Optional.of(entry)),
                        new SettingInUse("amounts", "QAR:10.00-5000.00,USD", Source.ENTERED, Optional.of(entry)),
                        new SettingInUse("countries", "", Source.BUILT_IN, Optional.empty()),
                        new SettingInUse("account", "acct_1", Source.ENVIRONMENT, Optional.empty())),
                List.of(
                        new SecretInUse(
                                "webhook.secrets",
                                Optional.of(new SecretInUse.Key("webhook.key.id", Optional.empty())),
                                true,
                                Source.ENTERED,
                                List.of(
                                        new SecretInUse.Version(
                                                Optional.of("key_1"),
                                                "3f9a1c07",
                                                Phase.ACTIVE,
                                                false,
                                                entry,
                                                Optional.empty()),
                                        new SecretInUse.Version(
                                                Optional.empty(),
                                                "0badcafe",
                                                Phase.RETIRING,
                                                true,
                                                entry,
                                                Optional.of(NOW.plusSeconds(3600))))),
                        new SecretInUse("secret.key", Optional.empty(), false, Source.ENVIRONMENT, List.of())));
    }

    private static GatewayAccount faultyGateway() {
        return new GatewayAccount(
                new GatewayName("square"),
                "Square",
                2,
                false,
                Optional.empty(),
                false,
                Optional.of(new GatewayAccounts.Fault("0193", "the access token is missing")),
                List.of(),
                List.of());
    }

    private static WebhooksView webhooks(Words words) {
        var second = Duration.ofSeconds(1);
        var health = new Health(
                new GatewayName("stripe"),
                false,
                Map.of(
                        Arrival.STORED, new Health.Arrivals(1204, NOW.minusSeconds(40)),
                        Arrival.DUPLICATE, new Health.Arrivals(12, NOW.minusSeconds(400)),
                        Arrival.FORGED_MISMATCH, new Health.Arrivals(3, NOW.minusSeconds(4000))),
                417,
                416,
                0,
                Optional.of(new Health.Delays(second, second.multipliedBy(3), second.multipliedBy(9))),
                2,
                1,
                0,
                0,
                0);
        return new WebhooksView(List.of(WebhooksView.of(
                "Stripe",
                health,
                Optional.of(new Outage(NOW.minusSeconds(90), NOW.plusSeconds(20), Outage.Cause.TURNED_AWAY)),
                words)));
    }

    private static StartView start(Words words) {
        var found = Arrays.stream(Matter.values()).collect(Collectors.toMap(matter -> matter, matter -> 3));
        found.put(Matter.CASES_OPEN, Attention.MOST);
        return new Concern(true, true, Map.of("Square", "the access token is missing"), words).view(found);
    }

    private static EventListView events(Words words) {
        var filters = Arrays.stream(WebhookState.values())
                .map(state -> new OrderListView.Filter(
                        words.text("event.state." + state.code()), "?state=" + state.code(), false))
                .toList();
        var lines = Arrays.stream(WebhookState.values())
                .map(state -> writer(words).line(event(state)))
                .toList();
        return new EventListView(filters, lines, Optional.of("?after=evt_1"), true);
    }

    private static EventView event(Words words) {
        var told = new TimelineEntry(
                1,
                NOW,
                "order_status_changed",
                "mizan",
                Optional.empty(),
                Optional.empty(),
                Map.of("from", "pending", "to", "paid"));
        return writer(words)
                .view(
                        event(WebhookState.DEAD),
                        Optional.of(new ReplayEvents.Preview.Told(
                                new OrderId(new UUID(0x019aa5c0_7000_7000L, 0x8000000000000001L)),
                                new Changes(List.of(told), List.of(Operation.CAPTURE)))));
    }

    private static EventWriter writer(Words words) {
        var texts = new ExplanationTexts(Locale.ENGLISH, GatewayName::value);
        return new EventWriter(words, new TimelineWords(words, texts, GatewayName::value));
    }

    private static WebhookEvent event(WebhookState state) {
        return new WebhookEvent(
                new EventId(new UUID(0x019aa5c0_7000_7000L, 0x8000000000000004L)),
                new GatewayName("stripe"),
                "stripe/acct_demo/sandbox",
                "evt_1RESI0HC",
                "checkout.session.completed",
                "whsec fingerprint 1a2b3c4d",
                "8cc98db81929d7e6b37940ec23d73ec0a6011e3b7c11b37f71eda9cb9baea2c7",
                state,
                state == WebhookState.WAITING ? Optional.of("order_unknown") : Optional.empty(),
                state == WebhookState.PROCESSED
                        ? Optional.of(new OrderId(new UUID(0x019aa5c0_7000_7000L, 0x8000000000000001L)))
                        : Optional.empty(),
                Optional.empty(),
                Optional.of(NOW.minusSeconds(70)),
                NOW.minusSeconds(60),
                state == WebhookState.PROCESSED ? Optional.of(NOW.minusSeconds(59)) : Optional.empty(),
                state == WebhookState.DEAD ? 10 : 1,
                state == WebhookState.DEAD ? Optional.of("IllegalStateException") : Optional.empty(),
                Optional.empty(),
                true);
    }

    private static ErasureListView erasures(Words words) {
        var states = List.of(ErasureState.values());
        return new ErasureListView(Stream.concat(
                        states.stream().map(state -> erasure(state, false, words)),
                        Stream.of(erasure(ErasureState.AWAITING_APPROVAL, true, words)))
                .toList());
    }

    private static ErasureView erasure(ErasureState state, boolean own, Words words) {
        boolean decided = state != ErasureState.AWAITING_APPROVAL && state != ErasureState.EXPIRED;
        return ErasureView.of(
                new ErasureSnapshot(
                        new ErasureId(new UUID(0x019aa5c0_7000_7000L, 0x8000000000000003L)),
                        new OrderId(new UUID(0x019aa5c0_7000_7000L, 0x8000000000000001L)),
                        "Asked in writing, letter of 3 November.",
                        state,
                        new UUID(0, 7),
                        "sara",
                        NOW.minusSeconds(7200),
                        state == ErasureState.AWAITING_APPROVAL
                                ? Optional.of(NOW.plusSeconds(252_000))
                                : Optional.empty(),
                        decided ? Optional.of("adam") : Optional.empty(),
                        decided ? Optional.of(NOW.minusSeconds(600)) : Optional.empty(),
                        state == ErasureState.DONE ? Optional.of(NOW.minusSeconds(590)) : Optional.empty(),
                        state == ErasureState.DONE ? 3 : 0),
                own,
                words);
    }

    private static ChainsView chains(Words words, Optional<Instant> finished, List<ChainFault> faults) {
        var check = new ChainCheck(
                new UUID(0, 1),
                "staff:omar",
                NOW.minusSeconds(90),
                finished,
                false,
                1204,
                4,
                87,
                1204,
                9310,
                faults.size(),
                faults);
        return new ChainsView(Optional.of("87"), Optional.of(Check.of(check, words)));
    }

    private static OrderListView orders(Words words) {
        var badges = new Badges(words);
        var statuses = List.of(OrderStatus.values());
        var lines = new ArrayList<OrderListView.Line>();
        var amounts = List.of("QAR 250.00", "KWD 18.750", "JPY 12400", "USD 1,099.00".replace(",", ""), "QAR 64.50");
        for (int i = 0; i < 11; i++) {
            var status = statuses.get((i * 2 + 3) % statuses.size());
            lines.add(new OrderListView.Line(
                    new OrderId(new UUID(0x019aa5c0_7000_7000L + ((long) i << 20), 0x8000000000000000L | i)).toString(),
                    "INV-2026-04" + (29 - i),
                    amounts.get(i % amounts.size()),
                    badges.of(status),
                    badges.of(status == OrderStatus.PAID ? Fulfilment.FULFILLED : Fulfilment.UNFULFILLED),
                    words.moment(NOW.minusSeconds(90L + 700L * i * i)),
                    i == 4 ? Optional.of(words.text("orders.attention")) : Optional.empty()));
        }
        var filters = Stream.concat(
                        Stream.of(
                                new OrderListView.Filter(words.text("orders.filter.all"), "", true),
                                new OrderListView.Filter(
                                        words.text("orders.filter.attention"), "?attention=true", false)),
                        Arrays.stream(OrderStatus.values())
                                .map(status -> new OrderListView.Filter(
                                        words.text("order.status." + status.code()),
                                        "?status=" + status.code(),
                                        false)))
                .toList();
        return new OrderListView(false, "", filters, lines, Optional.of("?after=ord_1"), true);
    }

    private static CaseListView cases(Words words) {
        var views = new ArrayList<CaseView>();
        for (var kind : CaseKind.values()) {
            var order = EnumSet.of(
                                    CaseKind.UNMATCHED_EVENT,
                                    CaseKind.DEAD_EVENT,
                                    CaseKind.UNLISTED_CODE,
                                    CaseKind.CREDENTIALS_REFUSED,
                                    CaseKind.GATEWAY_MISSING)
                            .contains(kind)
                    ? Optional.<OrderId>empty()
                    : Optional.of(new OrderId(new UUID(0x019aa5c0_7000_7000L, 0x8000000000000001L)));
            views.add(CaseView.of(
                    new CaseSnapshot(
                            new CaseId(new UUID(0x019aa5c0_7000_7000L, 0x8000000000000002L)),
                            kind,
                            CaseState.OPEN,
                            kind != CaseKind.CONFLICTING_FACTS,
                            "evt_01k2",
                            order,
                            Optional.empty(),
                            kind.proposedAction(),
                            Map.of("captured", "QAR 200.00", "verdict", "underpaid"),
                            NOW.minusSeconds(7200L * (views.size() + 1)),
                            Optional.empty(),
                            Optional.empty(),
                            0),
                    words));
        }
        var filters = Arrays.stream(CaseState.values())
                .map(state -> new CaseListView.Filter(
                        words.text("case.state." + state.code()), "?state=" + state.code(), state == CaseState.OPEN))
                .toList();
        return new CaseListView(filters, views, Optional.empty(), true);
    }

    private static CasePageView oneCase(Words words) {
        return new CasePageView(
                cases(words).cases().get(1),
                false,
                false,
                true,
                List.of(
                        new CasePageView.Entry(
                                "sara",
                                words.text("case.act.taken"),
                                words.moment(NOW.minusSeconds(3000)),
                                Optional.empty()),
                        new CasePageView.Entry(
                                "sara",
                                words.text("case.act.commented"),
                                words.moment(NOW.minusSeconds(600)),
                                Optional.of("The merchant keeps the first payment and refunds the second."))));
    }

    /** A page is named after its template, and what follows a hyphen tells pages of one template apart. */
    private static String templateOf(String name) {
        return name.replaceFirst("-.*", "").replace('_', '-');
    }

    private static String render(String name, Object view, Language language) throws IOException {
        var template = templateOf(name);
        boolean signedIn = !template.equals("signin");
        var frame = new Frame(
                language,
                signedIn ? Optional.of("Sara Support") : Optional.empty(),
                true,
                true,
                true,
                "/admin/orders",
                name.equals("order-unknown")
                        ? Optional.of(Messages.in(language).text("inquiry.requested", "Stripe"))
                        : Optional.empty(),
                "_csrf",
                "example-token");
        var out = new StringWriter();
        TEMPLATES.render(template, language.locale(), Map.of("page", view, "frame", frame), out);
        var html = out.toString();
        var folder = Files.createDirectories(Path.of("target/pages", language.code()));
        Files.writeString(folder.resolve(name + ".html"), html);
        return html;
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
