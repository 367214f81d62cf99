package io.mizan.web.config;

import io.mizan.access.AddressRange;
import io.mizan.access.KeyText;
import io.mizan.access.Mode;
import io.mizan.access.Origin;
import io.mizan.cardtesting.CardTestingSettings;
import io.mizan.checkout.CheckoutSettings;
import io.mizan.dispatch.DispatchSettings;
import io.mizan.erasure.RetentionSettings;
import io.mizan.gateway.AdapterFactory;
import io.mizan.gatewayaccount.Assembly;
import io.mizan.gatewayaccount.FollowSettings;
import io.mizan.gatewayaccount.GatewayEnvironment;
import io.mizan.intake.InboxSettings;
import io.mizan.order.OrderSettings;
import io.mizan.outage.BreakerSettings;
import io.mizan.reconciliation.ReconciliationSettings;
import io.mizan.secrets.MasterKey;
import io.mizan.staff.FirstAdministratorSettings;
import io.mizan.staff.StaffSettings;
import io.mizan.web.demo.DemoSettings;
import io.mizan.web.http.AddressList;
import io.mizan.web.http.Proxies;
import io.mizan.web.sandbox.SandboxSettings;
import io.mizan.web.start.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;

/**
 * All settings of this deployment, read once. What is wrong is collected and told together: a setting that could not be
 * read is absent here, and the system does not start.
 */
@ApplicationScoped
class Configuration {
    private static final List<String> DEMO_ROLES = List.of("support", "finance", "operator", "administrator");

    private static final Duration ANY_TIME = Duration.ofDays(1);
    private static final Duration BEYOND_A_CALL = Duration.ofSeconds(10);

    private final Config config;
    private final List<Refusal> refusals = new ArrayList<>();
    private Mode mode;
    private MasterKey masterKey;
    private List<MasterKey> previousMasterKeys;
    private GatewayEnvironment gatewayEnvironment;
    private FollowSettings follow;
    private List<AdapterFactory.Adapter> adapters;
    private CheckoutSettings checkout;
    private CardTestingSettings cardTesting;
    private OrderSettings orders;
    private DispatchSettings dispatch;
    private BreakerSettings breaker;
    private InboxSettings inbox;
    private ReconciliationSettings reconciliation;
    private RetentionSettings retention;
    private StaffSettings staff;
    private FirstAdministratorSettings firstAdministrator;
    private Proxies proxies;
    private AddressList privateAddresses;
    private SandboxSettings sandbox;
    private DemoSettings demo;

    /** For the proxy of the container only. */
    protected Configuration() {
        this.config = null;
    }

