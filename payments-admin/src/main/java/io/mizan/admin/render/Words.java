package io.mizan.admin.render;

import io.mizan.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Makes strings of times and amounts in the visitor's language. Times are told in UTC and say so. */
public final class Words {
    private final Language language;
    private final Messages messages;
    private final DateTimeFormatter format;
    private final Instant now;

    public Words(Language language, Instant now) {
        this.language = language;
        this.messages = Messages.in(language);
        this.format = DateTimeFormatter.ofPattern(messages.text("time.pattern"), language.locale())
                .withZone(ZoneId.of("UTC"));
        this.now = now;
    }

    Language language() {
        return language;
    }

    public String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    public Optional<String> find(String key, Object... arguments) {
        return messages.find(key, arguments);
    }

    /** {@code QAR 250.00} */
    public String amount(Money money) {
        return money.currencyCode() + " " + money.toDecimal();
    }

    public Moment moment(Instant at) {
        return new Moment(format.format(at), at.toString(), distance(at));
    }

    private String distance(Instant at) {
        var apart = Duration.between(at, now);
        if (apart.abs().compareTo(Duration.ofSeconds(5)) < 0) {
            return messages.text("time.now");
        }
        return messages.text(apart.isNegative() ? "time.in" : "time.ago", length(apart.abs()));
    }

    /** In the largest unit of which there are at least two. */
    private String length(Duration time) {
        if (time.toSeconds() < 120) {
            return messages.text("time.seconds", time.toSeconds());
        }
        if (time.toMinutes() < 120) {
            return messages.text("time.minutes", time.toMinutes());
        }
        return time.toHours() < 48
                ? messages.text("time.hours", time.toHours())
                : messages.text("time.days", time.toDays());
    }
}
