/**
 * Plain SQL where the mapping of entities would be in the way: append-only journals, expected duplicates, queues.
 * Inside a transaction they run on its connection; outside of one, each commits by itself.
 */
package io.mizan.sql;