    @Inject
    Configuration(Config config, Clock clock) {
        this.config = config;
        mode = read("mode", "Set MIZAN_MODE to sandbox or live.", this::readMode);
        masterKey = read(
                "master_key",
                "Set MIZAN_MASTER_KEY, or MIZAN_MASTER_KEY_FILE to a file, with 32 random bytes in base64.",
                this::readMasterKey);
        previousMasterKeys = read(
                "master_key_previous",
                "Correct MIZAN_MASTER_KEY_PREVIOUS: files with keys of before, each 32 bytes in base64.",
                () -> list("mizan.master.key.previous").stream()
                        .map(file -> masterKey(contentOf(file)))
                        .toList());
        checkout = read("public_url", "Set MIZAN_PUBLIC_URL to where customers reach this server.", this::readCheckout);
        var assembly = new Assembly(gatewayEnvironment(clock, ANY_TIME));
        adapters = assembly.inOrder(AdapterFactory.all()).stream()
                .flatMap(provider -> adapter(assembly, provider).stream())
                .toList();
        cardTesting = read("card_testing", "Correct the MIZAN_CARD_TESTING_ settings.", this::readCardTesting);
        orders = read("orders", "Correct the MIZAN_ORDER_ settings.", this::readOrders);
        dispatch = read("dispatch", "Correct the MIZAN_DISPATCH_ settings.", this::readDispatch);
        breaker = read("breaker", "Correct the MIZAN_BREAKER_ settings.", this::readBreaker);
        inbox = read("inbox", "Correct the MIZAN_INBOX_ settings.", this::readInbox);
        reconciliation =
                read("reconciliation", "Correct the MIZAN_RECONCILIATION_ settings.", this::readReconciliation);
        gatewayEnvironment = gatewayEnvironment(clock, mostCallBudget());
        follow = read(
                "gateways",
                "Correct MIZAN_GATEWAYS_LOOK_EVERY.",
                () -> new FollowSettings(duration("mizan.gateways.look.every", FollowSettings.DEFAULT.every())));
        retention = read("retention", "Correct the MIZAN_RETENTION_ settings.", this::readRetention);
        staff = read("staff", "Correct the MIZAN_STAFF_ settings.", this::readStaff);
        firstAdministrator = read("bootstrap", "Correct the MIZAN_BOOTSTRAP_ settings.", this::readFirstAdministrator);
        proxies = new Proxies(Set.copyOf(list("mizan.proxies")));
        sandbox = read("sandbox", "Correct the MIZAN_SANDBOX_ settings.", this::readSandbox);
        privateAddresses = read(
                "private_addresses",
                "Correct MIZAN_PRIVATE_ADDRESSES.",
                () -> new AddressList(list("mizan.private.addresses").stream()
                        .map(Configuration::range)
                        .toList()));
        demo = read("demo", "Correct the MIZAN_DEMO_ settings.", this::readDemo);
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    Mode mode() {
        return mode;
    }

    MasterKey masterKey() {
        return masterKey;
    }

    /** Keys with which what was sealed before is still opened. */
    List<MasterKey> previousMasterKeys() {
        return previousMasterKeys;
    }

    GatewayEnvironment gatewayEnvironment() {
        return gatewayEnvironment;
    }

    FollowSettings follow() {
        return follow;
    }

    CheckoutSettings checkout() {
        return checkout;
    }

    CardTestingSettings cardTesting() {
        return cardTesting;
    }

    OrderSettings orders() {
        return orders;
    }

    DispatchSettings dispatch() {
        return dispatch;
    }

    BreakerSettings breaker() {
        return breaker;
    }

    InboxSettings inbox() {
        return inbox;
    }

    ReconciliationSettings reconciliation() {
        return reconciliation;
    }

    RetentionSettings retention() {
        return retention;
    }

    FirstAdministratorSettings firstAdministrator() {
        return firstAdministrator;
    }

    StaffSettings staff() {
        return staff;
    }

    Proxies proxies() {
        return proxies;
    }

    AddressList privateAddresses() {
        return privateAddresses;
    }

    SandboxSettings sandbox() {
        return sandbox;
    }

    DemoSettings demo() {
        return demo;
    }

    private <T> T read(String code, String cure, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException fault) {
            // The sentences of our own settings records quote no secret; others are not told.
            var why = fault instanceof IllegalArgumentException ? fault.getMessage() + ". " : "";
            refusals.add(new Refusal(code, why + cure));
            return null;
        }
    }

    private Mode readMode() {
        return switch (text("mizan.mode").orElse("sandbox")) {
            case "sandbox" -> Mode.SANDBOX;
            case "live" -> Mode.LIVE;
            default -> throw new IllegalArgumentException("There are two modes, sandbox and live");
        };
    }

    private MasterKey readMasterKey() {
        var encoded = text("mizan.master.key")
                .or(() -> text("mizan.master.key.file").map(Configuration::contentOf))
                .orElseThrow(() -> new IllegalArgumentException("The master key is missing"));
        return masterKey(encoded);
    }

    private static MasterKey masterKey(String encoded) {
        try {
            return MasterKey.of(Base64.getDecoder().decode(encoded.strip()));
        } catch (IllegalArgumentException notOne) {
            throw new IllegalArgumentException("The master key is not 32 bytes in base64", notOne);
        }
    }

