package io.mizan.admin.gateways;

import io.mizan.admin.orders.OrderView.Detail;
import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Moment;
import io.mizan.admin.render.Objections;
import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Words;
import io.mizan.gateway.Capturing;
import io.mizan.gateway.Closing;
import io.mizan.gateway.GatewayProfile;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Refunding;
import io.mizan.gateway.Voiding;
import io.mizan.gatewayaccount.GatewayAccount;
import io.mizan.gatewayaccount.GatewayAccount.Entry;
import io.mizan.gatewayaccount.GatewayAccount.SecretInUse;
import io.mizan.gatewayaccount.GatewayAccount.SecretInUse.Phase;
import io.mizan.gatewayaccount.GatewayAccount.SettingInUse;
import io.mizan.gatewayaccount.GatewayAccount.Source;
import io.mizan.gatewayaccount.GatewayAccounts.Fault;
import io.mizan.outage.Outage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One gateway, and what may be changed about it.
 *
 * @param faults why it could not be built, and under which id the log says more
 * @param used whether attempts can be made or followed through it here
 * @param open whether it takes new ones
 * @param away while it takes new ones and is of no use
 * @param openEntered whether that was entered, and can be taken back
 * @param place of so many {@code places}
 * @param placed whether the order was entered, and can be taken back
 * @param abilities what it can do; none of one that is not used
 * @param mayEnter whether whoever looks proved just now who they are, and may enter secrets
 * @param secondPerson whether a change waits for another administrator
 */
