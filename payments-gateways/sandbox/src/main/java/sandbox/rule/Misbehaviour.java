package sandbox.rule;

import java.util.Locale;
import java.util.Optional;

/** What can go wrong at a provider, and what a rule of each kind needs to be told. */
public enum Misbehaviour {
    /** The webhook is sent some seconds later. */
    LATE(Setting.SECONDS, 30),
    /** The webhook is sent two times. */
    TWICE,
    /** The webhooks of one act are sent last first. */
    REVERSED,
    /** The webhook is kept back until somebody delivers it. */
    NEVER,
    /** The webhook is sent with a signature that does not verify, once. */
    FORGED,
    /** The webhook arrives in another formatting than it was signed in, once, as if a proxy had written it anew. */
    REENCODED,
    /** The webhook says that it is of the other mode, live or test. */
    OTHER_MODE,
    /** The webhook says that it is about another account. */
    OTHER_ACCOUNT,
    /** The API answers 500 and does nothing. */
    SERVER_ERROR,
    /** The API answers 429, with Retry-After, and does nothing. */
    RATE_LIMITED(Setting.SECONDS, 2),
    /** The API does nothing, holds the connection for some seconds and drops it. */
    TIME_OUT_BEFORE(Setting.SECONDS, 20),
    /** The API does what was asked, holds the connection for some seconds and drops it. */
    TIME_OUT_AFTER(Setting.SECONDS, 20),
    /** The provider takes this amount instead, in minor units. */
    AMOUNT(Setting.AMOUNT, null),
    /** The provider takes the amount in this currency instead. */
    CURRENCY(Setting.CURRENCY, null),
    /** The issuer declines with this code. */
    DECLINE(Setting.CODE, null);

    /** What a rule carries besides its kind. */
    public enum Setting {
        NOTHING,
        SECONDS,
        AMOUNT,
        CURRENCY,
        CODE;

        /** The name of the member or field that carries it. */
        public String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Setting setting;
    private final Integer fallback;

    Misbehaviour() {
        this(Setting.NOTHING, null);
    }

    Misbehaviour(Setting setting, Integer fallback) {
        this.setting = setting;
        this.fallback = fallback;
    }

    public Setting setting() {
        return setting;
    }

    /** What is meant when a rule does not say it. */
    public Optional<String> fallback() {
        return Optional.ofNullable(fallback).map(String::valueOf);
    }

    /** The name in the control API and in forms. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Misbehaviour> of(String code) {
        for (var misbehaviour : values()) {
            if (misbehaviour.code().equals(code)) {
                return Optional.of(misbehaviour);
            }
        }
        return Optional.empty();
    }
}
