/**
 * A real MariaDB that needs no installation, for trying Mizan out and for its tests. Never part of the deployed
 * application: a production database is run by people who back it up.
 */
package io.mizan.database.embedded;
