package io.mizan.admin.render;

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
import io.mizan.attention.Attention;
import io.mizan.attention.Matter;
import io.mizan.cardtesting.KeyStop;
import io.mizan.casework.CaseKind;
import io.mizan.casework.CaseSnapshot;
import io.mizan.casework.CaseState;
import io.mizan.chain.ChainChecks.ChainCheck;
import io.mizan.chain.ChainFault;
import io.mizan.erasure.ErasureSnapshot;
import io.mizan.erasure.ErasureState;
import io.mizan.explanation.ExplanationTexts;
import io.mizan.gateway.GatewayName;
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
import io.mizan.webhookhealth.Arrival;
import io.mizan.webhookhealth.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Example records for every page of the portal. */
final class ExamplePages {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private static final Outage AWAY = new Outage(NOW.minusSeconds(90), NOW.plusSeconds(30), Outage.Cause.UNANSWERED);

    /** What may need a second person. */
    static final List<StaffAct> ACTS_THAT_WAIT = List.of(
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

    private ExamplePages() {}

    /** By their names: a template, and behind a hyphen what tells several pages of it apart. */
    static Map<String, Object> in(Language language) {
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
        for (var act : ACTS_THAT_WAIT) {
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
                    GatewayName::value,
                    words));
        }
        views.add(ApprovalView.of(
                waiting(new Wish(
                        StaffAct.GATEWAY_CHANGED.code(),
                        "stripe",
                        Map.of("amounts", "", "callers", "192.0.2.0/24", "offered", "false", "place", "2"))),
                false,
                Optional.of(usedGateway()),
                GatewayName::value,
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
                false,
                false,
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
        return new EventWriter(words, new TimelineWords(words, texts, GatewayName::value), GatewayName::value);
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
                    badges.of(status, Money.ofMinor(25_000, "QAR"), Money.ofMinor(20_000, "QAR")),
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
                    words,
                    name -> "Stripe"));
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
}
