package io.mizan.gatewayaccount;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.util.stream.Collectors.toMap;

import io.mizan.access.AddressRange;
import io.mizan.approval.ActRefused;
import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.OfferTerms;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Setting;
import io.mizan.gatewayaccount.Assembly.Assembled;
import io.mizan.id.Ids;
import io.mizan.secrets.Vault;
import io.mizan.sql.LockConflicts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The gateways of this server as they are set now. {@link #refresh} makes them follow what was entered. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class GatewayAccounts {
    private static final System.Logger LOG = System.getLogger("mizan.gateways");

    private final List<AdapterFactory> providers;
    private final Assembly assembly;
    private final Overlay overlay;
    private final GatewayEnvironment environment;
    private final GatewayRows rows;
    private final Gateways gateways;
    private final Ids ids;

    /** What this server works with; null before the first look. */
    private volatile Map<GatewayName, Standing> standings;

    private volatile long seen;

    /** For the proxy of the container only. */
    protected GatewayAccounts() {
        this(List.of(), null, null, null, null, null, null);
    }

    @Inject
    public GatewayAccounts(
            GatewayEnvironment environment, GatewayRows rows, Gateways gateways, Vault vault, Ids ids, Clock clock) {
        this(AdapterFactory.all(), environment, rows, gateways, vault, ids, clock);
    }

    GatewayAccounts(
            List<AdapterFactory> providers,
            GatewayEnvironment environment,
            GatewayRows rows,
            Gateways gateways,
            Vault vault,
            Ids ids,
            Clock clock) {
        this.environment = environment;
        this.assembly = new Assembly(environment);
        this.providers = environment == null ? List.of() : assembly.inOrder(providers);
        this.overlay = new Overlay(environment, vault, clock);
        this.rows = rows;
        this.gateways = gateways;
        this.ids = ids;
    }

    /**
     * A gateway that could not be built.
     *
     * @param id under which the log says more
     * @param sentence what is wrong with it, without secrets
     */
    public record Fault(String id, String sentence) {}

    /** @param secrets what it believes, after {@link Entered#believed} */
    private record Working(Set<String> secrets, Assembled assembled) {
        boolean believesNothingElseThan(Set<String> believed) {
            return believed.containsAll(secrets);
        }
    }

    /** @param working the last that worked */
    private record Standing(
            AdapterFactory provider, Entered entered, Optional<Working> working, Optional<Fault> fault) {
        Optional<Assembled> assembled() {
            return working.map(Working::assembled);
        }

        Optional<PaymentGateway> gateway() {
            return assembled().flatMap(Assembled::adapter).map(AdapterFactory.Adapter::gateway);
        }

        boolean isMissing() {
            return fault.isPresent() && gateway().isEmpty();
        }

        boolean isOf(Entered version) {
            return entered.version() == version.version();
        }

        /** One with a fault goes on for what it began, if it can. */
        OfferTerms terms() {
            return assembled()
                    .map(Assembled::terms)
                    .filter(terms -> fault.isEmpty())
                    .orElse(new OfferTerms(false, Map.of(), Set.of()));
        }
    }

    /** Takes over what was entered since, here or elsewhere, ends what is over, and tries again what could not be built. */
    @Transactional(Transactional.TxType.NEVER)
    public void refresh() {
        try {
            LockConflicts.retrying(rows::tidy);
        } catch (RuntimeException untidy) {
            LOG.log(ERROR, "event=gateways.not_tidied", untidy);
        }
        if (standings == null || rows.versions() != seen || !faults().isEmpty()) {
            load();
        }
    }

    private synchronized void load() {
        long versions = rows.versions();
        var entered = rows.all();
        var before = standings == null ? Map.<GatewayName, Standing>of() : standings;
        var now = new LinkedHashMap<GatewayName, Standing>();
        for (var provider : inOrder(entered)) {
            var name = provider.name();
            now.put(
                    name,
                    standing(
                            provider,
                            entered.getOrDefault(name, Entered.nothing(name)),
                            Optional.ofNullable(before.get(name))));
        }
        boolean changed = !before.isEmpty() && !before.equals(now);
        standings = now;
        gateways.become(
                now.values().stream().flatMap(it -> it.gateway().stream()).toList(),
                now.values().stream().collect(toMap(it -> it.provider().name(), Standing::terms)),
                now.values().stream()
                        .filter(Standing::isMissing)
                        .collect(toMap(
                                it -> it.provider().name(), it -> it.provider().displayName())));
        seen = versions;
        if (changed) {
            LOG.log(INFO, "event=gateways.changed");
        }
    }

    private Standing standing(AdapterFactory provider, Entered entered, Optional<Standing> before) {
        var same = before.filter(it -> it.isOf(entered));
        if (same.filter(it -> it.fault().isEmpty()).isPresent()) {
            return same.get();
        }
        var believed = entered.believed(provider.settings());
        try {
            var working = new Working(believed, assembled(provider, entered));
            return new Standing(provider, entered, Optional.of(working), Optional.empty());
        } catch (RuntimeException failure) {
            var why = sentence(failure);
            if (same.flatMap(Standing::fault)
                    .filter(known -> known.sentence().equals(why))
                    .isPresent()) {
                return same.get();
            }
            // Whoever goes on with what worked before must not believe a secret that was taken away since.
            var working = before.flatMap(Standing::working).filter(it -> it.believesNothingElseThan(believed));
            return new Standing(provider, entered, working, Optional.of(fault(provider, why)));
        }
    }

    private Fault fault(AdapterFactory provider, String why) {
        var fault = new Fault(ids.next().toString(), why);
        LOG.log(
                ERROR,
                "event=gateway.not_built gateway=" + provider.name() + " id=" + fault.id() + " why="
                        + fault.sentence());
        return fault;
    }

    private Assembled assembled(AdapterFactory provider, Entered entered) {
        return assembly.assemble(provider, overlay.of(provider, entered));
    }

    /**
     * Our own settings records quote no secret, and throw nothing but this very exception; what else fails may quote one,
     * as a collector does of keys that are there twice, and is told by its name.
     */
    private static String sentence(RuntimeException failure) {
        if (failure instanceof Vault.SealBroken) {
            return "its secrets do not open under the master key that is here";
        }
        return failure.getClass().equals(IllegalArgumentException.class) && failure.getMessage() != null
                ? failure.getMessage()
                : failure.getClass().getSimpleName();
    }

    private List<AdapterFactory> inOrder(Map<GatewayName, Entered> entered) {
        return providers.stream()
                .sorted(Comparator.comparing(provider -> Optional.ofNullable(entered.get(provider.name()))
                        .flatMap(Entered::place)
                        .orElse(Integer.MAX_VALUE)))
                .toList();
    }

    /** Of all providers that there are, in the order in which they are offered. */
    List<GatewayName> order() {
        return inOrder(rows.all()).stream().map(AdapterFactory::name).toList();
    }

    Optional<AdapterFactory> provider(GatewayName gateway) {
        return providers.stream()
                .filter(provider -> provider.name().equals(gateway))
                .findFirst();
    }

    /** What a gateway would be with what is to be entered; absent if it would not be used, or could not be built. */
    Optional<PaymentGateway> candidate(AdapterFactory provider, Entered after) {
        try {
            return assembled(provider, after).adapter().map(AdapterFactory.Adapter::gateway);
        } catch (RuntimeException unfit) {
            LOG.log(DEBUG, "event=gateway.unfit gateway={0}", provider.name()); // whoever judges it says why
            return Optional.empty();
        }
    }

    /**
     * Whether a gateway could be used with what is to be entered.
     *
     * @throws ActRefused if not; {@code gateway_settings} quotes why
     */
    void judge(AdapterFactory provider, Entered after) {
        Assembled assembled;
        try {
            assembled = assembled(provider, after);
        } catch (RuntimeException wrong) {
            throw new ActRefused("gateway_settings", sentence(wrong)); // without its cause, which may quote a secret
        }
        assembled
                .adapter()
                .ifPresentOrElse(
                        adapter -> requireSameAccount(adapter.gateway()), () -> requireUnneeded(provider.name()));
    }

    /** What was begun through a gateway is followed to its end through it; it can take nothing new meanwhile. */
    private void requireUnneeded(GatewayName gateway) {
        if (gateways.find(gateway).isPresent() && rows.lastAccount(gateway).isPresent()) {
            throw new ActRefused("gateway_needed");
        }
    }

    /** The account is part of the identity of every fact: of attempts that there are it cannot become another. */
    private void requireSameAccount(PaymentGateway wanted) {
        boolean same = gateways.find(wanted.name())
                .filter(now -> now.account().equals(wanted.account()))
                .isPresent();
        if (!same
                && rows.lastAccount(wanted.name())
                        .filter(account -> !account.equals(wanted.account().value()))
                        .isPresent()) {
            throw new ActRefused("gateway_account");
        }
    }

    Optional<String> ofEnvironment(GatewayName gateway, String setting) {
        return environment.find(gateway, setting);
    }

    /** Whether the environment says that a gateway is not used, whatever is entered. */
    boolean isTakenAway(GatewayName gateway) {
        return environment.takesAway(gateway);
    }

    /** @throws ActRefused if an address must not be entered here */
    void requireKnown(AdapterFactory provider, Entered before, Setting address, String text) {
        new EnteredAddress(environment).require(provider, before, address, text);
    }

    /** From where callbacks of a gateway are taken; none means from everywhere. */
    public List<AddressRange> callersOf(GatewayName gateway) {
        return required(gateway)
                .flatMap(Standing::assembled)
                .map(Assembled::callers)
                .orElse(List.of());
    }

    /** Those that are set not to be used, which is no fault. */
    public List<GatewayName> notUsed() {
        return required().values().stream()
                .filter(standing ->
                        standing.gateway().isEmpty() && standing.fault().isEmpty())
                .map(standing -> standing.provider().name())
                .toList();
    }

    /** Those that could not be built. */
    public Map<GatewayName, Fault> faults() {
        var faults = new LinkedHashMap<GatewayName, Fault>();
        required().forEach((name, standing) -> standing.fault().ifPresent(fault -> faults.put(name, fault)));
        return faults;
    }

    /** What is wrong with those, by what people call them. */
    public Map<String, String> faultsByName() {
        var faults = new LinkedHashMap<String, String>();
        required().values().forEach(standing -> standing.fault()
                .ifPresent(fault -> faults.put(standing.provider().displayName(), fault.sentence())));
        return faults;
    }

    /** All providers that there are, in the order in which they are offered; from the rows as they are now. */
    public List<GatewayAccount> all() {
        var entered = rows.all();
        var accounts = new ArrayList<GatewayAccount>();
        for (var provider : inOrder(entered)) {
            var name = provider.name();
            accounts.add(account(provider, accounts.size() + 1, entered.getOrDefault(name, Entered.nothing(name))));
        }
        return accounts;
    }

    public Optional<GatewayAccount> find(String name) {
        return all().stream()
                .filter(account -> account.name().value().equals(name))
                .findFirst();
    }

    private GatewayAccount account(AdapterFactory provider, int place, Entered entered) {
        var standing = required(provider.name()).orElseThrow();
        return new GatewayAccount(
                provider.name(),
                provider.displayName(),
                place,
                entered.place().isPresent(),
                standing.gateway(),
                standing.terms().open(),
                standing.fault(),
                AccountSettings.of(provider, entered, environment),
                AccountSettings.secretsOf(provider, entered, environment));
    }

    private Optional<Standing> required(GatewayName gateway) {
        return Optional.ofNullable(required().get(gateway));
    }

    private Map<GatewayName, Standing> required() {
        var now = standings;
        if (now == null) {
            throw new IllegalStateException("the gateways were not looked at yet");
        }
        return now;
    }
}
