/** The chains over timelines and audits, on a real database. */
package io.mizan.chain;