public record GatewayPageView(
        String name,
        String displayName,
        Badge state,
        Optional<Fault> faults,
        boolean used,
        boolean open,
        Optional<Away> away,
        boolean openEntered,
        int place,
        int places,
        boolean placed,
        List<Field> fields,
        List<SecretField> secrets,
        List<Detail> abilities,
        boolean mayEnter,
        boolean secondPerson) {
    private static final Set<String> SWITCHES = Set.of("enabled", "offered");
    private static final String CALLERS = "callers";
    private static final Set<String> MANY_LINES = Set.of("amounts", CALLERS);

    public GatewayPageView {
        fields = List.copyOf(fields);
        secrets = List.copyOf(secrets);
        abilities = List.copyOf(abilities);
    }

    /**
     * It does not answer, or does not let us in.
     *
     * @param sentence which of the two, and what that means for customers
     * @param until when the next call finds out whether it is back
     */
    public record Away(String sentence, Moment until) {
        static Away of(GatewayAccount account, Outage outage, Words words) {
            var key = outage.isTurnedAway() ? "gateway.offer.refuses" : "gateway.offer.away";
            return new Away(
                    words.text(GatewayWords.opensHere(account) ? key + ".offered" : key),
                    words.moment(outage.nextProbe()));
        }
    }

    /**
     * A setting.
     *
     * @param hint how it is written
     * @param source where it comes from, in words
     * @param back whether it was entered, and can be taken back
     */
    public record Field(
            String name,
            String label,
            String value,
            Optional<String> hint,
            String source,
            Optional<Told> entry,
            boolean back,
            boolean manyLines) {
        public String id() {
            return "setting-" + name.replace('.', '-');
        }
    }

    /** Who entered something, and when. */
    public record Told(String by, Moment at) {
        static Told of(Entry entry, Words words) {
            return new Told(entry.by(), words.moment(entry.at()));
        }
    }

    /**
     * A secret, which is never shown.
     *
     * @param keyLabel what its name is called, where it is entered with one
     * @param overlaps whether the one before can still be believed for a while
     * @param back whether there is something to take back
     */
    public record SecretField(
            String name,
            String label,
            Optional<String> keyLabel,
            String source,
            boolean overlaps,
            boolean back,
            List<Version> versions) {
        public SecretField {
            versions = List.copyOf(versions);
        }

        public String id() {
            return "secret-" + name.replace('.', '-');
        }

        /** @param keyName the name that it was entered with */
        public record Version(
                Optional<String> keyName, String fingerprint, Badge phase, Told entry, Optional<Moment> until) {}
    }

    public static GatewayPageView of(
            GatewayAccount account,
            Optional<Outage> outage,
            int places,
            boolean mayEnter,
            boolean secondPerson,
            Words words) {
        return new GatewayPageView(
                account.name().value(),
                account.displayName(),
                new GatewayWords(words).state(account, outage),
                account.fault().map(fault -> new Fault(fault.id(), new Objections(words).of(fault.sentence()))),
                account.gateway().isPresent(),
                account.open(),
                outage.filter(it -> account.open()).map(it -> Away.of(account, it, words)),
                account.settings().stream()
                        .anyMatch(setting -> SWITCHES.contains(setting.name()) && setting.source() == Source.ENTERED),
                account.place(),
                places,
                account.placed(),
                account.settings().stream()
                        .filter(setting -> !SWITCHES.contains(setting.name()))
                        .filter(setting -> !setting.name().equals(CALLERS) || mayBeCalledBy(account, setting))
                        .map(setting -> field(setting, words))
                        .toList(),
                account.secrets().stream().map(secret -> secret(secret, words)).toList(),
                account.gateway().map(gateway -> abilities(gateway, words)).orElse(List.of()),
                mayEnter,
                secondPerson);
    }

    /** One that never calls needs no list of callers, unless somebody made one. */
    private static boolean mayBeCalledBy(GatewayAccount account, SettingInUse callers) {
        return !callers.value().isEmpty()
                || account.gateway()
                        .filter(gateway -> gateway.profile().traits().callbacks() == GatewayProfile.Callbacks.NONE)
                        .isEmpty();
    }

    private static Field field(SettingInUse setting, Words words) {
        boolean lines = MANY_LINES.contains(setting.name());
        return new Field(
                setting.name(),
                GatewayWords.label(setting.name(), words),
                lines ? setting.value().replace(",", "\n") : setting.value(),
                words.find("gateway.hint." + setting.name()),
                new GatewayWords(words).source(setting.source()),
                setting.entry().map(entry -> Told.of(entry, words)),
                setting.source() == Source.ENTERED,
                lines);
    }

    private static SecretField secret(SecretInUse secret, Words words) {
        return new SecretField(
                secret.name(),
                GatewayWords.label(secret.name(), words),
                secret.key().map(key -> GatewayWords.label(key.setting(), words)),
                source(secret, words),
                secret.overlaps(),
                secret.source() == Source.ENTERED,
                secret.versions().stream()
                        .map(version -> version(version, words))
                        .toList());
    }

    private static String source(SecretInUse secret, Words words) {
        if (secret.source() == Source.BUILT_IN) {
            return words.text("gateway.secret.none");
        }
        var source = new GatewayWords(words).source(secret.source());
        return secret.key()
                .flatMap(SecretInUse.Key::name)
                .map(name -> source + words.text("list.comma") + name)
                .orElse(source);
    }

    private static SecretField.Version version(SecretInUse.Version version, Words words) {
        var phase = version.ofEnvironment()
                ? "of_environment"
                : version.phase().name().toLowerCase(Locale.ROOT);
        return new SecretField.Version(
                version.keyName(),
                version.fingerprint(),
                new Badge(words.text("gateway.secret." + phase), tone(version.phase())),
                Told.of(version.entry(), words),
                version.until().map(words::moment));
    }

    private static Tone tone(Phase phase) {
        return switch (phase) {
            case ACTIVE -> Tone.GOOD;
            case RETIRING -> Tone.QUIET;
            case PROPOSED -> Tone.WAITING;
        };
    }

    private static List<Detail> abilities(PaymentGateway gateway, Words words) {
        var abilities = new ArrayList<Detail>();
        abilities.add(
                new Detail(words.text("gateway.can.account"), gateway.account().value()));
        abilities.add(can("capture", gateway instanceof Capturing, words));
        abilities.add(can("void", gateway instanceof Voiding, words));
        abilities.add(can("refund", gateway instanceof Refunding, words));
        abilities.add(can("close", gateway instanceof Closing, words));
        abilities.add(new Detail(
                words.text("gateway.can.callbacks"),
                words.text("gateway.callbacks."
                        + gateway.profile().traits().callbacks().name().toLowerCase(Locale.ROOT))));
        return abilities;
    }

    private static Detail can(String what, boolean can, Words words) {
        return new Detail(words.text("gateway.can." + what), words.text(can ? "person.yes" : "person.no"));
    }
}
