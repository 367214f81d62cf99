package io.mizan.web.demo;

import io.mizan.access.ApiKeyKind;
import io.mizan.access.ApiKeys;
import io.mizan.access.KeyText;
import io.mizan.access.Mode;
import io.mizan.access.NewApiKey;
import io.mizan.access.Scope;
import io.mizan.catalog.Catalog;
import io.mizan.money.Money;
import io.mizan.sql.LockConflicts;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fills a sandbox at its start. */
@Singleton
@Startup
@DependsOn("DatabaseStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoData {
    /** The largest order that the demonstration's page may place. */
    private static final List<Money> LIMITS = List.of(
            Money.ofMinor(20_000_00, "QAR"),
            Money.ofMinor(5_500_00, "USD"),
            Money.ofMinor(5_000_00, "EUR"),
            Money.ofMinor(800_000, "JPY"),
            Money.ofMinor(1_700_000, "KWD"));

    @Inject
    Mode mode;

    @Inject
    DemoSettings settings;

    @Inject
    Catalog catalog;

    @Inject
    ApiKeys keys;

    @Inject
    DemoStaff staff;

    @PostConstruct
    void fill() {
        if (mode != Mode.SANDBOX) {
            return;
        }
        // Several instances may start at once and do the same; the later one waits for the row and changes nothing.
        LockConflicts.retrying(() -> DemoCatalogue.PRODUCTS.forEach(catalog::put));
        settings.secretKey().ifPresent(key -> register(ApiKeyKind.SECRET, "Demonstration server", List.of(), key));
        settings.publishableKey().ifPresent(key -> register(ApiKeyKind.PUBLISHABLE, "Demonstration shop", LIMITS, key));
        settings.staff().forEach(person -> LockConflicts.retrying(() -> staff.employ(person)));
    }

    private void register(ApiKeyKind kind, String name, List<Money> limits, KeyText key) {
        LockConflicts.retrying(() -> keys.register(
                new NewApiKey(kind, name, Scope.ALL, settings.origins(), limits, Optional.empty(), Set.of()), key));
    }
}
