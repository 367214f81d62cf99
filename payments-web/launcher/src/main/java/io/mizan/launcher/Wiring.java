package io.mizan.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How server and simulators find and trust each other: what each is told through its environment.
 *
 * @param server where browsers and merchants reach the server
 * @param simulators where server and browsers reach the simulators
 */
public record Wiring(URI server, URI simulators, Secrets secrets) {

    /** The staff of the demonstration: one account for each role, named after it. */
    enum Staff {
        SUPPORT(Secret.SUPPORT_PASSWORD),
        FINANCE(Secret.FINANCE_PASSWORD),
        OPERATOR(Secret.OPERATOR_PASSWORD),
        ADMINISTRATOR(Secret.ADMINISTRATOR_PASSWORD);

        private final Secret password;

        Staff(Secret password) {
            this.password = password;
        }

        String user() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The server, in sandbox mode. */
    public Server server(Path war, Database database, Path directory) {
        return new Server(
                "the server", war, server.getPort(), "database", settings(database), quickly("-Xmx768m"), directory);
    }

    /** The simulators of the providers. */
    public Server simulators(Path war, Database database, Path directory) {
        return new Server(
                "the simulators",
                war,
                simulators.getPort(),
                "sandbox",
                simulatorSettings(database),
                quickly("-Xmx384m"),
                directory);
    }

    /**
     * Compiling lightly, and only what runs three times as often as by default, and collecting serially starts in half the
     * processor time; throughput does not matter here.
     */
    private static List<String> quickly(String heap) {
        return List.of(heap, "-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=3", "-XX:+UseSerialGC");
    }

    private Map<String, String> settings(Database database) {
        Map<String, String> settings = new HashMap<>();
        settings.put("MIZAN_MODE", "sandbox");
        settings.put("MIZAN_PUBLIC_URL", server.toString());
        settings.put("MIZAN_DB_URL", database.url());
        settings.put("MIZAN_DB_USER", database.user());
        settings.put("MIZAN_DB_PASSWORD", database.password());
        settings.put("MIZAN_MASTER_KEY", secrets.get(Secret.MASTER_KEY));
        for (SimulatedAccount account : SimulatedAccount.ALL) {
            settings.putAll(account.toldToServer(this));
        }
        settings.put("MIZAN_SANDBOX_URL", simulators.toString());
        settings.put("MIZAN_DEMO_SECRET_KEY", secrets.get(Secret.DEMO_SECRET_KEY));
        settings.put("MIZAN_DEMO_PUBLISHABLE_KEY", secrets.get(Secret.DEMO_PUBLISHABLE_KEY));
        for (Staff staff : Staff.values()) {
            settings.put("MIZAN_DEMO_" + staff + "_USER", staff.user());
            settings.put("MIZAN_DEMO_" + staff + "_PASSWORD", secrets.get(staff.password));
        }
        return settings;
    }

    private Map<String, String> simulatorSettings(Database database) {
        Map<String, String> settings = new HashMap<>();
        settings.put("SANDBOX_DB_URL", database.url());
        settings.put("SANDBOX_DB_USER", database.user());
        settings.put("SANDBOX_DB_PASSWORD", database.password());
        settings.put("SANDBOX_PUBLIC_URL", simulators.toString());
        for (SimulatedAccount account : SimulatedAccount.ALL) {
            settings.putAll(account.toldToSimulators(this));
        }
        return settings;
    }

    /** The accounts of the portal and the keys of the API, for people. */
    String credentials() {
        StringBuilder lines = new StringBuilder();
        for (Staff staff : Staff.values()) {
            lines.append("%-14s %s%n".formatted(staff.user(), secrets.get(staff.password)));
        }
        return lines.append("secret key     ")
                .append(secrets.get(Secret.DEMO_SECRET_KEY))
                .append('\n')
                .toString();
    }

    /** What a person, or the README's examples, need to use the running system; lines of a shell. */
    String demoEnvironment() {
        StringBuilder lines = new StringBuilder("# Written at each start; source it: . .mizan/demo.env\n");
        line(lines, "MIZAN_URL", server.toString());
        line(lines, "MIZAN_SANDBOX_URL", simulators.toString());
        line(lines, "MIZAN_SECRET_KEY", secrets.get(Secret.DEMO_SECRET_KEY));
        line(lines, "MIZAN_PUBLISHABLE_KEY", secrets.get(Secret.DEMO_PUBLISHABLE_KEY));
        for (Staff staff : Staff.values()) {
            line(lines, "MIZAN_" + staff + "_USER", staff.user());
            line(lines, "MIZAN_" + staff + "_PASSWORD", secrets.get(staff.password));
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, String name, String value) {
        lines.append(name).append('=').append(value).append('\n');
    }
}
