package sandbox.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The simulators' tables. They make them themselves: nobody migrates a sandbox, and a missing table is simply made. */
@ApplicationScoped
public class Schema {
    private static final String RESOURCE = "/sandbox/schema.sql";

    @Inject
    Database database;

    /** Creates whatever is missing; does nothing when all is there. */
    public void create() {
        statements().forEach(database::update);
    }

    static List<String> statements() {
        try (var resource = Schema.class.getResourceAsStream(RESOURCE)) {
            var script = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(script.replaceAll("(?m)^--.*$", "").split(";"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
