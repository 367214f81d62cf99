/**
 * The schema, as Liquibase changesets, and the two things one may do with it: bring a database up to it, and ask whether
 * a database is.
 *
 * <p>Stands alone: it knows neither the domain nor the server that runs it. Changesets live under {@code changelog/} on
 * the class path and always run from there, because their path is part of their identity.
 */
package io.mizan.database;
