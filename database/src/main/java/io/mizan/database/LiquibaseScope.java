package io.mizan.database;

import java.sql.Connection;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.ValidationFailedException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Runs Liquibase inside a server: it finds its own parts through the class loader that holds them, prints no banner and
 * calls nobody's statistics service.
 */
final class LiquibaseScope {

    /** Held here because a logger that nobody holds forgets its level. It tells every file it reads: too much. */
    private static final Logger TALKATIVE = Logger.getLogger("liquibase");

    static {
        TALKATIVE.setLevel(Level.WARNING);
    }

    /** What is done with the database while the scope is open. */
    @FunctionalInterface
    interface Work<T> {
        T on(Database database) throws Exception;
    }

    private LiquibaseScope() {}

    static <T> T run(ClassLoaderResourceAccessor resources, Connection connection, Work<T> work) {
        var thread = Thread.currentThread();
        var callersLoader = thread.getContextClassLoader();
        var ownLoader = LiquibaseScope.class.getClassLoader();
        thread.setContextClassLoader(ownLoader);
        try {
            return Scope.child(settings(resources, ownLoader), () -> work.on(database(connection)));
        } catch (MigrationException told) {
            throw told;
        } catch (Exception e) {
            throw new MigrationException(sentence(e), e);
        } finally {
            thread.setContextClassLoader(callersLoader);
        }
    }

    private static String sentence(Exception e) {
        return edited(e)
                ? "The schema was made by a build whose changesets differ from ours: deploy the build that made it or a later"
                        + " one, or begin with an empty schema."
                : "The schema cannot be brought up to date: " + e.getMessage();
    }

    /** A changeset that was applied is never edited afterwards; where it was, the two builds are strangers. */
    private static boolean edited(Throwable e) {
        return e != null && (e instanceof ValidationFailedException || edited(e.getCause()));
    }

    private static Map<String, Object> settings(ClassLoaderResourceAccessor resources, ClassLoader loader) {
        return Map.of(
                Scope.Attr.classLoader.name(),
                loader,
                Scope.Attr.resourceAccessor.name(),
                resources,
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                "liquibase.analytics.enabled",
                false);
    }

    private static Database database(Connection connection) throws Exception {
        return DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
    }
}
