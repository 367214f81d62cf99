package io.mizan.admin.webhooks;

import io.mizan.admin.orders.OrderView.Detail;
import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Words;
import io.mizan.outage.Outage;
import io.mizan.webhookhealth.Arrival;
import io.mizan.webhookhealth.Diagnosis;
import io.mizan.webhookhealth.Health;
import io.mizan.webhookhealth.WebhookHealth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The callbacks of each gateway in the last day. */
public record WebhooksView(List<Gateway> gateways) {
    private static final List<Tone> URGENCY = List.of(Tone.BAD, Tone.WAITING, Tone.GOOD, Tone.QUIET);
    private static final Set<Tone> WELL = Set.of(Tone.GOOD, Tone.QUIET);

    /** Those that want a look come first. */
    public WebhooksView {
        gateways = gateways.stream()
                .sorted(Comparator.comparing(
                        gateway -> URGENCY.indexOf(gateway.verdict().tone())))
                .toList();
    }

    /**
     * @param verdict the likely cause in a word or two
     * @param cause what that means
     * @param cure what to do
     * @param outage since when it does not answer or turns us away, and what that means; absent if neither
     */
    public record Gateway(
            String name,
            Badge verdict,
            String cause,
            String cure,
            Optional<String> outage,
            List<Detail> figures,
            List<Detail> arrivals) {}

    /**
     * @param overId whether it signs over the id of our webhook, so that there is no signing secret to compare
     * @param opensHere whether customers are offered it all the same while it does not answer
     */
    public static Gateway of(
            String displayName,
            Health health,
            Optional<Outage> outage,
            boolean overId,
            boolean opensHere,
            Words words) {
        var diagnosis = Diagnosis.of(health);
        var key = "webhooks.diagnosis." + diagnosis.code();
        // One that does not answer is not well because its own calls are.
        var trouble = outage.filter(away -> WELL.contains(tone(diagnosis)))
                .map(away -> away.isTurnedAway() ? "webhooks.away.refuses" : "webhooks.away.no");
        return new Gateway(
                displayName,
                trouble.map(it -> new Badge(words.text(it), Tone.BAD))
                        .orElseGet(() -> new Badge(told(key, "", overId, words), tone(diagnosis))),
                trouble.map(it -> words.text("webhooks.away.cause"))
                        .orElseGet(() -> told(key, ".cause", overId, words)),
                trouble.map(it -> words.text(it + ".cure")).orElseGet(() -> told(key, ".cure", overId, words)),
                outage.map(away -> words.text(
                        (away.isTurnedAway() ? "webhooks.turned_away" : "webhooks.outage")
                                + (opensHere ? ".offered" : ""),
                        words.moment(away.since()).text(),
                        words.moment(away.nextProbe()).text())),
                figures(health, words),
                Arrays.stream(Arrival.values())
                        .filter(arrival -> health.calls(arrival) > 0)
                        .map(arrival -> new Detail(
                                words.text("webhooks.arrival." + arrival.code()), Long.toString(health.calls(arrival))))
                        .toList());
    }

    private static String told(String key, String part, boolean overId, Words words) {
        return Optional.of(key + ".over_id" + part)
                .filter(it -> overId)
                .flatMap(words::find)
                .orElseGet(() -> words.text(key + part));
    }

    private static List<Detail> figures(Health health, Words words) {
        var figures = new ArrayList<Detail>();
        figures.add(figure(words, "expected", health.told() + " / " + count(health.outcomes())));
        figures.add(figure(
                words,
                "last_good",
                health.lastGood().map(at -> words.moment(at).text()).orElse("–")));
        figures.add(figure(
                words,
                "last_bad",
                health.lastForged().map(at -> words.moment(at).text()).orElse("–")));
        health.delays()
                .ifPresent(delays -> figures.add(figure(
                        words,
                        "delays",
                        seconds(delays.median()) + " / " + seconds(delays.p95()) + " / " + seconds(delays.p99()))));
        add(figures, words, "late", health.late());
        add(figures, words, "stranded", health.stranded());
        add(figures, words, "waiting", health.waiting());
        add(figures, words, "failed", health.failed());
        add(figures, words, "dead", health.dead());
        return figures;
    }

    /** Of what should not be, nothing is told where there is none. */
    private static void add(List<Detail> figures, Words words, String name, int counted) {
        if (counted > 0) {
            figures.add(figure(words, name, count(counted)));
        }
    }

    private static Detail figure(Words words, String name, String value) {
        return new Detail(words.text("webhooks.figure." + name), value);
    }

    private static String count(int counted) {
        return counted >= WebhookHealth.MOST ? WebhookHealth.MOST + "+" : Integer.toString(counted);
    }

    /** Clocks differ by a little, so that something may seem to have come before it was sent. */
    private static String seconds(Duration delay) {
        return Math.max(0, delay.toSeconds()) + " s";
    }

    private static Tone tone(Diagnosis diagnosis) {
        return switch (diagnosis) {
            case HEALTHY -> Tone.GOOD;
            case QUIET, SILENT, KNOCKING -> Tone.QUIET;
            case SLOW, SOME_LOST, NOT_BELIEVED, SOME_NOT_OPENED, OTHER_ADDRESSES, WRONG_MODE, WRONG_ACCOUNT ->
                Tone.WAITING;
            case GATEWAY_MISSING,
                    DEAD,
                    REENCODED,
                    WRONG_SECRET,
                    CLOCK,
                    UNSIGNED,
                    NOT_OPENED,
                    NOT_LISTED,
                    NOTHING_ARRIVES,
                    NOT_WORKED -> Tone.BAD;
        };
    }
}
