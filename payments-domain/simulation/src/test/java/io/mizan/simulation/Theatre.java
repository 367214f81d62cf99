package io.mizan.simulation;

import io.mizan.database.embedded.EmbeddedMariaDb;
import io.mizan.database.embedded.Schema;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A database and its stages, one for each play that goes on at the same time; opened by the first test that asks, closed
 * after the last.
 */
final class Theatre implements AutoCloseable {
    private static final int STAGES = 2;

    private final EmbeddedMariaDb database;
    private final List<Stage> stages = new ArrayList<>();

    /** @param directory made anew for the whole run */
    private Theatre(Path directory) throws Exception {
        var schemas = IntStream.rangeClosed(1, STAGES)
                .mapToObj(number -> new Schema("stage" + number, "stage" + number))
                .toList();
        // Nothing here must survive a crash of the machine, so commits need not wait for the disk. And a whole build
        // plays
        // for minutes while other modules go on, whose servers must not be kept waiting.
        database = EmbeddedMariaDb.startInBackground(
                directory, 0, schemas, List.of("--innodb-flush-log-at-trx-commit=0", "--debug-no-sync"));
        for (var schema : schemas) {
            stages.add(new Stage(rows(schema)));
        }
    }

    /** The theatre of the whole run. */
    static Theatre of(ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.create(Theatre.class))
                .getOrComputeIfAbsent(Theatre.class, key -> open(), Theatre.class);
    }

    private static Theatre open() {
        var directory = System.getProperty("mizan.test.directory");
        if (directory == null) {
            throw new IllegalStateException("Run this test with ./mvnw: nothing says where its database may lie.");
        }
        try {
            return new Theatre(Path.of(directory));
        } catch (Exception e) {
            throw new IllegalStateException("The theatre does not open", e);
        }
    }

    Stage stage() {
        return stages.get(0);
    }

    List<Stage> stages() {
        return List.copyOf(stages);
    }

    private DataSource rows(Schema schema) throws SQLException {
        // Few statements, each run thousands of times: parsing them anew would take longer than running them.
        var rows = new MariaDbDataSource(database.url(schema.name()) + "&useServerPrepStmts=true");
        rows.setUser(schema.name());
        rows.setPassword(schema.password());
        return rows;
    }

    @Override
    public void close() throws SQLException {
        try {
            for (var stage : stages) {
                stage.close();
            }
        } finally {
            database.close();
        }
    }

    /** Lets tests ask for the theatre as a parameter. */
    static final class Entrance implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Theatre.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return of(test);
        }
    }
}
