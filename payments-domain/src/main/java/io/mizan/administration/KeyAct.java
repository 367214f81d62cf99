package io.mizan.administration;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.mizan.access.AddressRange;
import io.mizan.access.ApiKeyKind;
import io.mizan.access.ApiKeys;
import io.mizan.access.NewApiKey;
import io.mizan.access.Origin;
import io.mizan.access.Scope;
import io.mizan.approval.ActRefused;
import io.mizan.approval.Wish;
import io.mizan.money.Money;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What making and rotating keys have in common. Whoever asks draws the key and is shown it at once; the wish holds its hash
 * alone, and it opens nothing before the wish is carried out: so whoever approves never sees it.
 */
abstract class KeyAct extends AdministratorsAct {
    final ApiKeys keys;

    KeyAct(StaffAct act, ApiKeys keys, StaffAudit audit) {
        super(act, audit);
        this.keys = keys;
    }

    static NewApiKey wanted(Wish wish) {
        var expires = Optional.ofNullable(wish.detail().get("expires"));
        try {
            var kind = ApiKeyKind.valueOf(wish.required("kind"));
            return new NewApiKey(
                    kind,
                    wish.required("name"),
                    kind == ApiKeyKind.SECRET ? set(wish, "scopes", Scope::of) : Scope.ALL,
                    set(wish, "origins", Origin::new),
                    limits(wish),
                    expires.map(Instant::parse),
                    set(wish, "addresses", AddressRange::new));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException wrong) {
            throw refused("key", wrong);
        }
    }

    /** Written as people write them: {@code QAR 5000.00}, one in a line. */
    private static List<Money> limits(Wish wish) {
        return wish.detail()
                .getOrDefault("limits", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(KeyAct::limit)
                .toList();
    }

    private static Money limit(String line) {
        var parts = line.split("\\s+", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a limit looks like QAR 5000.00");
        }
        var currency = Currency.getInstance(parts[0]);
        var limit = new Money(
                new BigDecimal(parts[1])
                        .movePointRight(currency.getDefaultFractionDigits())
                        .longValueExact(),
                currency);
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("a limit is more than nothing");
        }
        return limit;
    }

    private static ActRefused refused(String reason, RuntimeException cause) {
        var refused = new ActRefused(reason);
        refused.initCause(cause);
        return refused;
    }

    private static <T> Set<T> set(Wish wish, String name, Function<String, T> reader) {
        return Arrays.stream(wish.detail().getOrDefault(name, "").split("\\s+", -1))
                .filter(text -> !text.isEmpty())
                .map(reader)
                .collect(toUnmodifiableSet());
    }
}
