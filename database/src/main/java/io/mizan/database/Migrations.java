package io.mizan.database;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.command.CommandScope;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;

/**
 * Brings one database to the schema that this build was written for.
 *
 * <p>Any number of instances may start at once: one migrates, the others wait for it ({@link MigrationTurn}).
 */
public final class Migrations {

    private static final String CHANGELOG = "changelog/master.xml";

    private final DataSource dataSource;

    /**
     * @param dataSource connections of a user that may change the schema. Call this class outside any transaction:
     *     MariaDB commits at each DDL statement
     */
    public Migrations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Applies every changeset that the database lacks; a repeat changes nothing, and finds that out from a {@link SchemaProof}.
     *
     * @throws MigrationException if a changeset fails, if a changeset was edited after it had been applied, if a later
     *     build has applied changesets that this one does not know, or if another instance is still migrating after
     *     five minutes
     */
    public void update() {
        inTurn(turn -> {
            var proof = new SchemaProof(turn.connection(), changelog());
            if (!proof.holds()) {
                withDatabase(turn, Migrations::apply);
                proof.keep();
            }
            return null;
        });
    }

    private static Void apply(Database database) throws LiquibaseException {
        clearLockOfDeadProcess(database);
        requireNoneOfALaterBuild(new Liquibase(CHANGELOG, resources(), database));
        new CommandScope("update")
                .addArgumentValue("database", database)
                .addArgumentValue("changelogFile", CHANGELOG)
                .setOutput(OutputStream.nullOutputStream())
                .execute();
        return null;
    }

    /**
     * Tells what {@link #update()} would apply, and applies nothing (Liquibase's own two tables apart).
     *
     * @return the ids of the missing changesets in the order of their files; empty if the schema is complete
     * @throws MigrationException if the database cannot be asked, a changeset was edited after it had been applied, or
     *     a later build has applied changesets that this one does not know
     */
    public List<String> check() {
        return inTurn(turn -> withDatabase(turn, Migrations::missing));
    }

    private static List<String> missing(Database database) throws LiquibaseException {
        var liquibase = new Liquibase(CHANGELOG, resources(), database);
        liquibase.validate();
        requireNoneOfALaterBuild(liquibase);
        return liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                .map(ChangeSet::getId)
                .toList();
    }

    private interface Work<T> {
        T in(MigrationTurn turn) throws SQLException;
    }

    private <T> T inTurn(Work<T> work) {
        try (Connection waiting = dataSource.getConnection();
                MigrationTurn turn = MigrationTurn.await(waiting)) {
            return work.in(turn);
        } catch (SQLException e) {
            throw new MigrationException("The schema cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    private <T> T withDatabase(MigrationTurn turn, LiquibaseScope.Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            turn.requireHeld();
            return LiquibaseScope.run(resources(), connection, work);
        }
    }

    private static Optional<String> changelog() {
        return Optional.ofNullable(Migrations.class.getClassLoader().getResource(CHANGELOG))
                .flatMap(ChangelogDigest::of);
    }

    private static void requireNoneOfALaterBuild(Liquibase liquibase) throws LiquibaseException {
        var unknown = liquibase.listUnexpectedChangeSets(new Contexts(), new LabelExpression());
        if (!unknown.isEmpty()) {
            throw new MigrationException("The schema is newer than this program, which does not know "
                    + unknown.iterator().next().getId() + ": deploy the version that made the schema, or a later one.");
        }
    }

    /** Our turn proves that nobody else is migrating, so a row that still says so was left by a killed process. */
    private static void clearLockOfDeadProcess(Database database) throws LiquibaseException {
        LockService locks = LockServiceFactory.getInstance().getLockService(database);
        if (locks.listLocks().length > 0) {
            locks.forceReleaseLock();
        }
    }

    private static ClassLoaderResourceAccessor resources() {
        return new ClassLoaderResourceAccessor(Migrations.class.getClassLoader());
    }
}
