/** Stored callbacks: what became of each, what working it once more would change, and doing that. */
package io.mizan.admin.events;
