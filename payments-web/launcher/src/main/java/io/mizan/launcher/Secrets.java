package io.mizan.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The random secrets of one home: made once and then the same at each start, so that what was sealed stays readable and
 * what a person noted stays true.
 */
public final class Secrets {

    private final Map<Secret, String> values = new EnumMap<>(Secret.class);

    private Secrets(Properties known) {
        for (Secret secret : Secret.values()) {
            String value = known.getProperty(secret.key());
            values.put(secret, value == null ? secret.fresh() : value);
        }
    }

    /** Secrets of a system that nobody starts a second time. */
    public static Secrets fresh() {
        return new Secrets(new Properties());
    }

    /** The secrets that a file keeps; what it lacks is made, and written before anybody can depend on it. */
    static Secrets keptIn(Path file) throws IOException {
        Properties known = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                known.load(reader);
            }
        }
        Secrets secrets = new Secrets(known);
        if (known.size() < Secret.values().length) {
            PrivateFile.write(file, secrets.lines());
        }
        return secrets;
    }

    public String get(Secret secret) {
        return values.get(secret);
    }

    private String lines() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey().key() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining(
                        "", "# Made once for this home; without the master key its data cannot be read.\n", ""));
    }

    @Override
    public String toString() {
        return "Secrets[redacted]";
    }
}
