/**
 * The one door to money state. Webhook, inquiry, the answer to a command, our own decisions and replay all end in
 * {@link io.mizan.intake.FactIntake}: under the order's lock the new facts are recorded, the whole set is read, and
 * everything that is derived from it is written in the same transaction. There is no second path.
 */
package io.mizan.intake;
