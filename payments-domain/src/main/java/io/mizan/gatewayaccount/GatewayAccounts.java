package io.mizan.gatewayaccount;

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

    /** @param assembled the last that worked */
    private record Standing(
            AdapterFactory provider, Entered entered, Optional<Assembled> assembled, Optional<Fault> fault) {
        Optional<PaymentGateway> gateway() {
            return assembled.flatMap(Assembled::adapter).map(AdapterFactory.Adapter::gateway);
        }

        /** One with a fault goes on for what it began, if it can. */
        OfferTerms terms() {
            return assembled
                    .map(Assembled::terms)
                    .filter(terms -> fault.isEmpty())
                    .orElse(new OfferTerms(false, Map.of(), Set.of()));
        }
    }

    /** Takes over what was entered since, here or elsewhere, and ends what is over. */
    @Transactional(Transactional.TxType.NEVER)
    public void refresh() {
        LockConflicts.retrying(rows::tidy);
        if (standings == null || rows.versions() != seen) {
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
        standings = now;
        gateways.become(
                now.values().stream().flatMap(it -> it.gateway().stream()).toList(),
                now.values().stream().collect(toMap(it -> it.provider().name(), Standing::terms)));
        seen = versions;
        if (!before.isEmpty()) {
            LOG.log(INFO, "event=gateways.changed");
        }
    }

    private Standing standing(AdapterFactory provider, Entered entered, Optional<Standing> before) {
        if (before.isPresent() && before.get().entered().version() == entered.version()) {
            return before.get();
        }
        try {
            return new Standing(provider, entered, Optional.of(assembled(provider, entered)), Optional.empty());
        } catch (RuntimeException failure) {
            var fault = new Fault(ids.next().toString(), sentence(failure));
            LOG.log(
                    ERROR,
                    "event=gateway.not_built gateway=" + provider.name() + " id=" + fault.id() + " why="
                            + fault.sentence());
            return new Standing(provider, entered, before.flatMap(Standing::assembled), Optional.of(fault));
        }
    }

    private Assembled assembled(AdapterFactory provider, Entered entered) {
        return assembly.assemble(provider, overlay.of(provider, entered));
    }

    /** Our own settings records quote no secret; what else fails may, and is not told. */
    private static String sentence(RuntimeException failure) {
        if (failure instanceof Vault.SealBroken) {
            return "its secrets do not open under the master key that is here";
        }
        return failure instanceof IllegalArgumentException && failure.getMessage() != null
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

    /**
     * Whether a gateway could be used with what is to be entered.
     *
     * @throws ActRefused if not; {@code gateway_settings} quotes why
     */
    void judge(AdapterFactory provider, Entered after) {
        Assembled assembled;
        try {
            assembled = assembled(provider, after);
        } catch (IllegalArgumentException | Vault.SealBroken wrong) {
            var refused = new ActRefused("gateway_settings", sentence(wrong));
            refused.initCause(wrong);
            throw refused;
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

    /** From where callbacks of a gateway are taken; none means from everywhere. */
    public List<AddressRange> callersOf(GatewayName gateway) {
        return required(gateway)
                .flatMap(Standing::assembled)
                .map(Assembled::callers)
                .orElse(List.of());
    }

    /** Those that could not be built. */
    public Map<GatewayName, Fault> faults() {
        var faults = new LinkedHashMap<GatewayName, Fault>();
        required().forEach((name, standing) -> standing.fault().ifPresent(fault -> faults.put(name, fault)));
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
