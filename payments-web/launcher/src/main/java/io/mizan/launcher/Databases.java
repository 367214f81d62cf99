package io.mizan.launcher;

import io.mizan.database.embedded.EmbeddedMariaDb;
import io.mizan.database.embedded.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The two schemas of a system, on servers that were given to us or on one of our own. */
final class Databases implements AutoCloseable {

    private static final Schema[] NONE = {};

    private final Database payments;
    private final Database sandbox;
    private final Optional<EmbeddedMariaDb> embedded;

    private Databases(Database payments, Database sandbox, Optional<EmbeddedMariaDb> embedded) {
        this.payments = payments;
        this.sandbox = sandbox;
        this.embedded = embedded;
    }

    /**
     * Starts an embedded server for what the options do not bring.
     *
     * @throws LaunchFailure if ours does not start
     */
    static Databases start(Options options, Path directory, Secrets secrets) throws InterruptedException {
        Schema ours = new Schema("payments", secrets.get(Secret.DATABASE_PASSWORD));
        Schema theirs = new Schema("sandbox", secrets.get(Secret.SANDBOX_DATABASE_PASSWORD));
        List<Schema> wanted = new ArrayList<>();
        if (options.payments().isEmpty()) {
            wanted.add(ours);
        }
        if (options.sandbox().isEmpty()) {
            wanted.add(theirs);
        }
        Optional<EmbeddedMariaDb> embedded =
                wanted.isEmpty() ? Optional.empty() : Optional.of(start(directory, wanted));
        return new Databases(
                options.payments().orElseGet(() -> of(embedded, ours)),
                options.sandbox().orElseGet(() -> of(embedded, theirs)),
                embedded);
    }

    Database payments() {
        return payments;
    }

    Database sandbox() {
        return sandbox;
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedMariaDb::close);
    }

    private static EmbeddedMariaDb start(Path directory, List<Schema> schemas) throws InterruptedException {
        try {
            return EmbeddedMariaDb.start(directory, 0, schemas.toArray(NONE));
        } catch (IOException e) {
            throw new LaunchFailure(
                    "The database could not write below " + directory + " (" + e.getMessage()
                            + "): free some space (it needs 600 MB), or choose another -Dmizan.home.",
                    e);
        } catch (IllegalStateException e) {
            throw new LaunchFailure(e.getMessage(), e);
        }
    }

    private static Database of(Optional<EmbeddedMariaDb> server, Schema schema) {
        return new Database(server.orElseThrow().url(schema.name()), schema.name(), schema.password());
    }
}