    private static String contentOf(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The file " + file + " cannot be read", unreadable);
        }
    }

    private CheckoutSettings readCheckout() {
        var url = text("mizan.public.url")
                .orElseThrow(() -> new IllegalArgumentException("The public address is missing"));
        var defaults = CheckoutSettings.at(URI.create(url));
        if (mode == Mode.LIVE && !url.startsWith("https://")) {
            throw new IllegalArgumentException("In live mode the public address begins with https");
        }
        return new CheckoutSettings(
                defaults.publicUrl(),
                number("mizan.checkout.attempts.per.order", defaults.attemptsPerOrder()),
                number("mizan.checkout.declines.per.order", defaults.declinesPerOrder()),
                number("mizan.checkout.attempts.per.address", defaults.attemptsPerAddress()),
                duration("mizan.checkout.address.window", defaults.addressWindow()));
    }

    private CardTestingSettings readCardTesting() {
        var defaults = CardTestingSettings.DEFAULT;
        return new CardTestingSettings(
                number("mizan.card.testing.declines", defaults.declines()),
                number("mizan.card.testing.percent", defaults.percent()),
                number("mizan.card.testing.tries", defaults.tries()),
                duration("mizan.card.testing.window", defaults.window()),
                duration("mizan.card.testing.pause", defaults.pause()));
    }

    private OrderSettings readOrders() {
        var defaults = OrderSettings.DEFAULT;
        return new OrderSettings(
                duration("mizan.order.pay.within", defaults.payWithin()),
                number("mizan.order.most.lines", defaults.mostLines()),
                number("mizan.order.per.address", defaults.addressLimit()),
                duration("mizan.order.address.window", defaults.addressWindow()));
    }

    private DispatchSettings readDispatch() {
        var defaults = DispatchSettings.DEFAULT;
        var lease = duration("mizan.dispatch.lease", defaults.lease());
        if (lease.compareTo(longestCall().plus(BEYOND_A_CALL)) < 0) {
            throw new IllegalArgumentException("The lease must exceed the longest call by 10 seconds");
        }
        return new DispatchSettings(
                defaults.retryPauses(),
                lease,
                number("mizan.dispatch.batch", defaults.batch()),
                number("mizan.dispatch.concurrent.calls", defaults.concurrentCallsPerGateway()));
    }

    private BreakerSettings readBreaker() {
        var defaults = BreakerSettings.DEFAULT;
        return new BreakerSettings(
                number("mizan.breaker.failures", defaults.failures()),
                duration("mizan.breaker.window", defaults.window()),
                duration("mizan.breaker.pause", defaults.pause()),
                duration("mizan.breaker.longest.pause", defaults.longestPause()));
    }

    private InboxSettings readInbox() {
        var defaults = InboxSettings.DEFAULT;
        return new InboxSettings(
                number("mizan.inbox.batch", defaults.batch()),
                duration("mizan.inbox.lease", defaults.lease()),
                number("mizan.inbox.most.attempts", defaults.mostAttempts()),
                duration("mizan.inbox.case.after", defaults.caseAfter()),
                duration("mizan.inbox.look.for", defaults.lookFor()));
    }

    private ReconciliationSettings readReconciliation() {
        var defaults = ReconciliationSettings.DEFAULT;
        var lease = duration("mizan.reconciliation.lease", defaults.lease());
        if (lease.compareTo(longestCall()) <= 0) {
            throw new IllegalArgumentException("The lease of an inquiry must exceed the longest call");
        }
        return new ReconciliationSettings(
                number("mizan.reconciliation.batch", defaults.batch()),
                lease,
                duration("mizan.reconciliation.expiry.retry", defaults.expiryRetry()),
                duration("mizan.reconciliation.expiry.longest.retry", defaults.longestExpiryRetry()),
                duration("mizan.reconciliation.undecided.after", defaults.undecidedAfter()));
    }

    private RetentionSettings readRetention() {
        var defaults = RetentionSettings.DEFAULT;
        return new RetentionSettings(
                duration("mizan.retention.bodies", defaults.bodies()),
                duration("mizan.retention.people", defaults.people()));
    }

    private StaffSettings readStaff() {
        var defaults = StaffSettings.DEFAULT;
        return new StaffSettings(
                duration("mizan.staff.confirmed.for", defaults.confirmedFor()),
                duration("mizan.staff.approve.within", defaults.approveWithin()),
                duration("mizan.staff.set.up.within", defaults.setUpWithin()),
                config.getOptionalValue("mizan.staff.second.person.in.sandbox", Boolean.class)
                        .orElse(defaults.secondPersonInSandbox()));
    }

    private FirstAdministratorSettings readFirstAdministrator() {
        return new FirstAdministratorSettings(
                text("mizan.bootstrap.admin"),
                text("mizan.bootstrap.admin.password.file").map(Path::of));
    }

    /** Absent if the provider is not used, or not as it is set. */
    private Optional<AdapterFactory.Adapter> adapter(Assembly assembly, AdapterFactory provider) {
        var name = provider.name().value();
        return Optional.ofNullable(read(
                        name,
                        "Correct the MIZAN_" + name.toUpperCase(Locale.ROOT) + "_ settings.",
                        () -> assembly.assemble(provider)))
                .flatMap(Assembly.Assembled::adapter);
    }

    private GatewayEnvironment gatewayEnvironment(Clock clock, Duration mostCallBudget) {
        var publicUrl = text("mizan.public.url").orElse("http://127.0.0.1");
        return new GatewayEnvironment(mode == Mode.LIVE, URI.create(publicUrl), clock, this::text, mostCallBudget);
    }

    /** What the leases of those who wait for calls leave, for gateways that are set up later. */
    private Duration mostCallBudget() {
        if (dispatch == null || reconciliation == null) {
            return ANY_TIME;
        }
        var sending = dispatch.lease().minus(BEYOND_A_CALL);
        var asking = reconciliation.lease().minusMillis(1);
        return sending.compareTo(asking) < 0 ? sending : asking;
    }

    private Duration longestCall() {
        return adapters.stream()
                .map(AdapterFactory.Adapter::callBudget)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static AddressRange range(String entry) {
        try {
            return new AddressRange(entry);
        } catch (IllegalArgumentException notOne) {
            throw new IllegalArgumentException("\"" + entry + "\" is none: " + notOne.getMessage(), notOne);
        }
    }

    private SandboxSettings readSandbox() {
        boolean mayHalt =
                config.getOptionalValue("mizan.sandbox.halt", Boolean.class).orElse(false);
        if (mayHalt && mode == Mode.LIVE) {
            throw new IllegalArgumentException(
                    "MIZAN_SANDBOX_HALT lets tests end the server and this is live mode: remove it");
        }
        return new SandboxSettings(
                mode == Mode.SANDBOX ? text("mizan.sandbox.url").map(URI::create) : Optional.empty(), mayHalt);
    }

    /** In live mode there is no demonstration, whatever the environment says. */
    private DemoSettings readDemo() {
        if (mode != Mode.SANDBOX) {
            return new DemoSettings(Optional.empty(), Optional.empty(), Set.of(), List.of());
        }
        return new DemoSettings(
                text("mizan.demo.secret.key").map(KeyText::new),
                text("mizan.demo.publishable.key").map(KeyText::new),
                demoOrigins(),
                DEMO_ROLES.stream().flatMap(role -> demoPerson(role).stream()).toList());
    }

    private Set<Origin> demoOrigins() {
        var origins = new HashSet<Origin>();
        text("mizan.public.url").map(URI::create).flatMap(Origin::of).ifPresent(origins::add);
        list("mizan.demo.origins").forEach(origin -> origins.add(new Origin(origin)));
        return origins;
    }

    private Optional<DemoSettings.Person> demoPerson(String role) {
        var prefix = "mizan.demo." + role;
        return text(prefix + ".user").flatMap(user -> text(prefix + ".password")
                .map(password -> new DemoSettings.Person(role, user, password)));
    }

    private List<String> list(String name) {
        return Arrays.stream(text(name).orElse("").split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class);
    }

    private int number(String name, int standard) {
        return config.getOptionalValue(name, Integer.class).orElse(standard);
    }

    private Duration duration(String name, Duration standard) {
        return config.getOptionalValue(name, Duration.class).orElse(standard);
    }
}
