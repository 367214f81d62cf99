/**
 * Plain SQL where the mapping of entities would be in the way: append-only journals, expected duplicates, queues.
 * Statements run on the injected data source and so join the transaction that is open.
 */
package io.mizan.sql;
