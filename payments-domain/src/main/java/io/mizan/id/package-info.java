/**
 * Identifiers that leave the system: a prefix that says what they name, and a time-sortable UUIDv7 in Crockford's
 * base 32. Inside the database they are native UUIDs.
 */
package io.mizan.id;
